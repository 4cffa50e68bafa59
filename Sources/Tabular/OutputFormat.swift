/// The formats in which a result can be written.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// A box with aligned figures, for people.
  case table
  /// Aligned columns without a box, for people and plain text.
  case plain
  /// A pipe table, for people and for what shows Markdown.
  case markdown
  /// A page of its own, for people and browsers.
  case html
  /// A `tabular`, for people and their papers.
  case latex
  /// A drawing, for people and browsers.
  case svg
  /// A workbook with a sheet a result, for people and spreadsheets.
  case xlsx
  /// One row a figure, exact, for machines and spreadsheets.
  case csv
  /// The same between tabs.
  case tsv
  /// One object with the same rows and what reproduces them.
  case json
  /// One object a row.
  case ndjson

  /// Whether machines read it, so that figures are exact and never rounded for looks.
  package var isForMachines: Bool {
    switch self {
    case .table, .plain, .markdown, .html, .latex, .svg, .xlsx: false
    case .csv, .tsv, .json, .ndjson: true
    }
  }

  /// Whether words may stand between results: not where machines read them, nor in a drawing.
  var takesProse: Bool { !isForMachines && self != .svg }

  /// Whether it is text, which a terminal can show and results can be added to as they come.
  package var isText: Bool { self != .xlsx }

  /// Whether it holds a plot, and nothing else.
  package var holdsOnePlot: Bool { self == .svg }

  /// Whether a byte order mark may stand before it, as some spreadsheets want one.
  package var takesByteOrderMark: Bool { self == .csv || self == .tsv }

  /// The endings of file names that stand for the format, the usual one first; a box has none.
  package var fileNameEndings: [String] {
    switch self {
    case .table: []
    case .plain: [".txt"]
    case .markdown: [".md", ".markdown"]
    case .html: [".html", ".htm"]
    case .latex: [".tex"]
    case .svg: [".svg"]
    case .xlsx: [".xlsx"]
    case .csv: [".csv"]
    case .tsv: [".tsv"]
    case .json: [".json"]
    case .ndjson: [".ndjson", ".jsonl"]
    }
  }

  /// The format that a file's name asks for by its ending, in any case; nil for an ending that is
  /// none.
  package init?(fileName: String) {
    let name = fileName.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let point = name.lastIndex(of: ".") else { return nil }
    let ending = name[point...].lowercased()
    guard let format = Self.allCases.first(where: { $0.fileNameEndings.contains(ending) }) else {
      return nil
    }
    self = format
  }

  /// All endings that stand for a format, for messages.
  package static var knownEndings: [String] { allCases.flatMap(\.fileNameEndings) }

  /// The text of one table that stands alone; a workbook has none.
  package func render(_ table: ResultTable) -> String {
    var document = ResultDocument(format: self)
    let text = document.add(table)
    if case .text(let closing) = document.end() { return (text + closing).text }
    return text.text
  }

  /// The number of rows that the format writes for a table.
  package func rowCount(of table: ResultTable) -> Int {
    isForMachines ? MachineTable(table).rowCount : table.rows.count
  }

  /// What turns tables into text of this format for a terminal with colours, where they are any use.
  var coloredRenderer: (any ResultRenderer)? {
    (renderer as? TextTableRenderer).map { PaintedRenderer(text: $0) } ?? renderer
  }

  /// What turns tables into text of this format; nil where it is none.
  var renderer: (any ResultRenderer)? {
    switch self {
    case .table: TextTableRenderer(drawing: BoxDrawing())
    case .plain: TextTableRenderer(drawing: PlainDrawing())
    case .markdown: MarkdownRenderer()
    case .html: HTMLRenderer()
    case .latex: LaTeXRenderer()
    case .svg: SVGRenderer()
    case .xlsx: nil
    case .csv: SeparatedValuesRenderer(separator: UInt8(ascii: ","))
    case .tsv: SeparatedValuesRenderer(separator: UInt8(ascii: "\t"))
    case .json: JSONRenderer()
    case .ndjson: NDJSONRenderer()
    }
  }
}
