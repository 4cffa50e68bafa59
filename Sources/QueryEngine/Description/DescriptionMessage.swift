import Catalog
import Diagnostics
import QuerySyntax

/// The wording of what can be wrong with a description.
enum DescriptionMessage {
  static func unknown(_ name: Name, among names: [String]) -> Diagnostic {
    let suggestion = Suggestions.note(for: name.folded, among: names)
    return Diagnostic(
      "unknown-name", "nothing is called '\(name.text)'", at: name.range,
      notes: [
        suggestion ?? "`list metrics` and `list segments` show what there is"
      ])
  }
}
