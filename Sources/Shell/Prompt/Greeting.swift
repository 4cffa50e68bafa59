import Catalog
import QueryEngine

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
    Array(questions.lazy.filter(isAnswered).map(\.text).prefix(3))
  }

  /// A question, and the metric without whose figures it has no answer.
  private typealias Question = (text: String, metric: Metric?)

  private var questions: [Question] {
    let metrics = session.catalog.metrics
    guard let first = metrics.first(where: { $0.formula == nil }) else { return [] }
    let ratio = metrics.first { $0.shownIn == .percent }
    return (ratio.map { [("ratio \($0.name) by quarter", $0)] } ?? [])
      + [("show \(first.name) by segment for latest", first)]
      + ["yoy", "show"].map { ("\($0) \(first.name) by quarter", first) }
      + [("describe \(first.name)", nil)]
  }

  /// Whether there are figures to answer with, as far as that can be told at once.
  private func isAnswered(_ question: Question) -> Bool {
    question.metric.map(session.hasFigures) ?? true
  }
}
