package import QueryEngine
import Spreadsheet
package import Tabular
package import TextForm

/// Where the outcomes of statements go: results to one place, everything else to the other.
package final class Console {
  /// From how many figures on drawing a table takes long enough to be interrupted.
  private static let figuresWorthAThread = 2_000
  private let results: any ResultSink
  private let messages: OutputStream
  private let palette: Palette
  private let width: () -> Int?
  private let messageWidth: () -> Int?
  private let isInterrupted: (() -> Bool)?
  private var document: ResultDocument

  /// A console that writes results to `results`, and messages to `messages`.
  ///
  /// - Parameters:
  ///   - results: Where results go.
  ///   - messages: Where everything else goes.
  ///   - palette: The colours of messages.
  ///   - document: What becomes of the results.
  ///   - width: The width of the terminal that shows the results, where there is one.
  ///   - messageWidth: The width of the terminal that shows messages, where there is one.
  ///   - isInterrupted: Asked while a table is drawn whether to leave it; without it none is left.
  package init(
    results: any ResultSink, messages: OutputStream, palette: Palette = .plain,
    document: ResultDocument,
    width: @escaping () -> Int? = { Terminal.width },
    messageWidth: @escaping () -> Int? = { nil }, isInterrupted: (() -> Bool)? = nil
  ) {
    self.results = results
    self.messages = messages
    self.palette = palette
    self.document = document
    self.width = width
    self.messageWidth = messageWidth
    self.isInterrupted = isInterrupted
  }

  /// The rows of results written so far.
  package var rowCount: Int { document.rowCount }

  /// The format of results.
  package var format: OutputFormat { document.format }

  /// Writes an outcome where it belongs.
  package func emit(_ outcome: Outcome) throws(OutputStream.Failure) {
    switch outcome {
    case .table(let table): try draw(table)
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
    let fitted = FittedMessage.text(text, width: messageWidth())
    try messages.write(PaintedMessage.text(fitted, in: palette) + "\n")
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

  /// What would stand behind the results if none followed.
  func closing() throws(SpreadsheetFailure) -> RenderedOutput {
    var document = document
    return try document.finish()
  }

  /// Ends the document of results in text, and begins another; a workbook is left as it is.
  func begin(_ document: ResultDocument) throws(OutputStream.Failure) {
    if case .text(let closing) = self.document.end() { try results.write(closing) }
    try results.flush()
    self.document = document
  }

  private func draw(_ table: ResultTable) throws(OutputStream.Failure) {
    guard let drawing = drawing(of: table) else {
      return try tell("error: interrupted while the result was drawn; .last shows it")
    }
    document = drawing.document
    try results.write(drawing.output)
  }

  /// What the document grows by, and the document behind it; nil when nobody waits for it.
  private func drawing(
    of table: ResultTable
  ) -> (document: ResultDocument, output: RenderedOutput)? {
    let draw = { @Sendable [document, width = width()] in
      var document = document
      let output = document.add(table, width: width)
      return (document: document, output: output)
    }
    let isLarge = table.rows.count * table.columns.count >= Console.figuresWorthAThread
    guard isLarge, let isInterrupted else { return draw() }
    return InterruptibleWork.run(until: isInterrupted) {
      // Rows that would only be made when they are written are made while they can still be left.
      let (document, output) = draw()
      return (document: document, output: RenderedOutput(bytes: output.bytes))
    }
  }

  /// Prose stands among results that people read; a machine's stream holds results alone.
  private func show(_ prose: Prose) throws(OutputStream.Failure) {
    guard let text = document.add(prose) else { return try tell(prose.shown) }
    try results.write(RenderedOutput(text))
  }
}
