import Diagnostics
import QueryEngine
import QuerySyntax
import Tabular
import Shell
import Testing

/// `help` tells about every word of the language, and what it gives as an example can be typed.
@Suite struct HelpTests {
  @Test(arguments: [
    (HelpTopic.Kind.verb, Vocabulary.verbs), (.clause, Vocabulary.clauseWords),
    (.statement, Vocabulary.statementWords),
  ])
  func everyWordHasATopic(_ kind: HelpTopic.Kind, _ words: [String]) {
    for word in words {
      let kinds = HelpTopics.topics(called: word).map(\.kind)
      #expect(kinds.contains(kind), "\(word)")
    }
    #expect(!words.isEmpty)
  }

  @Test(arguments: [
    Vocabulary.scalarFunctions, Vocabulary.dimensions, Vocabulary.extras,
    ["as of", "as reported", "order by", "like for like", "YOY", "periods", "kinds", "states"],
  ])
  func otherWordsLeadToATopic(_ words: [String]) {
    for word in words { #expect(!HelpTopics.topics(called: word).isEmpty, "\(word)") }
  }

  @Test(arguments: HelpTopics.all.map(\.name))
  func examplesParse(_ name: String) {
    for topic in HelpTopics.topics(called: name) {
      let script = QueryParser.parse(SourceText(name: "help", topic.example))
      #expect(script.diagnostics.isEmpty && !script.statements.isEmpty, "\(topic.example)")
    }
  }

  /// Statements have a session of their own each, because some change the store.
  @Test func examplesRunWhereTheTopicIsAnswered() throws {
    let shared = try Session.sample()
    for topic in HelpTopics.all {
      let session = topic.kind == .statement ? try Session.sample() : shared
      if topic.name == "compare" { try appendSecondRelease(to: session) }
      let expected = topic.isAnswered ? nil : "not-answered"
      #expect(refusal(of: topic.example, in: session) == expected, "\(topic.example)")
    }
  }

  @Test func theOverviewFitsAScreen() throws {
    var text = ""
    _ = try Session.sample().run(
      SourceText(name: "test", "help"), readFile: Self.file,
      emit: { if case .prose(let prose) = $0 { text = prose.shown } })
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect((10...24).contains(lines.count))
    #expect(lines.allSatisfy { $0.count <= 80 })
    for word in ["show", "by", "describe", "periods"] { #expect(text.contains(" \(word)")) }
  }

  /// The sample has one release, and a comparison needs two.
  private func appendSecondRelease(to session: Session) throws {
    let release = try #require(HelpTopics.topics(called: "release").first)
    #expect(refusal(of: release.example, in: session) == nil)
  }

  /// The ID of what keeps an example from running on the sample; nil when it runs.
  private func refusal(of example: String, in session: Session) -> String? {
    var id: String?
    session.writeFile = { _ in }
    _ = session.run(
      SourceText(name: "help", example), readFile: Self.file,
      emit: { outcome in
        guard case .failure(let failure) = outcome else { return }
        id = failure.text
        if case .diagnostics(let diagnostics, _) = failure { id = diagnostics.first?.id }
      })
    return id
  }

  /// A script that does nothing, or a file of one figure.
  private static func file(_ path: String) throws(UnreadableFile) -> [UInt8] {
    path.hasSuffix(".kq") ? [] : Array("metric,unit,3Q04\nrevenue,JPY million,\"11,000\"\n".utf8)
  }
}
