/// The parts of a text that nobody sees: controls, marks of direction, spaces without width.
package enum HiddenScalars {
  /// Whether a text has any.
  package static func isFound(in text: String) -> Bool {
    if isPlain(text) { return false }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { isHidden(at: $0, in: scalars) }
  }

  /// The text with each of them replaced.
  package static func replaced(
    in text: String, by replacement: (Unicode.Scalar) -> String
  ) -> String {
    if isPlain(text) { return text }
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { isHiding($0) }) else { return text }
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if isHidden(at: index, in: scalars) {
        result.append(contentsOf: replacement(scalar).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Most texts are plain, and nearly as fast to look through as to copy.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  private static func isHidden(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let scalar = scalars[index]
    guard isHiding(scalar) else { return false }
    guard isJoiner(scalar), index > 0 else { return true }
    return !joins(scalar, scalars[index - 1], index + 1 < scalars.count ? scalars[index + 1] : nil)
  }

  private static func isHiding(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format: true
    // What chooses the shape of the character before it is no character of its own.
    default: scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector
    }
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200D}" || scalar == "\u{200C}"
  }

  /// Whether a joiner changes how its neighbours look: emoji, conjuncts of Indian scripts, and the
  /// words of Persian that are written together and not joined.
  private static func joins(
    _ joiner: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar?
  ) -> Bool {
    if before.properties.canonicalCombiningClass == .virama { return true }
    guard let after else { return false }
    return joiner == "\u{200D}"
      ? isOfEmoji(before) && isOfEmoji(after) : isArabic(before) && isArabic(after)
  }

  private static func isOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && (scalar.properties.isEmoji || scalar.properties.isVariationSelector)
  }

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{0600}"..."\u{08FF}").contains(scalar)
  }
}
