import TextForm

/// A field that names something, as it is compared and declared.
///
/// Spreadsheets break the lines of a cell, and web pages and PDFs leave marks that nobody sees; with
/// them, two names that look the same would be two metrics.
struct FieldName {
  /// The name: a line break and several spaces in it are one space, and none stands around it.
  let text: String
  /// Whether something that can't be seen was left out.
  let lostSomething: Bool

  init(_ written: String) {
    let oneLine =
      written.unicodeScalars.contains(where: FieldName.breaksLine)
      ? written.unicodeScalars.split(whereSeparator: FieldName.breaksLine)
        .map { FieldName.trimmed(String($0)) }.filter { !$0.isEmpty }.joined(separator: " ")
      : written
    lostSomething = HiddenScalars.isFound(in: oneLine)
    let words = HiddenScalars.replaced(in: oneLine) { _ in "" }.split(separator: " ")
    text = FieldName.trimmed(words.joined(separator: " "))
  }

  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lineSeparator, .paragraphSeparator: true
    default: ("\t"..."\r").contains(scalar) || scalar == "\u{85}"
    }
  }

  /// The text without the white space of any script around it.
  private static func trimmed(_ text: String) -> String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
