/// One thing that is wrong, or worth knowing, about what somebody wrote.
///
/// A diagnostic is a value: whoever finds the fault states it, and whoever owns the screen or the
/// file decides how it looks.
package struct Diagnostic: Error, Hashable, Sendable {
  /// How much it matters.
  package enum Severity: String, Sendable {
    case error
    case warning
    case note
  }

  /// A stable name of the kind of fault, such as `unknown-metric`.
  package var id: String
  /// How much it matters.
  package var severity: Severity
  /// What is wrong: lower-case, exact and kind.
  package var message: String
  /// Where it is; nil where the fault has no place in a text.
  package var range: SourceRange?
  /// What to type instead, and what else helps, each as a line of its own.
  package var notes: [String]

  /// A diagnostic with its facts in words.
  package init(
    _ id: String, severity: Severity = .error, _ message: String, at range: SourceRange? = nil,
    notes: [String] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
  }
}
