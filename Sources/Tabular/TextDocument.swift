/// A document of text, which grows with each result.
struct TextDocument {
  private let renderer: any ResultRenderer
  private let mark: String
  private var list: ResultList?
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
  ///   - renderer: What turns tables into text.
  ///   - mark: What it begins with, whatever the format.
  ///   - list: What joins several results, where they have to be one value.
  init(renderer: any ResultRenderer, mark: String, list: ResultList?) {
    self.renderer = renderer
    self.mark = mark
    self.list = list
  }

  /// Adds a table, and gives the text by which the document grows.
  mutating func add(_ table: ResultTable, width: Int?) -> RenderedOutput {
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
    let text = RenderedOutput(before) + renderer.body(of: table, after: previous, width: width)
    return list?.add(text) ?? text
  }

  /// Adds what stands between results, and gives the text by which the document grows.
  mutating func add(_ prose: Prose) -> String {
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
  mutating func end() -> RenderedOutput {
    if above == .nothing { return RenderedOutput() }
    return (list?.end() ?? RenderedOutput()) + RenderedOutput(renderer.closing)
  }

  private func opening(_ title: String) -> String {
    mark + renderer.opening(title: title)
  }
}
