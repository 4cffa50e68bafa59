"""Formats for machines: the same digits, and the status in words."""
import csv
import io
import json
import re
from fractions import Fraction

from reading.question import expected, has_notes, query, source_file, units


def same_exactly(cells):
    """Every cell has its status, and every digit of an amount or 17 of a quotient."""
    assert list(cells) == list(expected), (list(cells), list(expected))
    for place, (status, found) in cells.items():
        assert status == expected[place][0], (place, status)
        value = expected[place][1]
        if value is None:
            assert found is None, (place, found)
        else:
            assert abs(Fraction(found) - value) <= abs(value) / (2 * 10**16), (place, found, value)


def tidy(rows):
    cells = {}
    for row in rows:
        assert row["company"] == "acme" and row["unit"] == units[row["measure"]], row
        end = {"2Q24": "2024-06-30", "1Q24": "2024-03-31", "2Q23": "2023-06-30"}[row["period"]]
        assert row["end"] == end and row["release"] in (["r1"] if row["value"] else ["r1", "", None]), row
        cells[row["segment"], row["measure"], row["period"]] = row["status"], row["value"] or None
    # The tidy layout has a period inside a measure, as the table has.
    same_exactly(cells)


def wide(rows, split):
    cells = {}
    for row in rows:
        states = split(row["status"])
        titles = [title for title in row if title not in ("segment", "status")]
        assert len(states) == len(titles)
        for title, state in zip(titles, states):
            if title == "source":
                assert row[title] == f"r1: {source_file}" and state == "text", row
                continue
            measure, period = re.fullmatch(r"(\S+)(?: \(.*\))? (\S+)", title).groups()
            assert units[measure] == "ratio" or f"({units[measure]})" in title, title
            cells[row["segment"], measure, period] = state, row[title] or None
    same_exactly(cells)


class Digits(str):
    """A number of JSON as it was written, and no text."""


def loaded(content):
    return json.loads(content, parse_float=Digits, parse_int=Digits)


def only_digits(rows):
    for row in rows:
        for name, value in row.items():
            is_figure = name == "value" or (name not in ("segment", "status", "source") and "company" not in row)
            assert not is_figure or value is None or isinstance(value, Digits), (name, value)
    return rows


def check_machine_formats(program):
    for form, separator in (("csv", ","), ("tsv", "\t")):
        for layout, reader in (("tidy", tidy), ("wide", lambda rows: wide(rows, str.split))):
            content = program.ask(f"set layout = {layout}; {query}", form)
            program.check(
                f"{form}, {layout}",
                lambda: reader(list(csv.DictReader(io.StringIO(content, newline=""), delimiter=separator))),
            )
    for layout, reader in (("tidy", tidy), ("wide", lambda rows: wide(rows, list))):
        answer = loaded(program.ask(f"set layout = {layout}; {query}", "json"))
        program.check(f"json, {layout}", lambda: reader(only_digits(answer["rows"])))
        program.check(f"json, {layout}: its envelope", lambda: envelope(answer))
        lines = program.ask(f"set layout = {layout}; {query}", "ndjson").splitlines()
        program.check(f"ndjson, {layout}", lambda: reader(only_digits([loaded(line) for line in lines])))


def envelope(answer):
    assert answer["statement"] == query and answer["basis"] == "as restated" and len(answer["store"]) == 64
    assert all(list(row) == answer["columns"] for row in answer["rows"])
    has_notes(answer["notes"])
