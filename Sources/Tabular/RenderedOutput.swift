/// What a document grows by, made piece by piece while it is being written, so that a large result is
/// never in memory a second time as text.
package struct RenderedOutput: Sequence, Sendable {
  fileprivate enum Part: Sendable {
    case text(String)
    case bytes([UInt8])
    /// So many rows, and what writes some of them.
    case rows(Int, @Sendable (Range<Int>, inout [UInt8]) -> Void)
  }

  private static let rowsOfAPiece = 512
  private var parts: [Part] = []

  /// Text that is there.
  package init(_ text: String = "") {
    if !text.isEmpty { parts = [.text(text)] }
  }

  /// Bytes that are no text.
  package init(bytes: [UInt8]) {
    parts = [.bytes(bytes)]
  }

  /// Rows that are written when their turn comes.
  init(rowCount: Int, writeRows: @escaping @Sendable (Range<Int>, inout [UInt8]) -> Void) {
    if rowCount > 0 { parts = [.rows(rowCount, writeRows)] }
  }

  /// Adds what comes behind it.
  package static func += (left: inout RenderedOutput, right: RenderedOutput) {
    left.parts += right.parts
  }

  /// One behind the other.
  package static func + (left: RenderedOutput, right: RenderedOutput) -> RenderedOutput {
    var output = left
    output += right
    return output
  }

  /// The same without the last character of a text at its end.
  func dropLast() -> RenderedOutput {
    guard case .text(let last)? = parts.last else { return self }
    var output = self
    output.parts[parts.count - 1] = .text(String(last.dropLast()))
    return output
  }

  /// All of it at once.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for piece in self { bytes += piece }
    return bytes
  }

  /// All of it as one text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The pieces in their order; those of text are in UTF-8.
  package func makeIterator() -> Iterator {
    Iterator(parts: parts[...])
  }

  /// Makes the pieces one after the other.
  package struct Iterator: IteratorProtocol {
    private var parts: ArraySlice<Part>
    private var row = 0

    fileprivate init(parts: ArraySlice<Part>) {
      self.parts = parts
    }

    /// The next piece; nil behind the last.
    package mutating func next() -> [UInt8]? {
      guard let part = parts.first else { return nil }
      switch part {
      case .text(let text):
        parts.removeFirst()
        return Array(text.utf8)
      case .bytes(let bytes):
        parts.removeFirst()
        return bytes
      case .rows(let count, let write):
        let end = Swift.min(row + RenderedOutput.rowsOfAPiece, count)
        var piece: [UInt8] = []
        write(row..<end, &piece)
        row = end
        if row == count {
          parts.removeFirst()
          row = 0
        }
        return piece
      }
    }
  }
}
