"""The sample's report, beside the figures that were cut out of the release."""
import csv
import os
import re

from reading import drawings
from reading.pages import Page

report_tables = {
    "Operating result summary": "operating-summary", "Revenues": "revenues", "Cost of revenues": "cost-of-revenues",
    "Contracts": "contracts", "Connectivity": "connectivity-breakdown", "Cross-selling": "cross-selling",
    "Systems integration": "systems-integration", "Equipment": "equipment", "Other": "other-statistics",
    "Adjusted EBITDA": "adjusted-ebitda-reconciliation", "CAPEX": "capex-reconciliation",
    "Statements of operations": "income-statement", "Balance sheets": "balance-sheet",
    "Statements of cash flows": "cash-flows", "Figures in notes": "notes",
}
# Figures that are printed, and don't follow from the others: what the report shows, and what is printed in its place.
differing = {
    "connectivity-breakdown": [
        (-10.5, -10.6), (-49.4, -49.5), (-17.1, -17.2), (27.3, 27.2), (4.7, 4.8), (-1.6, -1.5), (9.6, 9.8), (-1.6, -1.9),
        (-11.0, -10.9),
    ],
    "systems-integration": [(57.6, 57.5)],
    "other-statistics": [(911.9, 909.0), (44.2, 44.3), (132.3, 132.2)],
    "adjusted-ebitda-reconciliation": [(517, 518)],
    "income-statement": [(26.9, 27.0), (5.8, 5.9), (27.8, 27.7), (28.4, 28.3), (24.9, 24.8), (0.5, 0.4)],
    "balance-sheet": [(0.2, 0.3), (28.4, 28.3), (2.2, 2.3), (10.4, 10.5), (0.2, 0.3), (2.1, 2.2), (54.9, 54.8)],
    "cash-flows": [(388, 389)],
}
trends = {
    "Total revenue trend": ("operating-summary", 1), "Cost and gross margin ratio trend": ("cost-of-revenues", 1),
    "Operating income (loss) trend": ("operating-summary", 4), "Net income (loss) trend": ("operating-summary", 5),
}


def printed_rows(program):
    """Of each table of the release its rows, each with the figures as they are printed."""
    path = os.path.join(program.repository, "Tests", "ReleaseFiguresTests", "Fixture", "release-figures.tsv")
    tables = {}
    with open(path, encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if line["language"] == "en":
                rows = tables.setdefault(line["table"], {})
                rows.setdefault(int(line["row"]), []).append(printed(line["cell"]))
    return tables


def printed(cell):
    """A figure of the release or the report, without what is beside its digits; a dash and a blank are nought."""
    found = re.fullmatch(r"~?(\(?)(-?[\d,]+(?:\.\d+)?)(?:%|Gbps)?\)?!?", cell.strip().replace(" pp", "") or "0")
    if not found:
        return 0.0 if cell.strip() == "-" else None
    return float(found[2].replace(",", "")) * (-1 if found[1] else 1)


def unmatched(figures, row):
    """The figures that are not in a row of the release, where those that are stand in its order."""
    best = [[(0, ())] * (len(row) + 1) for _ in range(len(figures) + 1)]
    for first in reversed(range(len(figures) + 1)):
        for second in reversed(range(len(row) + 1)):
            ways = [(0, ())] if first == len(figures) else []
            if first < len(figures):
                count, rest = best[first + 1][second]
                ways.append((count - 1, (figures[first], *rest)))
            if first < len(figures) and second < len(row) and figures[first] == row[second]:
                ways.append(best[first + 1][second + 1])
            if second < len(row):
                ways.append(best[first][second + 1])
            best[first][second] = max(ways, key=lambda way: way[0])
    return best[0][0][1]


def check_report(program):
    script = os.path.join(program.repository, "SampleData", "Reports", "second-quarter.kq")
    program.run("--sample", "run", script, "-o", "report.html")
    with open(program.file("report.html"), encoding="utf-8") as file:
        source = file.read()
    page, release = Page(source), printed_rows(program)
    program.check("the report shows the printed figures, but for 28 that it names", lambda: same_release(page, release))
    program.check("the report draws the release's four trends", lambda: same_trends(page, source, release))


def section(page, place):
    return [words for number, words in page.headings if number <= place][-1]


def same_release(page, release):
    found, rows_seen = {}, {name: set() for name in release}
    for place, table in enumerate(page.tables):
        name = next((table for words, table in report_tables.items() if section(page, place).startswith(words)), None)
        if "trend" in section(page, place):
            continue
        rows = release[name]
        for row in table.rows:
            figures = [value for value in map(printed, row[1:]) if value is not None]
            if not figures:
                continue
            left = {number: unmatched(figures, cells) for number, cells in rows.items()}
            partners = [number for number in left if partners_of(name, left[number], rows[number])]
            assert partners, (name, row)
            fewest = min((left[number] for number in partners), key=len)
            rows_seen[name].update(number for number in partners if len(left[number]) == len(fewest))
            found.setdefault(name, []).extend(fewest)
    found = {name: sorted(values) for name, values in found.items() if values}
    assert found == {name: sorted(shown for shown, _ in pairs) for name, pairs in differing.items()}, found
    for name, rows in release.items():
        missed = [number for number in rows if number not in rows_seen[name] and any(rows[number])]
        assert not missed, (name, missed)


def partners_of(name, left, row):
    """Whether the release has, for each figure left, the other one in this row."""
    pairs = differing.get(name, [])
    return all(any(shown == value and other in row for shown, other in pairs) for value in left)


def same_trends(page, source, release):
    pictures = [drawings.Drawing(svg) for svg in re.findall(r"<svg.*?</svg>", source, re.DOTALL)]
    assert len(pictures) == len(page.drawings)
    for heading, (name, row) in trends.items():
        first = next(number for number, place in enumerate(page.drawings) if section(page, place) == heading)
        shown = {words.split(": ")[0]: printed(words.split(": ")[1]) for words, *_ in pictures[first].bars}
        cells = release[name][row]
        wanted = dict(zip(("2Q04", "2Q03", "1Q04"), (cells[-5], cells[-4], cells[-2])))
        assert shown == wanted, (heading, shown, wanted)
