"""The figures that are entered, the one query, and what each cell of its answer has to be, worked out from the figures alone."""
import csv
import io
import re
from fractions import Fraction

catalog = r"""
company acme "Acme, \"the\" Co" ja "アクメ株式会社" fiscal year starts january named by start
unit person "People"
metric 売上 flow USD "=1+1, \"net\""
metric 原価 flow USD
metric 損益 flow USD
metric 粗利率 = (売上 - 原価) / 売上 percent
metric 人員 stock person
segment クラウド "Cloud"
segment ライセンス "Licences"
segment בדיקה "Trials"
"""
source_file = '=売上, "net".csv'
entered = """metric,segment,unit,2Q24,1H24,2Q23
売上,クラウド,USD thousand,"1,811,250","3,500,000","702,123"
売上,ライセンス,USD thousand,"393,000",,"428,500"
売上,בדיקה,USD thousand,"611,040","1,300,080","602,999"
原価,クラウド,USD thousand,"1,204,333","2,404,333","300,001"
原価,ライセンス,USD thousand,"393,000",,"128,500"
原価,בדיקה,USD thousand,"799,040","1,400,000",-
損益,クラウド,USD million,45,120,(30)
損益,ライセンス,USD million,△12,,8
損益,בדיקה,USD million,0,5,2.5
人員,クラウド,person,120,,100
人員,ライセンス,person,7,,
"""
segments = ["クラウド", "ライセンス", "בדיקה", "total"]
periods = ["2Q24", "1Q24", "2Q23"]
measures = {"売上": "売上", "損益": "損益", "粗利率": "粗利率", "一人当たり": "売上 / 人員", "成長": "yoy(損益)"}
units = {"売上": "USD", "損益": "USD", "粗利率": "ratio", "一人当たり": "USD/person", "成長": "ratio"}
query = (
    "show " + ", ".join(f"{form} as {name}" if form != name else name for name, form in measures.items())
    + " by segment for " + ", ".join(periods) + " with source"
)
# Of each segment, measure by measure and period by period as above.
statuses = dict(
    zip(segments, ["RDR RDR CDC CMC UMM", "RMR RMR CMC CMM CMM", "RDR RDR CDC MMM CMM", "CMC CMC CMC XMX UMM"])
)
words = {"R": "reported", "C": "computed", "D": "derived", "M": "missing", "U": "undefined", "X": "uncovered"}
marks = {"–": "missing", "n.m.": "undefined", "*": "uncovered"}


def entries():
    """Each figure that was entered, in base units."""
    figures = {}
    for row in csv.DictReader(io.StringIO(entered)):
        scale = {"thousand": 1000, "million": 1000000}.get(row["unit"].split()[-1], 1)
        for period in ("2Q24", "1H24", "2Q23"):
            digits = row[period].replace(",", "").replace("△", "-")
            if re.fullmatch(r"\(.*\)", digits):
                digits = "-" + digits[1:-1]
            if digits:
                figures[row["metric"], row["segment"], period] = Fraction("0" if digits == "-" else digits) * scale
    return figures


def expectation():
    """What each cell has to be: its status, and its value where it has one."""
    figures = entries()

    def amount(metric, segment, period):
        if segment == "total":
            return sum(amount(metric, part, period) for part in segments[:-1])
        if period == "1Q24":
            return figures[metric, segment, "1H24"] - figures[metric, segment, "2Q24"]
        return figures[metric, segment, period]

    def value(measure, segment, period):
        if measure == "粗利率":
            sales = amount("売上", segment, period)
            return (sales - amount("原価", segment, period)) / sales
        if measure == "一人当たり":
            return amount("売上", segment, period) / figures["人員", segment, period]
        if measure == "成長":
            return amount("損益", segment, "2Q24") / amount("損益", segment, "2Q23") - 1
        return amount(measure, segment, period)

    cells = {}
    for segment in segments:
        for measure, letters in zip(measures, statuses[segment].split()):
            for period, letter in zip(periods, letters):
                known = letter in "RCD"
                cells[segment, measure, period] = words[letter], value(measure, segment, period) if known else None
    return cells


expected = expectation()


def figure(shown):
    """The value of a figure and half of the unit of its last digit, and whether it is told to be derived."""
    found = re.fullmatch(r"(~?)([-−]?)([\d,]+)(?:\.(\d+))?(%?)", shown)
    assert found, shown
    derived, sign, whole, decimals, percent = found.groups()
    assert re.fullmatch(r"\d{1,3}(,\d{3})*", whole), shown
    digits = Fraction(whole.replace(",", "") + "." + (decimals or "0"))
    unit = Fraction(1, 10 ** len(decimals or "")) / (100 if percent else 1)
    return (-1 if sign else 1) * digits / (100 if percent else 1), unit / 2, bool(derived)


def scale(title):
    """How many base units the unit of a title is, as in `売上 (USD thousand)`."""
    return {"thousand": 1000, "million": 10**6}.get((re.findall(r" (\w+)\)", title) or [""])[0], 1)


def same_figure(place, shown, factor):
    """What is shown is the mark of the cell, or its figure as far as the digits go."""
    status, value = expected[place]
    if value is None:
        assert marks.get(shown) == status, (place, shown)
        return
    found, half, derived = figure(shown)
    if place[1] == "一人当たり":
        # Four digits count, and noughts fill the rest.
        half = max(half, Fraction(10 ** (len(str(int(found))) - 4), 2))
    assert abs(found * factor - value) <= half * factor, (place, shown, float(value))
    assert derived == (status == "derived"), (place, shown)


def has_notes(notes):
    """Each mark of the table is explained below it, and nothing else is."""
    notes = [note.replace("\u200e", "") for note in notes]
    assert [note.split()[0] for note in notes] == ["~", "n.m.", "–", "*"], notes
    assert "人員 クラウド 1Q24" in notes[2] and "(total against クラウド, ライセンス)" in notes[3], notes


def enter(program):
    """Makes the store of acme in the program's folder."""
    with open(program.file(source_file), "w", encoding="utf-8") as data:
        data.write(entered)
    program.run("init", "acme.db")
    program.run("--store", "acme.db", input=catalog.encode())
    release = ["--company", "acme", "--release", "r1", "--published", "2024-08-06"]
    program.run("--store", "acme.db", "import", source_file, *release)
