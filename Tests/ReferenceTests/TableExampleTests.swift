import Diagnostics
import QueryEngine
import Shell
import Testing

/// The examples in the tables of the language reference: each runs alone, and is refused as not
/// answered where its row says so, and only there.
@Suite struct TableExampleTests {
  @Test func rowsSayWhetherTheirExamplesAreAnswered() throws {
    let tables = try Article(Article.language).tables.filter { $0[0].last == "example" }
    #expect(tables.count >= 5)
    for row in tables.flatMap({ $0.dropFirst() }) {
      guard let example = row[2].split(separator: "`").first else { continue }
      let isRefused = try refusal(of: String(example)) == "not-answered"
      #expect(isRefused == row.joined().contains("*not yet answered*"), "\(example)")
    }
  }

  /// The ID of the first diagnostic of a statement; nil when it succeeds.
  private func refusal(of statement: String) throws -> String? {
    var id: String?
    let session = try Session.sample()
    session.writeFile = { _ in }
    let succeeded = session.run(
      SourceText(name: "example", statement),
      readFile: { path throws(UnreadableFile) in throw UnreadableFile(reason: "no \(path)") },
      emit: { outcome in
        if case .failure(.diagnostics(let diagnostics, _)) = outcome { id = diagnostics.first?.id }
      })
    #expect(succeeded || id == "not-answered", "\(statement): \(id ?? "")")
    return id
  }
}
