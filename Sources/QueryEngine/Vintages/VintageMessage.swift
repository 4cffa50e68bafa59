import Diagnostics
import MetricStore
import Metrics
import QuerySyntax

/// The wording of what can be wrong with a question about releases and vintages.
enum VintageMessage {
  static func firstByRelease(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "first-by-release",
      "`by release` tells what each release changed, and `as reported` holds the first values",
      at: range, notes: ["leave one of the two out"])
  }
}
