import TextForm

/// One element of a drawing, and how its parts are written.
enum SVGElement {
  /// About how wide a terminal cell of text is: names of known fonts aren't measured here.
  static let cellWidth = 6.8

  /// About how wide a text is.
  static func width(of text: String) -> Double { Double(DisplayWidth.of(text)) * cellWidth }

  /// A text; `anchor` is `start`, `middle` or `end`.
  static func text(
    _ words: String, _ x: Double, _ y: Double, anchor: String = "start", kind: String = ""
  ) -> String {
    let name = kind.isEmpty ? "" : " class=\"\(kind)\""
    return "<text\(name) x=\"\(length(x))\" y=\"\(length(y))\" text-anchor=\"\(anchor)\">"
      + "\(escaped(words))</text>"
  }

  /// A straight line of a class.
  static func line(
    _ kind: String, from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) -> String {
    "<line class=\"\(kind)\" x1=\"\(length(start.x))\" y1=\"\(length(start.y))\" "
      + "x2=\"\(length(end.x))\" y2=\"\(length(end.y))\"/>"
  }

  /// A bar or column, with what it stands for.
  static func bar(
    x: Double, y: Double, width: Double, height: Double, telling words: String
  ) -> String {
    "<rect class=\"bar\" x=\"\(length(x))\" y=\"\(length(y))\" width=\"\(length(width))\" "
      + "height=\"\(length(height))\"><title>\(escaped(words))</title></rect>"
  }

  /// A length with one digit behind the point.
  static func length(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return sign + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }

  /// A text without anything that XML takes for a mark of its own, or can't hold; leading spaces stay.
  static func escaped(_ text: String) -> String {
    let visible = TextDirection.settled(EscapedText.visible(text))
    let indent = visible.prefix { $0 == " " }
    let held = visible.dropFirst(indent.count).unicodeScalars.map { scalar in
      scalar.value & 0xFFFE == 0xFFFE ? Unicode.Scalar(0xFFFD) : scalar
    }
    var rest = ""
    rest.unicodeScalars.append(contentsOf: held.compactMap { $0 })
    return String(repeating: "\u{A0}", count: indent.count) + HTMLRenderer.escaped(rest)
  }
}
