/// The results of one run on their way into one place: knows what stands before the first of them,
/// between two and behind the last.
package struct ResultDocument: Sendable {
  /// What a document ends with.
  package enum Ending: Sendable {
    /// The text behind the last result; empty where there was none.
    case text(RenderedOutput)
    /// All results, where they are no text.
    case workbook(Workbook)
  }

  /// The rows written so far.
  package private(set) var rowCount = 0
  /// The format of its results.
  package let format: OutputFormat
  /// Whether they are painted, where the format is one that a terminal shows.
  package let isColored: Bool
  private let start: Content
  private var content: Content

  /// What the results become.
  private enum Content {
    case text(TextDocument)
    case workbook(WorkbookBuilder)
  }

  /// A document without results, which has no content at all.
  ///
  /// - Parameters:
  ///   - format: The format of its results.
  ///   - hasByteOrderMark: Whether it begins with the mark by which some spreadsheets know UTF-8.
  ///   - showsAtOnce: Whether somebody waits for each result, so that none may be kept back.
  ///   - isColored: Whether results may be painted, as on a terminal.
  package init(
    format: OutputFormat, hasByteOrderMark: Bool = false, showsAtOnce: Bool = false,
    isColored: Bool = false
  ) {
    self.format = format
    self.isColored = isColored
    let renderer = isColored ? format.coloredRenderer : format.renderer
    start =
      renderer.map { renderer in
        .text(
          TextDocument(
            renderer: renderer, mark: hasByteOrderMark ? "\u{FEFF}" : "",
            list: showsAtOnce ? nil : renderer.list))
      } ?? .workbook(WorkbookBuilder())
    content = start
  }

  /// Adds a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - width: The width of the terminal, where there is one.
  /// - Returns: The text by which the document grows: the table, and what has to stand before it.
  package mutating func add(_ table: ResultTable, width: Int? = nil) -> RenderedOutput {
    rowCount += format.rowCount(of: table)
    switch content {
    case .text(var document):
      defer { content = .text(document) }
      return document.add(table, width: width)
    case .workbook(var workbook):
      workbook.add(table)
      content = .workbook(workbook)
      return RenderedOutput()
    }
  }

  /// Adds what a scripted report says between its results.
  ///
  /// - Parameter prose: What it says.
  /// - Returns: The text by which the document grows; nil where it takes nothing but results.
  package mutating func add(_ prose: Prose) -> String? {
    if !format.takesProse { return nil }
    switch content {
    case .text(var document):
      defer { content = .text(document) }
      return document.add(prose)
    case .workbook(var workbook):
      workbook.add(prose)
      content = .workbook(workbook)
      return ""
    }
  }

  /// Ends the document, which begins anew with what is added next.
  package mutating func end() -> Ending {
    defer { content = start }
    switch content {
    case .text(var document): return .text(document.end())
    case .workbook(let workbook):
      return workbook.isEmpty ? .text(RenderedOutput()) : .workbook(workbook.workbook)
    }
  }
}
