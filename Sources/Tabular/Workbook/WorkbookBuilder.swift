/// Gathers the results of a document as a workbook: a sheet each, and one with the notes behind them.
struct WorkbookBuilder {
  private var names = SheetNames(reserved: [NotesSheet.name])
  private var sheets: [Workbook.Sheet] = []
  private var notes = NotesSheet()
  private var heading: String?
  /// Whether nothing has been added.
  private(set) var isEmpty = true

  /// Adds a result, on a sheet that is called by the heading before it, or else by what its statement
  /// asks for.
  mutating func add(_ table: ResultTable) {
    let name = names.name(for: heading ?? Self.subject(of: table.origin.statement))
    heading = nil
    isEmpty = false
    let result = ResultSheet(table)
    sheets.append(result.sheet(named: name))
    notes.add(table, sheet: name, holdsTextFigures: result.holdsTextFigures)
  }

  /// Adds what a report says between its results.
  mutating func add(_ prose: Prose) {
    if prose.isHeading { heading = prose.words }
    isEmpty = false
    notes.add(prose)
  }

  /// The statement without what every sheet could begin or end with.
  private static func subject(of statement: String) -> String {
    let asked = statement.split(separator: " into \"", maxSplits: 1).first ?? ""
    return String(asked.hasPrefix("show ") ? asked.dropFirst(5) : asked)
  }

  /// Everything added so far.
  var workbook: Workbook { Workbook(sheets: sheets + [notes.sheet]) }
}
