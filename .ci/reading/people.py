"""Formats for people: figures rounded where their digits end, and the marks."""
from reading import text
from reading.pages import Page
from reading.printing import check_papers
from reading.question import query
from reading.tables import same_tables, same_table
from reading.workbooks import check_workbook


def check_people_formats(program):
    box = text.boxes(program.ask(query, "table"))[0]
    program.check("table, by the cells of a terminal", lambda: same_table(box))
    plain = text.plain(program.ask(query, "plain"))
    program.check("plain, by the cells of a terminal", lambda: same_tables(box, plain))
    markdown = text.markdown(program.ask(query, "markdown"))[0]
    program.check("markdown, by the rules of GitHub", lambda: same_tables(box, markdown))
    page = Page(program.ask(query, "html"))
    program.check("html, by html.parser", lambda: same_tables(box, *page.tables))
    program.check("html: statement, basis and store", lambda: same_origin(page.texts))
    program.check("html: names from right to left are apart", lambda: page.isolated == ["בדיקה"])
    check_papers(program, program.ask(query, "latex"))
    check_workbook(program)


def same_origin(texts):
    assert texts[texts.index("statement") + 1] == query and texts[texts.index("basis") + 1] == "as restated"
    assert len(texts[texts.index("store") + 1]) == 64
