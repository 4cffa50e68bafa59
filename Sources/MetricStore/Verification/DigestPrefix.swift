/// The beginning of a digest, as somebody noted it.
package struct DigestPrefix: Hashable, Sendable {
  /// Fewer digits are found too easily by somebody who looks for a digest that begins so.
  package static let shortest = 8

  /// The digits, in lower case.
  package let digits: String

  /// A beginning from its hexadecimal digits in either case; nil for other text, and for fewer
  /// digits than ``shortest`` or more than a digest has.
  package init?(parsing text: String) {
    guard (DigestPrefix.shortest...64).contains(text.utf8.count),
      text.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
    else { return nil }
    digits = text.lowercased()
  }

  /// Whether a digest begins so.
  func matches(_ digest: Digest) -> Bool {
    digest.description.hasPrefix(digits)
  }
}
