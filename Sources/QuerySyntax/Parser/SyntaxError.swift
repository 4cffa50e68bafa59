import Diagnostics

/// A fault of syntax at its place, thrown by a production to the statement around it.
struct SyntaxError: Error {
  /// What is wrong.
  var message: SyntaxMessage
  /// Where it is.
  var range: SourceRange

  /// A fault at a place.
  init(_ message: SyntaxMessage, at range: SourceRange) {
    self.message = message
    self.range = range
  }

  /// The fault in words.
  var diagnostic: Diagnostic {
    Diagnostic("syntax." + message.id, message.text, at: range, notes: message.notes)
  }
}
