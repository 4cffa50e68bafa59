"""Reads a `tabular` as TeX reads it: character by character, with groups, environments and the width of its rows."""
from reading.text import Table

WORDS = {
    "textasciitilde": "~", "textasciicircum": "^", "textbackslash": "\\", "textless": "<", "textgreater": ">",
    "textbar": "|", "ldots": "…", "quad": "\u2003",
}
SIGNS = set("{}$&#_%")


class Source:
    """What is left of a text, token by token."""

    def __init__(self, text):
        self.text, self.place = text, 0

    def token(self):
        """The next token: ('command', name) or ('character', itself); None at the end."""
        while self.place < len(self.text):
            character = self.text[self.place]
            self.place += 1
            if character == "%":
                self.place = self.text.index("\n", self.place) + 1
                continue
            if character != "\\":
                return "character", character
            end = self.place
            while self.text[end].isascii() and self.text[end].isalpha():
                end += 1
            name = self.text[self.place : end] or self.text[end]
            self.place += len(name)
            if name[0].isalpha():
                while self.text[self.place : self.place + 1] == " ":
                    self.place += 1
            return "command", name
        return None

    def group(self):
        """What stands between the braces that come next, as it stands."""
        assert self.text[self.place] == "{", self.text[self.place : self.place + 20]
        depth, start = 0, self.place + 1
        while True:
            character = self.text[self.place]
            self.place += 2 if character == "\\" else 1
            depth += (character == "{") - (character == "}")
            if depth == 0:
                return self.text[start : self.place - 1]


def shown(text):
    """What a piece of text looks like on paper; wrong nesting or a sign that means something is an error."""
    source, result, depth, is_formula = Source(text + "\n"), "", 0, False
    while (token := source.token()) is not None:
        kind, name = token
        if kind == "command":
            if name in SIGNS:
                result += name
            elif name == "phantom":
                source.group()
            elif name == "cdot":
                assert is_formula
                result += "·"
            else:
                result += WORDS[name]
        elif name == "{":
            depth += 1
            result += "\0"
        elif name == "}":
            depth -= 1
            assert depth >= 0, text
            result += "\0"
        elif name == "$":
            is_formula = not is_formula
        else:
            assert name not in "&#_^~<>|", (name, text)
            result += "−" if is_formula and name == "-" else name
    assert depth == 0 and not is_formula, text
    # Two hyphens are a dash where no group parts them.
    for ligature, sign in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("?`", "¿"), ("!`", "¡"), (",,", "„")):
        result = result.replace(ligature, sign)
    return result.replace("\0", "").replace("`", "‘").replace("'", "’").strip()


def tabulars(text):
    """Every table of a document's part; whatever isn't closed, or doesn't fit its columns, is an error."""
    tables, source, open_environments, above = [], Source(text), [], ""
    while (token := source.token()) is not None:
        if token == ("command", "begin"):
            open_environments.append(source.group())
            assert open_environments[-1] == "tabular", open_environments
            columns = source.group()
            assert set(columns) <= set("lr"), columns
            tables.append(_tabular(source, columns, shown(above.split("\\noindent")[-1].strip().removesuffix("\\\\"))))
            open_environments.pop()
            start = source.place
        elif token[0] == "command" and token[1] == "noindent":
            start = source.place
        above = text[start : source.place] if tables or "start" in locals() else ""
    assert not open_environments, open_environments
    return tables


def _tabular(source, columns, heading):
    blocks, cells, cell, span = [[]], [], "", 1
    while True:
        start = source.place
        kind, name = source.token()
        if (kind, name) == ("command", "end"):
            assert source.group() == "tabular" and not cells and not cell.strip(), cell
            rows = [row for block in blocks[2:] for row in block]
            return Table(heading, blocks[1], rows)
        if (kind, name) == ("command", "hline"):
            assert not cells and not cell.strip(), cell
            blocks.append([])
        elif (kind, name) == ("command", "multicolumn"):
            span = int(source.group())
            assert source.group() == "c"
            cell = source.group()
        elif (kind, name) in (("character", "&"), ("command", "\\")):
            cells += [shown(cell)] * span
            cell, span = "", 1
            if name == "\\":
                assert len(cells) == len(columns), (cells, columns)
                blocks[-1].append(cells)
                cells = []
        elif (kind, name) == ("character", "{"):
            source.place -= 1
            cell += "{" + source.group() + "}"
        else:
            cell += source.text[start : source.place]
