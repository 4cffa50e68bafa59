import Catalog
import QuerySyntax
import TextForm

/// What `help` tells about one word or subject.
package struct HelpTopic: Sendable {
  /// What a topic is about.
  package enum Kind: String, Sendable {
    case verb
    case function
    case clause
    case statement
    case subject
  }

  /// The word by which the topic is asked for.
  package let name: String
  /// What it is about.
  package let kind: Kind
  /// How it is written, with capitals for what is to be filled in; nothing for a subject.
  package let form: String
  /// What it does or gives, in a line.
  package let summary: String
  /// Further lines.
  package var details: [String] = []
  /// A statement that can be typed as it stands.
  package let example: String
  /// Whether this version answers it.
  package var isAnswered = true
  /// Other words that lead here.
  package var otherNames: [String] = []
}

/// Everything that `help` can tell about, in one table.
package enum HelpTopics {
  /// All topics, in the order of the overview.
  package static let all = functions + clauses + statements + subjects

  /// The topics that a word leads to; of several words the first may tell, as in `order by`.
  package static func topics(called name: String) -> [HelpTopic] {
    let folded = NameFolding.fold(name)
    let found = all.filter { $0.name == folded || $0.otherNames.contains(folded) }
    guard found.isEmpty, let first = folded.split(separator: " ").first else { return found }
    return all.filter { $0.name == first && $0.form.hasPrefix(folded) }
  }

  /// Every word that leads to a topic.
  package static var names: [String] { all.flatMap { [$0.name] + $0.otherNames } }
}
