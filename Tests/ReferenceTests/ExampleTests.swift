import Foundation
import QueryEngine
import Shell
import Testing

/// Runs every example of the articles, so that what they print is what comes out.
///
/// `KESSAN_RECORD=1` writes down what comes out, and fails, so that a recording is always read.
@Suite struct ExampleTests {
  private static let records = ProcessInfo.processInfo.environment["KESSAN_RECORD"] != nil

  @Test(arguments: [Article.language, Article.commandLine, Article.readme])
  func examplesPrintWhatStandsBelowThem(_ path: String) throws {
    var article = try Article(path)
    var count = 0
    for block in article.fencedBlocks.reversed() {
      var examples = Example.examples(in: article.lines[block])
      if examples.isEmpty { continue }
      count += examples.count
      let session = try Session.sample()
      for index in examples.indices {
        let found = examples[index].run(in: session)
        if !Self.records {
          #expect(found == examples[index].output, "\(path): \(examples[index].statement[0])")
        }
        examples[index].output = found
      }
      article.lines.replaceSubrange(block, with: examples.flatMap { $0.statement + $0.output })
    }
    #expect(count > 0, "an article without an example proves nothing")
    if Self.records {
      try article.write()
      Issue.record("recorded \(path): read it, then run without KESSAN_RECORD")
    }
  }
}
