package import Diagnostics
import TextForm

/// A word that names something: a metric, a segment's path, a release, an alias, a label.
package struct Name: Sendable {
  /// The name as written, without its quotes or its `$`.
  package let text: String
  /// The name in the form in which names are compared.
  package let folded: String
  /// Whether it stood in quotes, where reserved words and spaces are allowed.
  package let isQuoted: Bool
  /// Whether it is a variable's, written behind `$`, for which something else stands.
  package let isVariable: Bool
  /// Where it stands.
  package let range: SourceRange

  /// A name as written at a place.
  package init(
    _ text: String, isQuoted: Bool = false, isVariable: Bool = false, at range: SourceRange
  ) {
    self.text = text
    self.folded = NameFolding.fold(text)
    self.isQuoted = isQuoted
    self.isVariable = isVariable
    self.range = range
  }
}
