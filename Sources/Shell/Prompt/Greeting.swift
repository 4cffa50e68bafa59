import Catalog
import Diagnostics
import QueryEngine
import QuerySyntax

/// What a person sees who has never asked anything here: three questions that this store answers.
struct Greeting {
  let session: Session

  /// The greeting, in lines.
  var text: String {
    let examples = self.examples
    let lines =
      examples.isEmpty
      ? ["The store holds no figures yet; `help release` tells how to bring some in."]
      : ["Ask for figures in a line, such as:"] + examples.map { "  " + $0 }
    return
      (lines + [
        "Tab completes, Ctrl-C stops or clears, `help` and `.help` tell more, Ctrl-D leaves."
      ]).joined(separator: "\n")
  }

  /// The first three of some questions that can be asked of what is declared.
  var examples: [String] {
    Array(candidates.lazy.filter(isAnswered).prefix(3))
  }

  private var candidates: [String] {
    let metrics = session.catalog.metrics
    guard let first = metrics.first(where: { $0.formula == nil }) else { return [] }
    let ratio = metrics.first { $0.shownIn == .percent }
    return (ratio.map { ["ratio \($0.name) by quarter"] } ?? [])
      + ["show \(first.name) by segment for latest", "yoy \(first.name) by quarter"]
      + ["show \(first.name) by quarter", "describe \(first.name)"]
  }

  private func isAnswered(_ example: String) -> Bool {
    let script = QueryParser.parse(SourceText(name: "greeting", example))
    guard let statement = script.statements.first, script.diagnostics.isEmpty else { return false }
    guard case .query(let query) = statement.kind else { return true }
    return (try? session.check(query)) != nil
  }
}
