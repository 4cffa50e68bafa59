"""Tables, plots and a report on terminals of every width."""
import os
import subprocess

from reading import text
from reading.question import measures, query
from reading.tables import same_table, same_titles
from reading.terminals import on_terminal


def check_widths(program):
    box = text.boxes(program.ask(query, "table"))[0]
    for columns in (0, 1, 2, 5, 10, 40, 80, 500):
        shown, status = on_terminal(columns, [program.path, "--store", program.file("acme.db"), "query", query])
        program.check(f"a table on a terminal of {columns} columns", lambda: same_parts(shown, status, columns, box))
        plots = "; ".join(
            f"plot {form} by segment for 2Q24; plot {form} クラウド, ライセンス; plot {form} クラウド" for form in measures.values()
        )
        drawn, ended = on_terminal(columns, [program.path, "--store", program.file("acme.db"), "query", plots])
        program.check(f"plots on a terminal of {columns} columns", lambda: whole_plots(drawn, ended, columns))
    for columns in (0, 1, 2, 10):
        script = os.path.join(program.repository, "SampleData", "Reports", "second-quarter.kq")
        shown, status = on_terminal(columns, [program.path, "--sample", "run", script])
        program.check(f"the report on a terminal of {columns} columns", lambda: whole_report(shown, status))
        environment = dict(os.environ, COLUMNS=str(columns))
        told = subprocess.run([program.path, "--sample", "query", "show revenue"], capture_output=True, env=environment, check=True)
        plain = subprocess.run([program.path, "--sample", "query", "show revenue"], capture_output=True, check=True)
        program.check(f"a pipe doesn't care for COLUMNS={columns}", lambda: told.stdout == plain.stdout)


def same_parts(shown, status, columns, whole):
    assert status == 0, shown
    table, = text.boxes(shown)
    same_table(table)
    same_titles(table, whole)
    widest = max(len(text.spread(line)) for line in shown.splitlines() if line.startswith("┌"))
    # No narrower than its labels, the widest column and the edges.
    least = max(columns, 1 + 13 + max(len(text.spread(cell)) + 3 for line in whole.titles + whole.rows for cell in line[1:]))
    assert columns == 0 or widest <= least, (columns, widest)
    assert shown.count("┌") > 1 or columns in (0, 500), columns


def whole_plots(shown, status, columns):
    assert status == 0, shown
    width = max(40, columns or 80)
    drawn = [line for line in shown.splitlines() if set(line) & set("│┤┼█├")]
    assert drawn and "● クラウド" in shown
    for line in drawn:
        assert len(text.spread(line)) <= width, (columns, line)


def whole_report(shown, status):
    assert status == 0 and "10,512" in shown and "41 expectations met" in shown
    assert len(text.boxes(shown)) == 34
