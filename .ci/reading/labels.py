"""Labels that somebody made up to break something."""
import csv
import io
import json
import re
import unicodedata

from reading import latex, text
from reading.pages import Page

labels = [
    'Sales, "net"', "=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@x", "'quoted", "a\tb", "a\nb", "a\r\nb", "\x1b[31mred\x1b[0m",
    "a\u202eb", "a\u200bb", "a\u2066b", "\ufeffmark", "a|b", "\\", "`x` *y* _z_ ~~w~~ $v$", "</td><b>&amp;", "<!--", "]]>",
    "\\end{tabular} % & # ^ { }", "?`!`` ,, '' --- << >>", "か\u3099らす", "cafe\u0301", "בדיקה 64 (x)", "عربي ١٢ 64", "नमस्ते",
    "กำลัง", "👨\u200d👩\u200d👧\u200d👦", "ｶﾞ Ａ 한국", "1. a", "# a", "===", "売上高（連結）・…～", "x" * 300,
]


def visible(label):
    """A label as people are shown it: what steers a terminal or hides is written out."""
    return "".join(
        f"\\u{{{ord(letter):X}}}"
        if unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cf") and letter != "\u200d" else letter
        for letter in label
    )


def check_labels(program):
    escapes = [
        "".join(letter if letter.isprintable() and letter not in '\\"' else f"\\u{{{ord(letter):X}}}" for letter in label)
        for label in labels
    ]
    script = "\n".join(f'segment s{number} "{label}"' for number, label in enumerate(escapes))
    program.run("init", "labels.db")
    program.run("--store", "labels.db", input=script.encode())

    def answer(form):
        return program.run("--store", "labels.db", "query", "list segments", "-f", form).decode()

    def same(found, wanted):
        assert len(found) == len(wanted), found
        for one, other in zip(found, wanted):
            assert one == other, (one, other)

    # A spreadsheet takes what begins so for a formula.
    guarded = [("'" + label if label[0] in "=+-@\t\r" else label) for label in labels]
    for form, separator in (("csv", ","), ("tsv", "\t")):
        rows = list(csv.DictReader(io.StringIO(answer(form), newline=""), delimiter=separator, strict=True))
        program.check(f"labels in {form}", lambda: same([row["label"] for row in rows], guarded))
    program.check("labels in json", lambda: same([row["label"] for row in json.loads(answer("json"))["rows"]], labels))
    lines = answer("ndjson").split("\n")[:-1]
    program.check("labels in ndjson", lambda: same([json.loads(line)["label"] for line in lines], labels))
    shown = [visible(label) for label in labels]
    program.check("labels in table", lambda: same([row[1] for row in text.boxes(answer("table"))[0].rows], shown))
    program.check("labels in plain", lambda: same([row[1] for row in text.plain(answer("plain")).rows], shown))
    program.check("labels in markdown", lambda: same([row[1] for row in text.markdown(answer("markdown"))[0].rows], shown))
    page = Page(answer("html"))
    program.check("labels in html", lambda: same([row[1] for row in page.tables[0].rows], shown))
    turning = [label for label in labels if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in label)]
    program.check("labels in html from right to left are apart", lambda: same(page.isolated, turning))
    straight = str.maketrans("‘’", "`'")
    program.check(
        "labels in latex",
        lambda: same([row[1].translate(straight) for row in latex.tabulars(answer("latex"))[0].rows], shown),
    )
    program.check("a label that nothing takes for a control", lambda: no_controls(answer))


def no_controls(answer):
    for form in ("table", "plain", "markdown", "html", "latex"):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", answer(form)), form
