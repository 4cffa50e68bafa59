"""Compares a table for people with what it has to be, and two formats' tables with one another."""
import re

from reading.question import expected, has_notes, same_figure, scale, segments, source_file


def same_rounded(titles, rows):
    """Every cell has its mark, or its figure as far as its digits go in the scale that its title names."""
    cells = {}
    for row in rows:
        for column, shown in enumerate(row[1:], 1):
            title = " ".join(line[column] for line in titles if line[column]).replace("\u200e", "")
            if title == "source":
                assert shown == f"r1: {source_file}", shown
                continue
            measure, period = re.fullmatch(r"(\S+)(?: \(.*\))? (\S+)", title).groups()
            place = row[0], measure, period
            same_figure(place, shown, scale(title))
            cells[place] = shown
    assert sorted(cells) == sorted(expected), set(expected) - set(cells)


def same_table(table):
    assert table.heading.replace("\u200e", "") == "acme · as restated", table.heading
    assert [row[0] for row in table.rows] == segments, table.rows
    same_rounded(table.titles, table.rows)
    has_notes(table.notes)


def columns(table):
    """The title of each column, in one line; what spans several lines counts once."""
    return [" ".join(filter(None, dict.fromkeys(column))) for column in zip(*table.titles)]


def same_titles(one, other):
    assert columns(one) == columns(other), (columns(one), columns(other))
    assert one.rows == other.rows


def same_tables(one, other):
    """Another format's table holds the same, under the same titles and with the same texts."""
    same_table(other)
    same_titles(one, other)
