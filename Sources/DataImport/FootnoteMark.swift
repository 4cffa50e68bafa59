/// A mark that refers from a figure to a footnote: `*`, `※`, `¹`, `(1)`, `[2]`, `*3`, `注1`.
struct FootnoteMark {
  /// The mark.
  let text: String
  /// What is left of the field without it.
  let figure: String

  /// The mark before or behind what would be a figure without it; nil where there is none.
  init?(in field: String, decimalMark mark: DecimalMark?) {
    let scalars = Array(field.unicodeScalars)
    let splits = scalars.indices.dropFirst().flatMap { index in
      [(scalars[index...], scalars[..<index]), (scalars[..<index], scalars[index...])]
    }
    for (sign, rest) in splits where FootnoteMark.isMark(FootnoteMark.text(sign)) {
      let figure = FootnoteMark.text(rest)
      // A parenthesis that closes a negative figure is a part of it.
      guard let read = try? FigureGrammar.figure(in: figure, decimalMark: mark), read.unit == nil,
        figure.unicodeScalars.contains(where: { ("0"..."9").contains($0) })
      else { continue }
      (self.text, self.figure) = (FootnoteMark.text(sign), figure)
      return
    }
    return nil
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String(String.UnicodeScalarView(scalars))[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func isMark(_ text: String) -> Bool {
    var inner = text[...]
    for (opening, closing) in [("(", ")"), ("[", "]"), ("（", "）"), ("⁽", "⁾")]
    where inner.hasPrefix(opening) && inner.hasSuffix(closing) {
      inner = inner.dropFirst().dropLast()
      return isReference(inner)
    }
    let isLetter = inner.count == 2 && inner.hasSuffix(")") && inner.first?.isLetter == true
    return isLetter || isSign(inner)
  }

  /// What stands in parentheses: a short number, a letter, or a sign.
  private static func isReference(_ text: Substring) -> Bool {
    let digits = text.hasPrefix("注") || text.hasPrefix("※") ? text.dropFirst() : text
    let isShort = digits.count <= 2
    let isNumber = digits.allSatisfy(\.isNumber)
    let isLetter = text.count == 1 && text.allSatisfy(\.isLetter)
    return !text.isEmpty && (isShort && isNumber || isLetter || isSign(text))
  }

  /// What stands alone: signs with a short number behind them or not, and raised digits.
  private static func isSign(_ text: Substring) -> Bool {
    let signs = text.prefix { "*＊†‡※#＃§¶注".contains($0) }
    let rest = text.dropFirst(signs.count)
    if signs.isEmpty { return !rest.isEmpty && rest.allSatisfy { "⁰¹²³⁴⁵⁶⁷⁸⁹".contains($0) } }
    return rest.count <= 2 && rest.allSatisfy(\.isNumber)
  }
}
