"""Drawings of the measures: bars, points and columns stand where their figures say."""
import shutil
import subprocess
from fractions import Fraction

from reading import drawings
from reading.pages import Page
from reading.question import expected, marks, measures, periods, same_figure, segments


def check_drawings(program):
    for name, form in measures.items():
        bars = program.ask(f"plot {form} by segment for 2Q24", "svg")
        program.check(f"svg, bars of {name}", lambda: same_bars(drawings.Drawing(bars), name))
        if shutil.which("rsvg-convert"):
            program.check(f"svg, bars of {name} in the pixels of rsvg-convert", lambda: same_pixels(bars))
        lines = program.ask(f"plot {form} {', '.join(segments[:-1])} for 2Q23, 1Q24, 2Q24", "svg")
        program.check(f"svg, points of {name}", lambda: same_points(drawings.Drawing(lines), name))
        columns = program.ask(f"plot {form} クラウド for 2Q23, 1Q24, 2Q24", "svg")
        program.check(f"svg, columns of {name}", lambda: same_columns(drawings.Drawing(columns), name))
        figures = Page(program.ask(f"plot {form} by segment for 2Q24", "html"))
        program.check(f"html, drawing and figures of {name}", lambda: same_figures(figures, name))
    if not shutil.which("rsvg-convert"):
        program.skip("svg, bars in pixels", "rsvg-convert is not installed")


def axis_value(name, value):
    """A value in the unit of the axis: a percentage, or at the scale of the measure."""
    return float(value * {"売上": Fraction(1, 1000), "損益": Fraction(1, 10**6), "一人当たり": 1}.get(name, 100))


def same_text(place, shown):
    """What stands beside a bar or a point is the mark or the figure of its cell."""
    same_figure(place, shown, {"売上": 1000, "損益": 10**6}.get(place[1], 1))


def same_bars(drawing, name):
    """Each bar goes from nought to its figure, on the scale that the axis tells."""
    value_at = drawing.scale(across=True)
    tolerance = abs(value_at(0.15) - value_at(0))
    assert abs(value_at(drawing.zero["x1"])) <= tolerance
    left = min(x for x, _, kind, _ in drawing.texts if not kind)
    rows = {words: y for x, y, kind, words in drawing.texts if x == left and not kind}
    assert list(rows) == segments, rows
    drawn = 0
    for segment, y in rows.items():
        place = segment, name, "2Q24"
        shown = next(words for x, line, kind, words in drawing.texts if line == y and x > left and not kind)
        same_text(place, shown)
        bar = [bar for bar in drawing.bars if bar[2] < y < bar[2] + bar[4]]
        value = expected[place][1]
        if not value:
            assert not bar, (place, bar)
            continue
        (words, x, _, width, _), = bar
        assert words.replace("\u200e", "") == f"{segment}: {shown}", words
        ends = sorted((value_at(x), value_at(x + width)))
        for found, wanted in zip(ends, sorted((0, axis_value(name, value)))):
            assert abs(found - wanted) <= tolerance, (place, found, wanted)
        drawn += 1
    assert drawn == len(drawing.bars)


def same_pixels(source):
    """The bars that another program draws are as long as the drawing says."""
    done = subprocess.run(["rsvg-convert", "-f", "png"], input=source.encode(), check=True, capture_output=True)
    rows = drawings.pixels(done.stdout)
    for words, x, y, width, height in drawings.Drawing(source).bars:
        line = rows[int(y + height / 2)]
        coloured = [place for place, colour in enumerate(line) if colour[2] > colour[0] + 60]
        assert abs(len(coloured) - width) <= 2 and abs(coloured[0] - x) <= 1.5, (words, x, width, len(coloured))


def same_columns(drawing, name):
    value_at = drawing.scale(across=False)
    tolerance = abs(value_at(0.15) - value_at(0))
    found = {words.split(": ")[0]: (words, y, height) for words, _, y, _, height in drawing.bars}
    gaps = 0
    for period in periods:
        status, value = expected["クラウド", name, period]
        if value is None:
            assert period not in found, (name, period)
            gaps += 1
            continue
        words, y, height = found[period]
        same_text(("クラウド", name, period), words.split(": ")[1])
        ends = sorted((value_at(y), value_at(y + height)))
        for end, wanted in zip(ends, sorted((0, axis_value(name, value)))):
            assert abs(end - wanted) <= tolerance, (name, period, end, wanted)
    same_gaps(drawing, [{expected["クラウド", name, period][0]} for period in periods])


def same_gaps(drawing, columns):
    """A period without any value has the mark of why; periods stand from the oldest on."""
    found = sorted((x, words) for x, _, kind, words in drawing.texts if kind == "muted" and words in marks)
    wanted = []
    for states in reversed(columns):
        if states <= set(marks.values()):
            wanted.append(next((mark for mark in ("n.m.", "*") if marks[mark] in states), "–"))
    assert [words for _, words in found] == wanted, (found, wanted)


def same_points(drawing, name):
    value_at = drawing.scale(across=False)
    tolerance = abs(value_at(0.3) - value_at(0))
    places = {}
    for words, x, y in drawing.points():
        label, shown = words.replace("\u200e", "").split(": ")
        segment, period = label.split()
        same_text((segment, name, period), shown)
        places[segment, period] = round(x, 1)
        wanted = axis_value(name, expected[segment, name, period][1])
        assert abs(value_at(y) - wanted) <= tolerance, (words, value_at(y), wanted)
    known = {(segment, period) for segment, measure, period in expected
             if measure == name and segment != "total" and expected[segment, measure, period][1] is not None}
    assert set(places) == known, (places, known)
    for period in periods:
        assert len({x for (_, other), x in places.items() if other == period}) <= 1, places
    same_gaps(drawing, [{expected[segment, name, period][0] for segment in segments[:-1]} for period in periods])
    legend = " ".join(words for _, _, _, words in drawing.texts).replace("\u200e", "")
    for segment in segments[:-1]:
        undefined = [period for period in reversed(periods) if expected[segment, name, period][0] == "undefined"]
        assert not undefined or f"{segment}  (n.m. {', '.join(undefined)})" in legend, legend


def same_figures(page, name):
    assert page.drawings == [0] and len(page.tables) == 1, page.drawings
    for row in page.tables[0].rows:
        same_text((row[0], name, "2Q24"), row[1])
