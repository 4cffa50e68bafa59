/// What stands between the fields of a file.
package enum FieldSeparator: CaseIterable, Hashable, Sendable {
  case comma
  case tab
  case semicolon

  /// The separator itself.
  package var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .tab: UInt8(ascii: "\t")
    case .semicolon: UInt8(ascii: ";")
    }
  }

  /// The word for it.
  var name: String {
    switch self {
    case .comma: "comma"
    case .tab: "tab"
    case .semicolon: "semicolon"
    }
  }

  /// The mark before decimals that goes without saying in a file with this separator.
  ///
  /// Programs write semicolons where the comma has another use, so that `1,234` and `1.234` may both be
  /// either of two figures there: nil, and it has to be said.
  var usualDecimalMark: DecimalMark? { self == .semicolon ? nil : .point }

  /// The separator of a file, found in its header: the first that gives a column that `isKnown`, else
  /// the first that gives several columns.
  static func found(
    in bytes: [UInt8], isKnown: (String) -> Bool
  ) -> FieldSeparator {
    let headers = allCases.map { ($0, headings(of: bytes, by: $0)) }
    let telling =
      headers.first { $0.1.contains(where: isKnown) } ?? headers.first { $0.1.count > 1 }
    return telling?.0 ?? .comma
  }

  /// The first record that isn't blank; empty where there is none, or where it is broken.
  private static func headings(of bytes: [UInt8], by separator: FieldSeparator) -> [String] {
    var scanner = CSVScanner(bytes, separator: separator)
    var fields: [CSVField] = []
    while (try? scanner.next(into: &fields)) == true {
      let headings = fields.map { FieldName($0.text(in: bytes)).text }
      if headings.contains(where: { !$0.isEmpty }) { return headings }
    }
    return []
  }
}

/// What stands before the decimals of a figure.
package enum DecimalMark: String, CaseIterable, Hashable, Sendable {
  /// `1,234.5`.
  case point
  /// `1.234,5` and `1 234,5`.
  case comma
}
