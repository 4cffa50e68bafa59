import Diagnostics
import QuerySyntax
import TextForm

/// What `help` says, in lines that fit a screen.
enum HelpText {
  /// The widest line.
  static let width = 80

  /// The help on a topic; throws where there is none of that name.
  static func text(on topic: String, at range: SourceRange) throws(Diagnostic) -> String {
    let topics = HelpTopics.topics(called: topic)
    if topics.isEmpty { throw unknown(topic, at: range) }
    return topics.map(text).joined(separator: "\n\n")
  }

  private static func text(on topic: HelpTopic) -> String {
    var lines = ["\(topic.name) (\(topic.kind.rawValue)): \(topic.summary)"]
    lines += topic.details.map { "  " + $0 }
    if !topic.form.isEmpty { lines.append("  form     \(topic.form)") }
    lines.append("  example  \(topic.example)")
    if !topic.isAnswered { lines.append("  this version doesn't answer it yet") }
    return lines.joined(separator: "\n")
  }

  private static func unknown(_ topic: String, at range: SourceRange) -> Diagnostic {
    let suggestion = Suggestions.note(for: NameFolding.fold(topic), among: HelpTopics.names)
    return Diagnostic(
      "unknown-topic", "there is no help on '\(topic)'", at: range,
      notes: [
        suggestion ?? "`help` shows all topics; `describe` tells about names of the store"
      ])
  }

  // MARK: - Overview

  /// What a person sees who asks for nothing in particular; only what is answered is named.
  static let overview: String = {
    var lines = [
      "A question is a verb, measures, segments and clauses:",
      "  ratio gross_margin si by quarter",
      "  show revenue by segment for 2Q04, 2Q03, yoy(2Q04)",
      "",
    ]
    for (title, kind) in [
      ("verbs", HelpTopic.Kind.verb), ("functions", .function), ("clauses", .clause),
      ("statements", .statement), ("subjects", .subject),
    ] {
      let names = HelpTopics.all.filter { $0.kind == kind && $0.isAnswered }.map(\.name)
      lines += wrapped(names, behind: title)
    }
    return
      (lines + [
        "", "`help yoy` tells about a word or a subject, `describe revenue` about a name.",
        "Begin with `list metrics`; the language reference tells everything.",
      ]).joined(separator: "\n")
  }()

  /// Words in lines that stand behind a title; no line for no words.
  private static func wrapped(_ words: [String], behind title: String) -> [String] {
    let indentation = 12
    var lines: [String] = []
    var line = title
    for word in words {
      if line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      let gap = max(1, indentation - line.count)
      line += String(repeating: " ", count: gap) + word
    }
    return words.isEmpty ? [] : lines + [line]
  }
}
