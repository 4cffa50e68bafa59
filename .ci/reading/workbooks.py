"""The answer as a workbook, read by openpyxl."""
from fractions import Fraction

from reading.question import expected, has_notes, query, scale, source_file, units


def check_workbook(program):
    try:
        from openpyxl import load_workbook
    except ImportError:
        return program.skip("xlsx, by openpyxl", "python3-openpyxl is not installed")
    program.run("--store", "acme.db", "query", query, "-o", "answer.xlsx")
    sheet, notes = load_workbook(program.file("answer.xlsx")).worksheets
    return program.check("xlsx, by openpyxl", lambda: same_sheet(sheet, notes))


def same_sheet(sheet, notes):
    """Numbers in the unit of their title, with all their digits; the marks as they are shown."""
    rows = [[cell for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0].value == "acme · as restated"
    above, measure = [], None
    for outer, inner in zip(rows[1], rows[2]):
        measure = outer.value or measure if inner.value != "source" else None
        above.append((measure, inner.value))
    seen = set()
    for row in rows[3:]:
        for cell, (title, period) in list(zip(row, above))[1:]:
            if period == "source":
                assert cell.value == f"r1: {source_file}" and cell.data_type == "s", cell.value
                continue
            place = row[0].value, title.split()[0], period
            same_cell(place, cell, title)
            seen.add(place)
    assert seen == set(expected)
    has_notes([row[1].value for row in notes.iter_rows() if row[0].value == "note"])


def same_cell(place, cell, title):
    status, value = expected[place]
    if value is None:
        assert cell.value == {"missing": None, "undefined": "n.m.", "uncovered": "*"}[status], (place, cell.value)
        return
    assert cell.data_type == "n", (place, cell.value)
    assert abs(Fraction(cell.value) * scale(title) - value) <= abs(value) / 10**15, (place, cell.value)
    assert ("~" in cell.number_format) == (status == "derived"), (place, cell.number_format)
    assert ("%" in cell.number_format) == (units[place[1]] == "ratio"), (place, cell.number_format)
