/// One field of a record: where its content stands in the file.
package struct CSVField: Hashable, Sendable {
  /// The offset of the content's first byte, behind an opening quote.
  package let start: Int
  /// The offset behind the content's last byte, before a closing quote.
  package let end: Int
  /// Whether the content holds doubled quotes, each of which stands for one.
  package let hasDoubledQuotes: Bool

  /// A field from its bounds.
  package init(start: Int, end: Int, hasDoubledQuotes: Bool = false) {
    self.start = start
    self.end = end
    self.hasDoubledQuotes = hasDoubledQuotes
  }

  /// A field that isn't there and therefore holds nothing.
  static let absent = CSVField(start: 0, end: 0)

  /// The content, without the white space around it.
  package func text(in bytes: [UInt8]) -> String {
    let range = ByteText.trimmed(bytes, start..<end)
    if !hasDoubledQuotes { return String(decoding: bytes[range], as: UTF8.self) }
    var content: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      content.append(bytes[index])
      let isDoubled =
        bytes[index] == CSVScanner.quote && index + 1 < range.upperBound
        && bytes[index + 1] == CSVScanner.quote
      index += isDoubled ? 2 : 1
    }
    return String(decoding: content, as: UTF8.self)
  }
}

/// What is wrong with the way a record is written.
package struct CSVFault: Error, Hashable, Sendable {
  /// The kinds of fault.
  package enum Reason: Hashable, Sendable {
    /// A quote opens a field and never closes it.
    case unclosedQuote
    /// Something other than a separator follows a closing quote.
    case textAfterQuote
    /// A line ends in a carriage return without a line feed.
    case carriageReturnAlone
  }

  /// What is wrong.
  package let reason: Reason
  /// Where it is: for a quote never closed, the quote that opened.
  package let offset: Int

  /// A fault at a place.
  package init(reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

/// Splits the bytes of a file into records and fields, as RFC 4180 has it, with any separator.
///
/// A field is a range of the file's bytes, and nothing is copied: most fields of a large file are
/// names that have been seen before, and a copy of each would take longer than all the rest.
///
/// A line may end in CRLF or LF, and a byte order mark at the beginning is skipped. A quote inside
/// a field that doesn't begin with one is an ordinary character; blanks may stand around quotes. After a fault the scanner stands
/// at the next record, so that the rest can be checked too.
package struct CSVScanner {
  static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let bytes: [UInt8]
  private let separator: UInt8
  private var line = 1
  private var fault: CSVFault?
  /// The offset of the first byte that wasn't read yet.
  package private(set) var offset: Int
  /// The line on which the record read last begins, from 1.
  package private(set) var recordLine = 1
  /// The offset at which the record read last begins.
  package private(set) var recordStart = 0

  /// A scanner at the beginning of a file.
  package init(_ bytes: [UInt8], separator: FieldSeparator = .comma) {
    self.bytes = bytes
    self.separator = separator.byte
    self.offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reads the next record into `fields`; false at the end of the file.
  package mutating func next(into fields: inout [CSVField]) throws(CSVFault) -> Bool {
    fields.removeAll(keepingCapacity: true)
    guard offset < bytes.count else { return false }
    recordLine = line
    recordStart = offset
    repeat {
      fields.append(isAtQuote() ? quotedField() : bareField())
    } while endsFieldOnly()
    if let found = fault {
      fault = nil
      throw found
    }
    return true
  }

  /// Whether a quote opens the field; blanks before it are stepped over, as they belong to no field.
  private mutating func isAtQuote() -> Bool {
    var index = offset
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == CSVScanner.quote else { return false }
    offset = index
    return true
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\t") && byte != separator)
  }

  private mutating func bareField() -> CSVField {
    let start = offset
    skipToDelimiter()
    return CSVField(start: start, end: offset)
  }

  /// Moves to the next separator, line break or end of the file.
  private mutating func skipToDelimiter() {
    var index = offset
    let end = bytes.count
    while index < end {
      let byte = bytes[index]
      if byte == separator { break }
      if byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn { break }
      index += 1
    }
    offset = index
  }

  private mutating func quotedField() -> CSVField {
    let opening = offset
    var hasDoubledQuotes = false
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == CSVScanner.lineFeed { line += 1 }
      if byte == CSVScanner.quote {
        guard offset + 1 < bytes.count, bytes[offset + 1] == CSVScanner.quote else {
          let field = CSVField(
            start: opening + 1, end: offset, hasDoubledQuotes: hasDoubledQuotes)
          closeQuote()
          return field
        }
        hasDoubledQuotes = true
        offset += 1
      }
      offset += 1
    }
    note(.unclosedQuote, at: opening)
    return CSVField(start: opening + 1, end: bytes.count, hasDoubledQuotes: hasDoubledQuotes)
  }

  private mutating func closeQuote() {
    offset += 1
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
    let behind = offset
    skipToDelimiter()
    if offset > behind { note(.textAfterQuote, at: behind) }
  }

  /// Steps over what ends a field; true for a separator, after which the record goes on.
  private mutating func endsFieldOnly() -> Bool {
    guard offset < bytes.count else { return false }
    let byte = bytes[offset]
    offset += 1
    if byte == separator { return true }
    if byte == CSVScanner.carriageReturn {
      guard offset < bytes.count, bytes[offset] == CSVScanner.lineFeed else {
        note(.carriageReturnAlone, at: offset - 1)
        offset = bytes.count
        return false
      }
      offset += 1
    }
    line += 1
    return false
  }

  /// Keeps the first fault of a record, which explains those that follow from it.
  private mutating func note(_ reason: CSVFault.Reason, at place: Int) {
    if fault == nil { fault = CSVFault(reason: reason, offset: place) }
  }
}
