"""Reads drawings: where the marks of an SVG stand on its axis, and the pixels that a renderer makes of it."""
import re
import struct
import zlib
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def number(text):
    """The number in a figure as people are shown it; nil for a text that is none."""
    found = re.fullmatch(r"~?(-?[\d,]+(?:\.\d+)?)(%| pp)?!?", text)
    return float(found[1].replace(",", "")) if found else None


class Drawing:
    """A plot: its texts with their places, its bars, and its points by the sign of each series."""

    def __init__(self, text):
        self.root = ElementTree.fromstring(text)
        assert self.root.tag == SVG + "svg"
        self.texts = [
            (float(item.get("x")), float(item.get("y")), item.get("class") or "", item.text or "")
            for item in self.root.iter(SVG + "text")
        ]
        self.bars = [
            (item.find(SVG + "title").text, *(float(item.get(name)) for name in ("x", "y", "width", "height")))
            for item in self.root.iter(SVG + "rect") if item.get("class") == "bar"
        ]
        zero = self.root.find(f"{SVG}line[@class='zero']")
        self.zero = {name: float(zero.get(name)) for name in ("x1", "y1", "x2", "y2")}

    def points(self):
        """Each sign on the drawing with what it says it is, and its centre; those of the legend are left out."""
        found = []
        for item in self.root.iter():
            if "sign" not in (item.get("class") or ""):
                continue
            if item.tag == SVG + "circle":
                centre = float(item.get("cx")), float(item.get("cy"))
            else:
                corners = [tuple(map(float, place.split(","))) for place in item.get("points").split()]
                # A triangle's base lies as far below its centre as its top is above, nearly.
                share = 5 / 9 if len(corners) == 3 else 1 / 2
                low, high = min(y for _, y in corners), max(y for _, y in corners)
                centre = (min(x for x, _ in corners) + max(x for x, _ in corners)) / 2, low + (high - low) * share
            words = item.find(SVG + "title").text
            if ": " in words:
                found.append((words, *centre))
        return found

    def scale(self, across):
        """From a place on the value axis to the value, by the texts of its ticks."""
        ticks = [
            (x if across else y - 4, number(text)) for x, y, kind, text in self.texts
            if kind == "muted" and number(text) is not None
        ]
        ticks = sorted((place, value) for place, value in ticks)
        (first, low), (last, high) = ticks[0], ticks[-1]
        for place, value in ticks:
            assert abs((place - first) * (high - low) - (value - low) * (last - first)) <= 0.2 * abs(high - low)
        return lambda place: low + (place - first) / (last - first) * (high - low)


def pixels(png):
    """The rows of a picture, each a list of (red, green, blue)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place, data = 8, b""
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        content = png[place + 8 : place + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", content)
        data += content if kind == b"IDAT" else b""
        place += length + 12
    assert depth == 8 and colour in (2, 6) and interlace == 0
    size = 4 if colour == 6 else 3
    data, before, rows = zlib.decompress(data), bytearray(width * size), []
    for row in range(height):
        start = row * (width * size + 1)
        line = bytearray(data[start + 1 : start + 1 + width * size])
        _unfilter(data[start], line, before, size)
        rows.append([tuple(line[place : place + 3]) for place in range(0, len(line), size)])
        before = line
    return rows


def _unfilter(kind, line, before, size):
    for place in range(len(line)):
        left = line[place - size] if place >= size else 0
        up, corner = before[place], before[place - size] if place >= size else 0
        if kind == 4:
            guess = left + up - corner
            guess = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
        else:
            guess = (0, left, up, (left + up) // 2)[kind]
        line[place] = (line[place] + guess) & 255
