import Catalog
import Diagnostics
import QuerySyntax

/// The wording of what can be wrong with a description.
enum DescriptionMessage {
  static func unknown(_ name: Name, among names: [String]) -> Diagnostic {
    let suggestion =
      HelpTopics.topics(called: name.text).isEmpty
      ? Suggestions.note(for: name.folded, among: names)
      : "it is a word of the language: `help \(name.text)` tells about it"
    return Diagnostic(
      "unknown-name", "nothing is called '\(name.text)'", at: name.range,
      notes: [
        suggestion ?? "`list metrics`, `list segments` and `list releases` show what there is"
      ])
  }
}
