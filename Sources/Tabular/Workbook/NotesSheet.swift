import TextForm

/// The sheet behind all results: what a report said, and for each result what reproduces it and
/// what there is to know about its figures.
struct NotesSheet {
  /// What stands on its tab.
  static let name = "notes"
  private static let digitsNote =
    "a figure of more than \(SpreadsheetFigure.mostDigits) digits stands as a text, as a number of "
    + "a spreadsheet would lose some"
  private var rows: [[Workbook.Cell]] = []

  /// Adds what a report said.
  mutating func add(_ prose: Prose) {
    setApart()
    var style = prose.isHeading ? Workbook.Style.title : Workbook.Style()
    // A line that is long runs on over the columns beside it.
    style.alignment = .left
    for line in prose.words.split(separator: "\n", omittingEmptySubsequences: false) {
      rows.append([Workbook.Cell(.filled(String(line)), style)])
    }
  }

  /// Adds what there is to know about the result on a sheet.
  mutating func add(_ table: ResultTable, sheet: String, holdsTextFigures: Bool) {
    setApart()
    let origin = table.origin
    add("sheet", sheet, .title)
    add("statement", origin.statement)
    if let basis = origin.basis { add("basis", basis) }
    if let head = origin.storeHead { add("store", head) }
    for note in table.notes { add("note", note) }
    if holdsTextFigures { add("note", Self.digitsNote) }
  }

  /// The sheet with everything added so far.
  var sheet: Workbook.Sheet {
    Workbook.Sheet(name: Self.name, rows: rows, widths: [12, 100])
  }

  private mutating func setApart() {
    if !rows.isEmpty { rows.append([]) }
  }

  private mutating func add(_ name: String, _ text: String, _ style: Workbook.Style = .init()) {
    var wrapping = style
    wrapping.wraps = true
    rows.append([
      Workbook.Cell(.text(name), style),
      Workbook.Cell(.filled(EscapedText.visible(text)), wrapping),
    ])
  }
}
