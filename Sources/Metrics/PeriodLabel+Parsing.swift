extension PeriodLabel {
  /// Reads a label in any of its written forms; nil when the text has the shape of none.
  ///
  /// The forms are `2Q04`, `Q2FY04`, `Q2 FY04`, `FY04Q2`, `FY2004Q2`, `1H04`, `H1FY04`, `FY04H1`,
  /// `9M04`, `FY04`, `FY2004`, `CY2004Q3`, `2004Q3`, `CY2004` and `2004-09`. Case
  /// doesn't matter. Years of two digits are 1970 to 1999 from 70 on, and else 2000 to 2069.
  package init?(parsing text: some StringProtocol) {
    // Most of what is read is a name.
    guard let first = text.utf8.first, LabelScanner.begins(with: first) else { return nil }
    var scanner = LabelScanner(text)
    guard let label = scanner.label(), scanner.isAtEnd else { return nil }
    self = label
  }
}

/// Reads the letters and digits of a label from left to right.
private struct LabelScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: some StringProtocol) {
    bytes = text.utf8.map { (97...122).contains($0) ? $0 - 32 : $0 }
  }

  /// Whether a label can begin with that byte: a digit, or the first letter of a mark.
  static func begins(with byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    // What differs from its capital in this bit alone.
    default: "FCQH".utf8.contains(byte & ~0x20)
    }
  }

  var isAtEnd: Bool { index == bytes.count }

  mutating func label() -> PeriodLabel? {
    if take("FY") { return fiscalLabel(startingWithYear: year()) }
    if take("CY") { return calendarLabel(year: fullYear()) }
    if take("Q") { return part(1...4).flatMap { part in closingYear { .quarter(part, year: $0) } } }
    if take("H") { return part(1...2).flatMap { part in closingYear { .half(part, year: $0) } } }
    return digitLabel()
  }

  /// `2Q04`, `1H04`, `9M04`, `2004Q3` and `2004-09`: what begins with a digit.
  private mutating func digitLabel() -> PeriodLabel? {
    let start = index
    if let year = fullYear() {
      if take("-"), let month = twoDigits(), (1...12).contains(month) {
        return .quarterEnding(Month(year: year, month: month))
      }
      if take("Q"), let quarter = part(1...4) { return .calendarQuarter(quarter, year: year) }
      index = start
    }
    guard let number = part(1...9) else { return nil }
    if take("Q"), number <= 4 { return closingYear { .quarter(number, year: $0) } }
    if take("H"), number <= 2 { return closingYear { .half(number, year: $0) } }
    if take("M"), number == 9 { return closingYear { .nineMonths(year: $0) } }
    return nil
  }

  private mutating func fiscalLabel(startingWithYear year: Int?) -> PeriodLabel? {
    guard let year else { return nil }
    if take("Q") { return part(1...4).map { .quarter($0, year: year) } }
    if take("H") { return part(1...2).map { .half($0, year: year) } }
    return .year(year)
  }

  private mutating func calendarLabel(year: Int?) -> PeriodLabel? {
    guard let year else { return nil }
    if take("Q") { return part(1...4).map { .calendarQuarter($0, year: year) } }
    return .calendarYear(year)
  }

  /// The year at a label's end, with or without a space and `FY` before it.
  private mutating func closingYear(_ label: (Int) -> PeriodLabel) -> PeriodLabel? {
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    _ = take("FY")
    return year().map(label)
  }

  private mutating func year() -> Int? {
    if let year = fullYear() { return year }
    return twoDigits().map { $0 >= 70 ? 1900 + $0 : 2000 + $0 }
  }

  private mutating func fullYear() -> Int? {
    guard let year = number(ofDigits: 4) else { return nil }
    if (1000...9999).contains(year) { return year }
    index -= 4
    return nil
  }

  private mutating func twoDigits() -> Int? { number(ofDigits: 2) }

  private mutating func part(_ range: ClosedRange<Int>) -> Int? {
    guard let value = number(ofDigits: 1) else { return nil }
    if range.contains(value) { return value }
    index -= 1
    return nil
  }

  private mutating func number(ofDigits count: Int) -> Int? {
    guard index + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + count] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    index += count
    return value
  }

  private mutating func take(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { wanted in
      guard index + wanted.count <= bytes.count,
        bytes[index..<index + wanted.count].elementsEqual(wanted)
      else { return false }
      index += wanted.count
      return true
    }
  }
}
