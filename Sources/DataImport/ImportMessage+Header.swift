import Diagnostics

extension ImportMessage {
  private static let roles = ColumnRole.allCases.map(\.rawValue)

  /// What is wrong with a header, in words.
  static func diagnostic(for fact: HeaderFact) -> Diagnostic {
    switch fact {
    case .duplicateColumn(let name):
      Diagnostic(
        "duplicate-column", "there are two columns '\(name)'", notes: ["remove or rename one"])
    case .headerBelow(let line):
      Diagnostic(
        "header-below", "the columns are named in line \(line), and not in the first",
        notes: ["remove what stands above it: a file begins with its header"])
    case .missingColumns(let roles): missing(roles)
    case .missingHeader:
      Diagnostic(
        "missing-header", "the header is missing: the first line holds data",
        notes: [
          "begin with a line that names the columns, such as `metric,period,value` or "
            + "`metric,segment,unit,2Q04,2Q03`"
        ])
    case .noColumnsOfFigures:
      Diagnostic(
        "no-figures", "no column holds figures",
        notes: ["add columns `period` and `value`, or one column per period, such as `2Q04`"])
    case .periodColumnInTidyFile(let text):
      Diagnostic(
        "mixed-layout", "column '\(text)' is a period, and the file has a column for periods too",
        notes: ["keep `period` and `value`, or one column per period"])
    case .unknownColumn(let text, let likely, let map): unknownColumn(text, likely, map)
    case .unknownRole(let ours, let theirs): unknownRole(ours, for: theirs)
    case .unnamedColumn(let number, let separator):
      Diagnostic(
        "unnamed-column", "column \(number) has no name",
        notes: [
          number == 1
            ? "name it: `metric` where it holds the names of metrics"
            : "name it, or remove the \(separator.name) before it"
        ])
    case .unusedRename(let theirs, let headings):
      Diagnostic(
        "unused-rename", "no file has the column '\(theirs)' that --map renames",
        notes: Suggestions.note(for: theirs, among: headings).map { [$0] } ?? [])
    }
  }

  private static func missing(_ roles: [ColumnRole]) -> Diagnostic {
    let names = roles.map { "'\($0.rawValue)'" }.joined(separator: " and ")
    var notes = ["rename a column with --map theirs=\(roles.first?.rawValue ?? "ours")"]
    if roles.contains(.metric) { notes.append("or name the metric of all rows with --metric") }
    return Diagnostic(
      "missing-column", "the header has no column \(names)", notes: notes)
  }

  private static func unknownColumn(
    _ text: String, _ likely: String?, _ map: String?
  ) -> Diagnostic {
    let furtherNotes = map.map { ["all at once: --map \"\($0)\""] } ?? []
    if let unit = HeadingUnit(in: text) {
      return unitInHeading(text, unit, likely, furtherNotes)
    }
    let isLikePeriod = text.contains { $0.isNumber }
    let forms =
      isLikePeriod
      ? "a column of figures is headed by its period, such as 2Q04, FY04, 2004-09 or 2004-09-30"
      : "the columns are \(roles.joined(separator: ", "))"
    let renaming =
      HeadingSuggestions.canBeRenamed(text)
      ? "rename it with --map \"\(text)=\(likely ?? "…")\", or remove it from the file"
      : "rename it in the file, or remove it"
    return Diagnostic(
      "unknown-column", "there is no column '\(text)'",
      notes: [noSuchDay(text) ?? likely.map { "did you mean \($0)?" } ?? forms, renaming]
        + furtherNotes)
  }

  private static func unitInHeading(
    _ text: String, _ unit: HeadingUnit, _ likely: String?, _ furtherNotes: [String]
  ) -> Diagnostic {
    let name = likely.map { "name this one \($0) in the file" } ?? "leave it out of this heading"
    return Diagnostic(
      "unit-in-heading", "a unit isn't read from a heading, such as '\(text)'",
      notes: [
        "write \(unit.text.map { "`\($0)`" } ?? "it") into a column `unit` in each row, and \(name); "
          + "or remove the column"
      ] + furtherNotes)
  }

  private static func unknownRole(_ ours: String, for theirs: String) -> Diagnostic {
    Diagnostic(
      "unknown-column", "--map \(theirs)=\(ours): there is no column '\(ours)'",
      notes: [
        Suggestions.note(for: ours, among: roles)
          ?? "the columns are \(roles.joined(separator: ", "))"
      ])
  }
}
