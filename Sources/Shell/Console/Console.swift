package import QueryEngine
package import Tabular

/// Where the outcomes of statements go: results to one place, everything else to the other.
package final class Console {
  private let results: any ResultSink
  private let messages: OutputStream
  private let width: () -> Int?
  private var document: ResultDocument

  /// A console that writes results to `results`, and messages to `messages`.
  ///
  /// - Parameters:
  ///   - results: Where results go.
  ///   - messages: Where everything else goes.
  ///   - document: What becomes of the results.
  ///   - width: The width of the terminal that shows the results, where there is one.
  package init(
    results: any ResultSink, messages: OutputStream, document: ResultDocument,
    width: @escaping () -> Int? = { Terminal.width }
  ) {
    self.results = results
    self.messages = messages
    self.document = document
    self.width = width
  }

  /// The rows of results written so far.
  package var rowCount: Int { document.rowCount }

  /// Writes an outcome where it belongs.
  package func emit(_ outcome: Outcome) throws(OutputStream.Failure) {
    switch outcome {
    case .table(let table): try results.write(document.add(table, width: width()))
    case .prose(let prose): try show(prose)
    case .message(let text): try tell(text)
    case .met: break
    case .failure(let failure):
      try results.flush()
      try tell(failure.text)
    }
  }

  /// Writes a line that is no result.
  package func tell(_ text: String) throws(OutputStream.Failure) {
    try messages.write(text + "\n")
    try messages.flush()
  }

  /// Writes out what is pending.
  package func flush() throws(OutputStream.Failure) {
    try results.flush()
  }

  /// Ends the document of results, and writes out what is pending.
  ///
  /// - Throws: `OutputStream.Failure`, or why there can be no workbook: `SpreadsheetFailure`.
  package func finish() throws {
    try results.write(document.finish())
    try results.flush()
  }

  /// Prose stands among results that people read; a machine's stream holds results alone.
  private func show(_ prose: Prose) throws(OutputStream.Failure) {
    guard let text = document.add(prose) else { return try tell(prose.shown) }
    try results.write(RenderedOutput(text))
  }
}
