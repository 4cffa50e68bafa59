extension HelpTopics {
  /// What isn't told by one word.
  static let subjects: [HelpTopic] = [
    HelpTopic(
      name: "periods", kind: .subject, form: "", summary: "how periods are written",
      details: [
        "2Q04, Q2 FY04        a fiscal quarter",
        "1H04, 9M04, FY04     a half, nine months, a fiscal year",
        "CY2004Q3, CY2004     a quarter or a year of the calendar",
        "2004-09              the quarter that ends in that month",
        "latest, first        the newest and the oldest quarter with a value",
        "latest - 1 year      so much earlier or later",
        "1Q03-2Q04            all quarters from one to the other",
      ], example: "show revenue for latest, latest - 1 year",
      otherNames: ["period", "latest", "quarters"]),
    HelpTopic(
      name: "segments", kind: .subject, form: "", summary: "which part of a company is meant",
      details: [
        "si, equipment        these; without any, the root `total`",
        "dedicated            a path may be shortened to a tail that is its own",
        "si.*, si.**          the children of one, or all below it",
        "*, **                the children of the root, or all segments",
      ], example: "show contracts dedicated.* for 2Q04", otherNames: ["total", "*"]),
    HelpTopic(
      name: "dimensions", kind: .subject, form: "", summary: "what can name rows and columns",
      details: [
        "quarter, half, year, calendar quarter, calendar year",
        "segment              the children of the segment, then itself",
        "tree, leaf           all below it, or those with nothing below them",
        "metric, company, release",
      ], example: "show revenue by segment across quarter",
      otherNames: [
        "dimension", "quarter", "half", "year", "calendar quarter", "calendar year", "tree", "leaf",
        "segment", "metric",
        "company", "release",
      ]),
    HelpTopic(
      name: "kinds", kind: .subject, form: "", summary: "how metrics add up",
      details: [
        "flow                 revenue, costs: adds up over segments and over time",
        "stock                cash, contracts: over time, the value at the period's end",
        "rate                 per-share figures: only where printed",
        "formula              recomputed from its aggregated parts",
      ], example: "show cash_and_cash_equivalents by half",
      otherNames: ["kind", "flow", "stock", "rate", "formula"]),
    HelpTopic(
      name: "states", kind: .subject, form: "", summary: "what can stand in a cell",
      details: [
        "10,512               a value; zero is one",
        "–                    missing: not reported, withdrawn or not derived; never zero",
        "n.m.                 not meaningful: a denominator of zero, growth on a base below it",
        "*                    refused: the parts speak for different segments",
        "~10,512              derived: the difference of printed figures",
        "10,512!              printed with two values at once",
      ], example: "show revenue for 1Q03, 3Q03",
      otherNames: ["state", "cells", "marks", "missing", "undefined", "n.m.", "~", "!", "–"]),
    HelpTopic(
      name: "units", kind: .subject, form: "", summary: "scales and currencies behind `in`",
      details: [
        "in thousand, in million, in billion, in trillion",
        "in JPY               base units of the metric's own currency",
        "in USD               what was printed in that currency; never converted",
        "in million USD       the same at that scale",
        "in percent           a plain quotient as a percentage",
      ], example: "show revenue for 2Q04 in USD",
      otherNames: ["scales", "currencies", "thousand", "million", "billion", "percent"]),
    HelpTopic(
      name: "extras", kind: .subject, form: "", summary: "what can stand beside figures",
      details: [
        "yoy, qoq, pop, yoy_change, qoq_change, pop_change",
        "share, rank, contribution, total, average, parts, spark, precision, source",
        "growth also stands among periods: for 2Q04, yoy(2Q04)",
      ], example: "show revenue by segment for 2Q04, yoy(2Q04)",
      otherNames: ["extra", "parts", "spark", "precision", "source"]),
    HelpTopic(
      name: "queries", kind: .subject, form: "", summary: "queries that `define` has saved",
      details: [
        "results(2Q04)        asks the query, with 2Q04 for its parameter",
        "results(2Q04) into \"results.csv\", results(2Q04) as of 2004-08-31",
        "                     further clauses stand behind those that it has",
        "why results(2Q04)    history, expect and explain take it too",
        "list queries         shows them all; describe NAME tells about one",
      ], example: "list queries",
      otherNames: ["query", "saved query", "saved queries", "parameter", "parameters"]),
    HelpTopic(
      name: "names", kind: .subject, form: "", summary: "how things are called",
      details: [
        "revenue, 売上高      a name, an alias or a label, in any case",
        "\"Equipment sales\"    one with spaces or signs",
        "revenue[si, 2Q03]    a metric held to a segment, a period or both",
        "… as spread          a name for a measure of a query",
      ], example: "show 売上高 \"Equipment sales\" for 2Q04",
      otherNames: ["name", "labels", "aliases"]),
  ]
}
