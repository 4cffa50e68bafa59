"""Reads the tables and drawings of a page."""
from html.parser import HTMLParser

from reading.text import Table


class Page(HTMLParser):
    """A page: its tables as grids, its prose, and its drawings; wrong nesting is an error."""

    EMPTY = ("meta", "br")

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.tables, self.drawings, self.headings, self.texts = [], [], [], [], []
        self.isolated = []
        self._grid, self._cell, self._section = None, None, []
        self.feed(text)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        if tag in self.EMPTY:
            return
        attributes = dict(attributes)
        for name in attributes:
            assert name not in ("src", "href", "onclick"), name
        self.open.append(tag)
        if tag == "svg":
            self.drawings.append(len(self.tables))
        elif tag == "table":
            self._grid, self._head, self._rows, self._caption = {}, 0, 0, ""
        elif tag == "tr":
            self._column = 0
        elif tag in ("th", "td"):
            while (self._rows, self._column) in self._grid:
                self._column += 1
            self._cell = [tag, "", int(attributes.get("rowspan", 1)), int(attributes.get("colspan", 1))]
        elif tag in ("h1", "h2"):
            self.headings.append([len(self.tables), ""])
        elif tag == "li":
            self.tables[-1].notes.append("")
        elif tag == "bdi":
            self.isolated.append("")

    def handle_startendtag(self, tag, attributes):
        assert "svg" in self.open, tag

    def handle_data(self, data):
        if self._cell:
            self._cell[1] += data
        elif self.open and self.open[-1] == "caption":
            self._caption += data
        elif self.open and self.open[-1] in ("h1", "h2"):
            self.headings[-1][1] += data
        elif self.open and self.open[-1] == "li":
            self.tables[-1].notes[-1] += data
        elif "svg" not in self.open and "style" not in self.open and data.strip():
            self.texts.append(data)
        if self.open and self.open[-1] == "bdi":
            self.isolated[-1] += data

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (tag, self.open)
        self.open.pop()
        if tag in ("th", "td"):
            kind, text, rows, columns = self._cell
            for row in range(rows):
                for column in range(columns):
                    place = (self._rows + row, self._column + column)
                    assert place not in self._grid, place
                    self._grid[place] = (kind, text.strip(" \u2007\u2008"))
            self._column += columns
            self._cell = None
        elif tag == "tr":
            self._rows += 1
        elif tag == "thead":
            self._head = self._rows
        elif tag == "table":
            width = max(column for _, column in self._grid) + 1
            lines = [[self._grid[row, column][1] for column in range(width)] for row in range(self._rows)]
            self.tables.append(Table(self._caption, lines[: self._head], lines[self._head :]))
