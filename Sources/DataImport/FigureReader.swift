/// Reads one figure from left to right: sign and unit, digits, point, digits, unit.
struct FigureReader {
  private let bytes: [UInt8]
  private let start: Int
  private let end: Int
  private var index: Int
  private var hasSign = false
  private var isNegative = false
  private var isOpened = false
  private var isClosed = false
  private var isPlain = true
  private var unit: Range<Int>?
  private var magnitude: UInt64 = 0
  private var digitCount = 0
  private var places = 0

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.start = range.lowerBound
    self.end = range.upperBound
    self.index = range.lowerBound
  }

  mutating func figure() throws(FigureFault) -> Figure {
    try readHead()
    try readWhole()
    try readFraction()
    if index < end { try readTail() }
    guard isOpened == isClosed else { throw .unbalancedParenthesis }
    guard let size = Int64(exactly: magnitude) else { throw .tooManyDigits }
    let hidesSign = isNegative && size == 0
    return Figure(
      mantissa: isNegative ? -size : size, places: places,
      unit: unit.map { String(decoding: bytes[$0], as: UTF8.self) },
      isPlain: isPlain && !hidesSign)
  }

  /// What stands before the digits: a sign, an opening parenthesis, a unit such as `¥`.
  private mutating func readHead() throws(FigureFault) {
    while index < end {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): return
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        isPlain = isPlain && index == start && byte == UInt8(ascii: "-")
        try takeSign(isMinus: byte == UInt8(ascii: "-"))
      case UInt8(ascii: "("):
        if isOpened { throw .unbalancedParenthesis }
        isOpened = true
        try takeSign(isMinus: true)
        isPlain = false
      case UInt8(ascii: ")"): throw .unbalancedParenthesis
      case UInt8(ascii: ","): throw .misplacedSeparator
      case UInt8(ascii: " "): skip()
      default: try takeUnit { FigureReader.endsPrefix($0) }
      }
    }
    throw .noDigits
  }

  private mutating func takeSign(isMinus: Bool) throws(FigureFault) {
    if hasSign {
      let hasDigits = (start..<end).contains { ByteText.isDigit(bytes[$0]) }
      throw hasDigits ? .twoSigns : .noDigits
    }
    hasSign = true
    isNegative = isMinus
    index += 1
  }

  /// The digits before the point, in groups of three where there are separators.
  private mutating func readWhole() throws(FigureFault) {
    let first = index
    var groupStart = index
    var hasSeparators = false
    while index < end {
      let byte = bytes[index]
      if ByteText.isDigit(byte) {
        try take(digit: byte)
      } else if byte == UInt8(ascii: ",") {
        let length = index - groupStart
        guard hasSeparators ? length == 3 : (1...3).contains(length) else {
          throw .misplacedSeparator
        }
        hasSeparators = true
        index += 1
        groupStart = index
      } else {
        break
      }
    }
    if hasSeparators, index - groupStart != 3 { throw .misplacedSeparator }
    if digitCount == 0 || (digitCount > 1 && bytes[first] == UInt8(ascii: "0")) { isPlain = false }
  }

  private mutating func readFraction() throws(FigureFault) {
    guard index < end, bytes[index] == UInt8(ascii: ".") else {
      if digitCount == 0 { throw .noDigits }
      return
    }
    index += 1
    let wholeCount = digitCount
    while index < end, ByteText.isDigit(bytes[index]) { try take(digit: bytes[index]) }
    places = digitCount - wholeCount
    if index < end, bytes[index] == UInt8(ascii: ".") { throw .twoPoints }
    if index < end, bytes[index] == UInt8(ascii: ",") { throw .separatorBehindPoint }
    if places == 0 { throw digitCount == 0 ? .noDigits : .noDigitBehindPoint }
  }

  private mutating func take(digit: UInt8) throws(FigureFault) {
    let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
    // An exponent has to fit as well, so that zeros in front count after a point.
    if overflow || digitCount >= 40 { throw .tooManyDigits }
    let (sum, carries) = product.addingReportingOverflow(UInt64(digit &- 48))
    if carries { throw .tooManyDigits }
    magnitude = sum
    digitCount += 1
    index += 1
  }

  /// What stands behind the digits: a closing parenthesis and a unit, in either order.
  private mutating func readTail() throws(FigureFault) {
    isPlain = false
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "): skip()
      case UInt8(ascii: ")"):
        if isClosed || !isOpened { throw .unbalancedParenthesis }
        isClosed = true
        index += 1
      case UInt8(ascii: "("): throw .unbalancedParenthesis
      case UInt8(ascii: "-"), UInt8(ascii: "+"): throw .signBehind
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","):
        throw .digitsApart
      default: try takeUnitBehind()
      }
    }
  }

  private mutating func takeUnitBehind() throws(FigureFault) {
    let first = bytes[index] | 0x20
    try takeUnit { FigureReader.endsSuffix($0) }
    guard index < end, let unit, unit.upperBound == index else { return }
    let next = bytes[index]
    guard ByteText.isDigit(next) || next == UInt8(ascii: "-") || next == UInt8(ascii: "+") else {
      return
    }
    if first == UInt8(ascii: "x") { throw .hexadecimal }
    throw unit.count == 1 && first == UInt8(ascii: "e") ? .scientific : .digitsApart
  }

  private mutating func takeUnit(until ends: (UInt8) -> Bool) throws(FigureFault) {
    if unit != nil { throw .twoUnits }
    let first = index
    while index < end, !ends(bytes[index]) { index += 1 }
    unit = ByteText.trimmed(bytes, first..<index)
    isPlain = false
  }

  private mutating func skip() {
    index += 1
    isPlain = false
  }

  private static func endsPrefix(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ".") || endsSuffix(byte)
  }

  private static func endsSuffix(_ byte: UInt8) -> Bool {
    ByteText.isDigit(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }
}
