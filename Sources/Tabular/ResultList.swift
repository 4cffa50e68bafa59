/// Joins results that have to be one value: one stays as it is, several become a list.
///
/// Whether the first is the only one shows at the second or at the end, so that it is kept back.
struct ResultList: Sendable {
  private let opening: String
  private let separator: String
  private let closing: String
  private var state = State.empty

  private enum State {
    case empty
    case one(RenderedOutput)
    case several
  }

  /// An empty list of results, with what stands before, between and behind several of them.
  init(opening: String, separator: String, closing: String) {
    self.opening = opening
    self.separator = separator
    self.closing = closing
  }

  /// Adds a result, whose text ends with a line break, and gives the text that can be written now.
  mutating func add(_ text: RenderedOutput) -> RenderedOutput {
    switch state {
    case .empty:
      state = .one(text)
      return RenderedOutput()
    case .one(let first):
      state = .several
      return RenderedOutput(opening) + first.dropLast() + RenderedOutput(separator)
        + text.dropLast()
    case .several: return RenderedOutput(separator) + text.dropLast()
    }
  }

  /// The text that is still to be written.
  mutating func end() -> RenderedOutput {
    defer { state = .empty }
    switch state {
    case .empty: return RenderedOutput()
    case .one(let first): return first
    case .several: return RenderedOutput(closing)
    }
  }
}
