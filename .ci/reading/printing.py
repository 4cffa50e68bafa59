"""The answer as a paper: by a reader of TeX's rules, and by pdflatex and pdftotext."""
import os
import re
import shutil
import subprocess

from reading import latex
from reading.tables import same_table


def check_papers(program, source):
    table = latex.tabulars(source)[0]
    notes = [latex.shown(note) for note in re.findall(r"^\\par\\noindent \{\\small (.*)\}$", source, re.MULTILINE)]
    table.notes = [note.replace("‘", "`").replace("’", "'") for note in notes]
    program.check("latex, by the rules of TeX", lambda: same_paper(table))
    for tool in ("pdflatex", "pdftotext"):
        if not shutil.which(tool):
            return program.skip("latex, set by pdflatex", f"{tool} is not installed")
    return program.check("latex, set by pdflatex and read by pdftotext", lambda: same_print(program, source, table))


def same_paper(table):
    """Quotes of a paper curve, and nothing else is different."""
    straight = str.maketrans("”’", "\"'")
    for row in table.rows:
        row[:] = [cell.translate(straight) for cell in row]
    same_table(table)


def same_print(program, source, table):
    """A paper wide enough for the table, with a word for each letter that its fonts don't have."""
    letters = sorted({letter for letter in source if ord(letter) > 0x7F})
    declared = "".join(f"\\DeclareUnicodeCharacter{{{ord(letter):04X}}}{{u{ord(letter):x}}}" for letter in letters)
    paper = program.file("paper.tex")
    with open(paper, "w", encoding="utf-8") as file:
        file.write(
            "\\documentclass{article}\\pdfpagewidth=180cm\\textwidth=170cm\\oddsidemargin=0cm\\pagestyle{empty}"
            f"{declared}\\begin{{document}}\n{source}\\end{{document}}\n"
        )
    set_paper(paper)
    lines = subprocess.run(
        ["pdftotext", "-layout", paper.replace(".tex", ".pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    for row in table.rows:
        name = "".join(letter if ord(letter) < 0x80 else f"u{ord(letter):x}" for letter in row[0])
        printed = next(line for line in lines.splitlines() if line.strip().startswith(name + " "))
        printed = printed.translate(str.maketrans("∗∼˜", "*~~")).split()[1:]
        assert printed[: len(row) - 2] == row[1:-1], (printed, row)


def set_paper(paper):
    done = subprocess.run(
        ["pdflatex", "-halt-on-error", "-interaction=batchmode", os.path.basename(paper)],
        cwd=os.path.dirname(paper), capture_output=True, check=False,
    )
    with open(paper.replace(".tex", ".log"), encoding="latin-1") as log:
        assert done.returncode == 0, log.read()[-2000:]
