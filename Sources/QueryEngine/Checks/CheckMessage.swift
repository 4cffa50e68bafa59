import Diagnostics
import MetricStore
import QuerySyntax

/// The wording of what can be wrong with a check, as against what it finds.
enum CheckMessage {
  static func ambiguous(_ name: Name, _ things: [NamedThing]) -> Diagnostic {
    let listed = things.map { "\($0.word) \($0.name)" }.joined(separator: ", ")
    return Diagnostic(
      "ambiguous-name", "several things are called '\(name.text)': \(listed)", at: name.range,
      notes: ["check one of them by its name"])
  }

  static func notCheckable(_ thing: NamedThing, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "not-checkable", "\(thing.name) is a \(thing.word), which has no figures to check", at: range,
      notes: ["a metric, a segment, a release or a company can be checked"])
  }

  static func notThenPublished(
    _ release: StoredRelease, _ cutoff: Basis.Cutoff, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "not-then-published",
      "\(release.name) was published on \(release.published), and queries answer as of "
        + cutoff.described, at: range, notes: ["`set as of = latest` knows everything"])
  }

  /// Nothing printed can be compared with anything else; `reason` says why.
  static func nothing(_ subject: String?, _ reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nothing-to-check",
      "there is nothing to check\(subject.map { " \($0) against" } ?? ""): "
        + reason, at: range,
      notes: [
        subject == nil
          ? "an identity or a formula says what should be equal: `help identity`"
          : "an identity would say what it should be equal to: `help identity`; `check` checks all"
      ])
  }

  static let unrelated =
    "it has no formula, no identity names it, and no printed segments, spans or repetitions of it "
    + "can be compared"

  static let unreported = "nobody has reported a figure of it"

  static let nothingPrinted = "no two printed figures say anything about one another"

  static func unpublished(_ company: String) -> String { "\(company) has published nothing" }

  static func unpublishedByThen(_ company: String) -> String {
    "\(company) had published nothing by then"
  }

  static func unchecked(_ company: String) -> String {
    "nothing of \(company) was checked: no figures of it that were asked for can be compared"
  }

  static func overflow(_ subject: String, _ period: String) -> ChecksOverflow {
    ChecksOverflow(subject: subject, period: period)
  }

  static func overflow(_ overflow: ChecksOverflow, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "overflow",
      "what \(overflow.subject) is checked against in \(overflow.period) has more digits than there "
        + "is room for", at: range)
  }

  /// What a check found wrong: `2 conflicts`, `1 failure and 2 conflicts`.
  static func faults(_ checks: [Check]) -> String? {
    let failures = checks.count { $0.verdict == .fails }
    let conflicts = checks.count { $0.verdict == .conflicts }
    let found = [
      failures > 0 ? SessionMessage.count(failures, "failure") : nil,
      conflicts > 0 ? SessionMessage.count(conflicts, "conflict") : nil,
    ].compactMap { $0 }
    return found.isEmpty ? nil : "the check found " + found.joined(separator: " and ")
  }
}

/// A figure whose other side can't be worked out exactly.
struct ChecksOverflow: Error {
  let subject: String
  let period: String
}
