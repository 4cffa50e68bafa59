/// The results of one run on their way into one place: knows what stands before the first of them,
/// between two and behind the last.
package struct ResultDocument: Sendable {
  /// The rows written so far.
  package private(set) var rowCount = 0
  private let format: OutputFormat
  private let renderer: any ResultRenderer
  private let mark: String
  private var previous: ResultTable?
  private var above = Above.nothing

  /// What stands above that which comes next.
  private enum Above {
    case nothing
    case text
    case table
  }

  /// A document without results, which has no text at all.
  ///
  /// - Parameters:
  ///   - format: The format of its results.
  ///   - hasByteOrderMark: Whether it begins with the mark by which some spreadsheets know UTF-8.
  package init(format: OutputFormat, hasByteOrderMark: Bool = false) {
    self.format = format
    renderer = format.renderer
    mark = hasByteOrderMark ? "\u{FEFF}" : ""
  }

  /// Adds a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - width: The width of the terminal, where there is one.
  /// - Returns: The text by which the document grows: the table, and what has to stand before it.
  package mutating func add(_ table: ResultTable, width: Int? = nil) -> String {
    let before: String
    switch above {
    case .nothing: before = opening(table.heading.isEmpty ? table.origin.statement : table.heading)
    case .text: before = "\n"
    case .table: before = previous.map { renderer.separator(between: $0, and: table) } ?? ""
    }
    defer {
      previous = table
      above = .table
    }
    rowCount += format.rowCount(of: table)
    return before + renderer.body(of: table, after: previous, width: width)
  }

  /// Adds what a scripted report says between its results.
  ///
  /// - Parameter prose: What it says.
  /// - Returns: The text by which the document grows; nil where it takes nothing but results.
  package mutating func add(_ prose: Prose) -> String? {
    if !format.takesProse { return nil }
    let before: String
    switch above {
    case .nothing: before = opening(prose.words)
    case .text: before = prose.isHeading || renderer.setsTextsApart ? "\n" : ""
    case .table: before = "\n"
    }
    above = .text
    return before + renderer.text(of: prose)
  }

  /// What stands behind the last result; nothing where there was none.
  package mutating func end() -> String {
    defer {
      previous = nil
      above = .nothing
    }
    return above == .nothing ? "" : renderer.closing
  }

  private func opening(_ title: String) -> String {
    mark + renderer.opening(title: title)
  }
}
