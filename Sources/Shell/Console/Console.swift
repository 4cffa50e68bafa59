package import QueryEngine
package import Tabular

/// Where the outcomes of statements go: results to one stream, everything else to the other.
package final class Console {
  private let results: OutputStream
  private let messages: OutputStream
  private let format: OutputFormat
  private var previous: ResultTable.Layout?
  /// Whether nothing, text or something that an empty line sets apart stands above.
  private var above = Above.nothing

  private enum Above {
    case nothing
    case text
    case block
  }

  /// A console that writes results in `format` to `results`, and messages to `messages`.
  package init(results: OutputStream, messages: OutputStream, format: OutputFormat) {
    self.results = results
    self.messages = messages
    self.format = format
  }

  /// Writes an outcome where it belongs.
  package func emit(_ outcome: Outcome) throws(OutputStream.Failure) {
    switch outcome {
    case .table(let table): try show(table)
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

  /// Tables of one run are told apart by an empty line, which only people need.
  private func show(_ table: ResultTable) throws(OutputStream.Failure) {
    if above != .nothing, format == .table { try results.write("\n") }
    try results.write(format.render(table, after: previous, width: Terminal.width))
    previous = table.layout
    above = .block
  }

  /// Prose stands among results that people read; a machine's stream holds results alone.
  private func show(_ prose: Prose) throws(OutputStream.Failure) {
    if format.isForMachines { return try tell(prose.shown) }
    if above == .block || (above == .text && prose.isHeading) { try results.write("\n") }
    try results.write(prose.shown + "\n")
    above = .text
  }
}
