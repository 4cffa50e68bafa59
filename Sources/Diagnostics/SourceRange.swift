/// A stretch of a source text, in UTF-8 offsets.
package struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  package var lower: Int
  /// The offset behind the last byte.
  package var upper: Int

  /// Makes the range from `lower` up to, not including, `upper`.
  package init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// The smallest range that holds both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(lower, other.lower), max(upper, other.upper))
  }
}
