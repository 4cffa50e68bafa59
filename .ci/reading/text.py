"""Reads tables that are drawn as text: boxes, plain columns and Markdown.

A box and plain columns are read by the cells of a terminal, as eyes read them: a character that stands a cell off is in
the wrong column, or on a line between two.
"""
import html
import re
import unicodedata


def cells_of(character):
    """The terminal cells of one code point."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def spread(line):
    """The line as a list of terminal cells; what takes none stands with the cell before it."""
    cells, previous = [], ""
    for character in line:
        # What is joined to an emoji is a part of it.
        width = 0 if previous == "\u200d" else cells_of(character)
        previous = character
        if width == 0 and cells:
            cells[-1] += character
        elif width:
            cells += [character] + [""] * (width - 1)
    return cells


def between(cells, start, end):
    """What stands in some cells, without the blanks around it and without marks of direction."""
    return "".join(cells[start:end]).replace("\u200e", "").strip()


class Table:
    """A table as it was read: what stands above it, its titles line by line, its rows and the notes below."""

    def __init__(self, heading, titles, rows, notes=()):
        self.heading, self.titles, self.rows, self.notes = heading, titles, rows, list(notes)


def boxes(text):
    """Every table in a text of boxes; parts that follow one another without a line between are one table."""
    tables, lines, above = [], text.split("\n"), []
    while lines:
        line = lines.pop(0)
        if not line.startswith("┌"):
            above.append(line)
            continue
        titles, rows = _box(line, lines)
        if tables and not above:
            _join(tables[-1], titles, rows)
            continue
        _note(tables, above)
        tables.append(Table(next((line for line in reversed(above) if line), ""), titles, rows))
        above = []
    _note(tables, above)
    return tables


def _join(table, titles, rows):
    """Puts the columns of a part beside those that are there already, without the labels that it repeats."""
    titles = [[""] * len(titles[0])] * (len(table.titles) - len(titles)) + titles
    whole, part = table.titles + table.rows, titles + rows
    assert len(whole) == len(part), part
    labels = 0
    while all(line[labels : labels + 1] == other[labels : labels + 1] != [] for line, other in zip(whole, part)):
        labels += 1
    assert labels, part
    for line, other in zip(whole, part):
        line += other[labels:]


def _note(tables, lines):
    """The lines below the last table up to an empty one are its notes; a long one goes on in lines that are indented."""
    if tables:
        tables[-1].notes = []
        for line in lines[: lines.index("")] if "" in lines else lines:
            if line.startswith("  ") and tables[-1].notes:
                tables[-1].notes[-1] += line[1:]
            else:
                tables[-1].notes.append(line)


def _box(top, lines):
    """The titles and rows of the box that begins with a line, which is taken off the lines."""
    rule = spread(next(line for line in lines if line.startswith("├")))
    edges = [place for place, cell in enumerate(rule) if cell in "├┼┤"]
    blocks, joints = [[]], [place for place, cell in enumerate(spread(top)) if cell in "┌┬┐"]
    while True:
        line = lines.pop(0)
        cells = spread(line)
        ends = {"│": "│││", "├": "├┼┤", "└": "└┴┘"}[cells[0][0]]
        found = [place for place, cell in enumerate(cells) if cell[:1] in tuple(ends) and place in edges]
        # A title above several columns has no bar between them, and the rule above the first line no joint.
        assert found == edges or ends == "│││" and len(blocks) == 1 and found[0] == 0 and found[-1] == edges[-1], line
        assert joints is None or joints == found, (top, line)
        assert len(cells) == edges[-1] + 1, line
        joints = None
        if ends == "└┴┘":
            return blocks[0], [row for block in blocks[1:] for row in block]
        if ends == "├┼┤":
            blocks.append([])
            continue
        row = []
        for start, end in zip(found, found[1:]):
            assert cells[start + 1] == " " and cells[end - 1] in ("", " ", " \u200e"), line
            row += [between(cells, start + 1, end)] * (edges.index(end) - edges.index(start))
        blocks[-1].append(row)


def plain(text):
    """The one table in a text of plain columns."""
    lines = text.rstrip("\n").split("\n")
    rule = next(line for line in lines if line and set(line) <= set("- "))
    edges = [place for place in range(len(rule)) if rule[place] == "-" and (place == 0 or rule[place - 1] == " ")]
    edges = list(zip(edges, [place - 2 for place in edges[1:]] + [len(rule)]))
    titles, rows, notes, rules = [], [], [], 0
    for line in lines[1:]:
        if line == rule:
            rules += 1
            continue
        if rules and line[:2] in ("~ ", "– ", "* ", "! ") or line.startswith("n.m. ") or line.startswith("the "):
            notes.append(line)
            continue
        cells = spread(line)
        cells += [" "] * (len(rule) - len(cells))
        for (_, end), (start, _) in zip(edges, edges[1:]):
            assert all(cell in ("", " ", " \u200e") for cell in cells[end:start]), line
        (rows if rules else titles).append([between(cells, start, end) for start, end in edges])
    return Table(lines[0], titles, rows, notes)


def _inline(text):
    """A piece of Markdown as it is shown; whatever would make code, emphasis, links or markup is an error."""
    shown, place = "", 0
    while place < len(text):
        if text[place] == "\\" and text[place + 1] in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~":
            place += 1
            shown += html.escape(text[place])
        else:
            assert text[place] not in "`*[]<>~$|\\", (text[place], text)
            shown += text[place]
        place += 1
    return html.unescape(shown)


def _markdown_cells(line):
    """The cells of a pipe table's line: what stands between bars that no backslash escapes."""
    assert line.startswith("| ") and line.endswith(" |"), line
    cells = re.findall(r"\|((?:[^|\\]|\\.)*)", line[:-1])
    return [_inline(cell.strip(" ")) for cell in cells]


def markdown(text):
    """Every pipe table in a text."""
    tables, lines = [], text.split("\n")
    for number, line in enumerate(lines):
        if set(line) <= set("|-: ") and "---" in line:
            titles = _markdown_cells(lines[number - 1])
            assert len(_markdown_cells(line)) == len(titles), line
            rows = []
            for row in lines[number + 1 :]:
                if not row.startswith("|"):
                    break
                rows.append(_markdown_cells(row))
                assert len(rows[-1]) == len(titles), row
            heading = lines[number - 3]
            assert heading.startswith("**") and heading.endswith("**") and lines[number - 2] == "", heading
            notes = [_inline(note[2:]) for note in lines[number + 1 + len(rows) :] if note.startswith("- ")]
            tables.append(Table(_inline(heading[2:-2]), [titles], rows, notes))
    return tables
