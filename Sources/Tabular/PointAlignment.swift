import TextForm

/// Lines figures up on their decimal points, whatever stands behind the points.
enum PointAlignment {
  /// Figures with so many spaces behind them that their points stand below one another.
  static func aligned(_ texts: [String]) -> [String] {
    zip(texts, missingTails(texts)).map { text, missing in
      text + String(repeating: " ", count: DisplayWidth.of(missing))
    }
  }

  /// What each figure lacks behind it to reach as far as the widest does behind its point.
  ///
  /// It is nothing, or such as `.50` or `%`. A text that is no figure lacks nothing.
  static func missingTails(_ texts: [String]) -> [String] {
    let tails = texts.map(tail)
    let widest = tails.max { DisplayWidth.of($0) < DisplayWidth.of($1) } ?? ""
    return zip(texts, tails).map { text, tail in
      isFigure(text) ? String(widest.dropFirst(tail.count)) : ""
    }
  }

  private static func isFigure(_ text: String) -> Bool {
    text.contains { $0.isASCII && $0.isNumber }
  }

  /// What stands behind the last digit of the whole part.
  private static func tail(_ text: String) -> String {
    guard isFigure(text) else { return "" }
    return String(text[(text.firstIndex(of: ".") ?? lastDigitEnd(of: text))...])
  }

  private static func lastDigitEnd(of text: String) -> String.Index {
    guard let digit = text.lastIndex(where: { $0.isASCII && $0.isNumber }) else {
      return text.endIndex
    }
    return text.index(after: digit)
  }
}
