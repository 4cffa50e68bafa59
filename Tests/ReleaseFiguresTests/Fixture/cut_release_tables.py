#!/usr/bin/env python3
"""Cut the figures out of the sample earnings release, as one tab-separated table.

    cut_release_tables.py RELEASE_TEXT > release-figures.tsv

The release is in Japanese, then in English. Its tables are runs of tab-separated lines. Every
cell of every table becomes one line of output, an empty cell included, so that a column that was
left blank differs from one that does not exist. Prose is left behind, except for the few figures
that no table prints: those form a table named `notes` in each language.

The script knows nothing of the data files that were entered from the same release; that is what
makes its output a check on them. It stops when the text is not laid out as expected, because a
fixture that was cut from the wrong place would be worse than none.
"""

import html
import re
import sys

COLUMNS = ["language", "table", "row", "row_label", "column", "column_heading", "cell"]

# Each table in printed order: its short name, and words that stand over it or in its heading.
TABLES = {
    "ja": [
        ("operating-summary", "業績サマリー"),
        ("contracts", "契約数及び総帯域"),
        ("connectivity-breakdown", "インターネット接続及び付加価値サービスの営業収益"),
        ("cross-selling", "クロスセリング"),
        ("systems-integration", "システム・インテグレーションの営業収益"),
        ("equipment", "機器販売の営業収益"),
        ("other-statistics", "その他"),
        ("income-statement", "四半期連結損益計算書"),
        ("balance-sheet", "四半期連結貸借対照表"),
        ("cash-flows", "四半期連結キャッシュフロー計算書"),
    ],
    "en": [
        ("operating-summary", "Operating Result Summary"),
        ("revenues", "### Revenues"),
        ("cost-of-revenues", "### Cost of Revenues"),
        ("contracts", "Number of Contracts for Connectivity Services"),
        ("connectivity-breakdown", "Connectivity and VAS Revenue Breakdown and Cost"),
        ("cross-selling", "Cross-selling Ratios"),
        ("systems-integration", "Systems Integration Revenue Breakdown and Cost"),
        ("equipment", "Equipment Sales Revenue and Cost"),
        ("other-statistics", "Other Financial Statistics"),
        ("adjusted-ebitda-reconciliation", "reconciliation of adjusted EBITDA"),
        ("capex-reconciliation", "reconciliation of capital expenditures"),
        ("income-statement", "CONSOLIDATED STATEMENTS OF OPERATIONS"),
        ("balance-sheet", "CONSOLIDATED BALANCE SHEETS"),
        ("cash-flows", "CONSOLIDATED STATEMENTS OF CASH FLOWS"),
    ],
}

# Figures that only the prose prints: a short label, and where to find the figure.
NOTES = {
    "ja": [
        ("注記(1) 米ドル換算レート", r"注記\(1\):.*?米ドル換算レート(\d+\.\d+)円=1米ドル"),
        ("1Gbps 以上の IP サービスの契約数", r"1Gbps 以上の IP サービスの契約数は合計で (\d+) 社"),
    ],
    "en": [
        ("Note (1) JPY per USD", r"Note \(1\):.*?at the rate of JPY ?(\d+\.\d+) = \\?\$1"),
        ("Customers with contracts for over 1Gbps", r"(\d+) customers with contracts for over 1Gbps"),
    ],
}

ENGLISH_BEGINS = re.compile(r"^Internet Initiative Japan Inc\.$", re.MULTILINE)


class LayoutError(Exception):
    """The text is not the release that this script was written for."""


def main(path):
    with open(path, encoding="utf-8") as file:
        halves = split_languages(file.read())
    print("\t".join(COLUMNS))
    for language, text in halves.items():
        for slug, headings, rows in named_tables(language, text):
            write_table(language, slug, headings, rows)
        write_table(language, "notes", [""], notes(language, text))


def split_languages(text):
    """The Japanese half and the English half, which begins with the company's name."""
    start = ENGLISH_BEGINS.search(text)
    if start is None:
        raise LayoutError("the English half was not found")
    return {"ja": text[: start.start()], "en": text[start.start() :]}


def named_tables(language, text):
    """Every table of one half as (name, column headings, rows), its title checked."""
    found = list(raw_tables(text))
    expected = TABLES[language]
    if len(found) != len(expected):
        raise LayoutError(f"{language}: expected {len(expected)} tables, found {len(found)}")
    for (above, lines), (slug, title) in zip(found, expected):
        if title not in above:
            raise LayoutError(f"{language}: no {title!r} above the table of {slug}")
        yield slug, *headings_and_rows(lines)


def raw_tables(text):
    """Each run of tab-separated lines, with the prose since the run before it."""
    above, lines = [], []
    for line in [*text.splitlines(), ""]:
        if "\t" in line:
            lines.append([plain(cell) for cell in line.split("\t")])
            continue
        if lines:
            yield "\n".join(above), lines
            above, lines = [], []
        above.append(line)


def headings_and_rows(lines):
    """The lines without a label at the top are headings; the others are rows."""
    width = max(len(line) for line in lines)
    lines = [line + [""] * (width - len(line)) for line in lines]
    count = next(index for index, line in enumerate(lines) if line[0] != "")
    return column_headings(lines[:count]), lines[count:]


def column_headings(lines):
    """One heading a column; a heading that spans columns is printed over the first of them.

    Flattening moved some of the spanning headings in the Japanese half one column to the side.
    They are for the reader; nothing pairs figures by them.
    """
    levels = []
    for line in lines[:-1]:
        spread = []
        for cell in line[1:]:
            spread.append(cell or (spread[-1] if spread else ""))
        levels.append(spread)
    levels.append(lines[-1][1:])
    return [" / ".join(filter(None, parts)) for parts in zip(*levels)]


def notes(language, text):
    """One row for every time that the prose prints one of its figures."""
    rows = []
    for label, pattern in NOTES[language]:
        figures = re.findall(pattern, text)
        if not figures:
            raise LayoutError(f"{language}: no figure for {label!r}")
        rows += [[label, figure] for figure in figures]
    return rows


def plain(cell):
    """The text of a cell: no footnote mark, no markup, no surrounding space."""
    cell = re.sub(r"<sup>.*?</sup>", "", cell)
    cell = html.unescape(re.sub(r"<[^>]*>", "", cell)).strip()
    return re.sub(r"\s*\*\d+$", "", cell)


def write_table(language, slug, headings, rows):
    for row_number, (label, *cells) in enumerate(rows, start=1):
        for column_number, (heading, cell) in enumerate(zip(headings, cells), start=1):
            fields = [language, slug, row_number, label, column_number, heading, cell]
            print("\t".join(str(field) for field in fields))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: cut_release_tables.py RELEASE_TEXT > release-figures.tsv")
    try:
        main(sys.argv[1])
    except (LayoutError, OSError) as error:
        sys.exit(f"cut_release_tables.py: {error}")
