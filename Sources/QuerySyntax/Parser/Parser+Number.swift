import Diagnostics
import Metrics

extension Parser {
  /// Reads a number with the percent sign or the scale behind it.
  mutating func parseNumber() throws(SyntaxError) -> NumberLiteral {
    let token = advance()
    let text = text(of: token)
    try refuseSeparators(behind: token, text)
    let amount = try amount(of: text, at: token.range)
    var scale = 0
    if take(.percent as Token.Kind) || (numbersTakeNames && take(.percent as Keyword)) {
      scale = -2
    } else if current.kind == .word, let exponent = UnitText.scales[folded(current)] {
      advance()
      scale = exponent
    }
    return NumberLiteral(amount: amount, scaleExponent: scale, text: text)
  }

  /// Reads a whole number from `least` to `most`.
  mutating func parseCount(_ wanted: Wanted, _ least: Int, _ most: Int) throws(SyntaxError) -> Int {
    let start = position
    let isNegative = least < 0 && take(.minus)
    guard current.kind == .number else { throw unexpected(wanted) }
    let token = advance()
    let text = text(of: token)
    try refuseSeparators(behind: token, text)
    let range = range(from: start)
    let amount = try amount(of: text, at: token.range)
    guard amount.exponent == 0 else {
      throw SyntaxError(.countNotWhole(quoted(text)), at: range)
    }
    let value = isNegative ? -Int(amount.mantissa) : Int(amount.mantissa)
    guard (least...most).contains(value) else {
      let shown = quoted(source.text(in: range))
      throw SyntaxError(.countOutOfRange(shown, least: least, most: most), at: range)
    }
    return value
  }

  /// The exact value of digits, a point and underscores.
  func amount(of text: String, at range: SourceRange) throws(SyntaxError) -> Amount {
    var mantissa: Int64 = 0
    var places: Int8?
    for byte in text.utf8 where byte != UInt8(ascii: "_") {
      guard byte != UInt8(ascii: ".") else {
        places = 0
        continue
      }
      let (shifted, first) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, second) = shifted.addingReportingOverflow(Int64(byte & 0x0F))
      if first || second { throw SyntaxError(.numberTooLarge(quoted(text)), at: range) }
      mantissa = sum
      if let count = places {
        if count == 40 { throw SyntaxError(.numberTooFine(quoted(text)), at: range) }
        places = count + 1
      }
    }
    return Amount(exact: mantissa, exponent: -(places ?? 0))
  }

  /// The text of a token in the form in which words are compared.
  func folded(_ token: Token) -> String { text(of: token).lowercased() }

  /// Throws where a comma and three digits follow a number at once, as in `1,000`.
  private func refuseSeparators(behind number: Token, _ text: String) throws(SyntaxError) {
    guard current.kind == .comma, !current.hasSpaceBefore, !isInList else { return }
    var ahead = 0
    var joined = text
    while token(ahead: ahead).kind == .comma, !token(ahead: ahead).hasSpaceBefore,
      let group = digitGroup(token(ahead: ahead + 1)), ahead < 40
    {
      joined += "," + group
      ahead += 2
    }
    guard ahead > 0 else { return }
    let range = SourceRange(number.range.lower, token(ahead: ahead - 1).range.upper)
    let corrected = joined.filter { $0 != "," }
    throw SyntaxError(.separatedNumber(quoted(joined), corrected: corrected), at: range)
  }

  /// The text of a number token that follows at once and begins with a group of three digits.
  private func digitGroup(_ token: Token) -> String? {
    guard token.kind == .number, !token.hasSpaceBefore else { return nil }
    let text = text(of: token)
    let whole = text.prefix { $0 != "." }
    return whole.count == 3 ? text : nil
  }
}
