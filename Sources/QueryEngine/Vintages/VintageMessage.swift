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
  static func noHistory(by cutoff: Basis.Cutoff?, at range: SourceRange) -> Diagnostic {
    let when = cutoff.map { "had been published by \($0.described)" } ?? "was ever published"
    return Diagnostic(
      "no-history", "nothing of this \(when), and it follows from nothing else", at: range,
      notes: ["`describe` tells where there are figures, and `list releases` what came out"])
  }

  static func noPlaceInHistory(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "no-place-in-history",
      "\(what) has no place in a history, which shows each value as it was published", at: range,
      notes: [
        "name measures, segments, periods and `as of`, as in history revenue si for 2Q04; "
          + "`by release` lays a query out by release"
      ])
  }
  static func sameRelease(
    _ release: StoredRelease, others: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "same-release", "a release is compared with another one, and this is \(release.name) again",
      at: range,
      notes: [
        others.isEmpty
          ? "\(release.company) has only this one"
          : "\(release.company) also has \(others.joined(separator: ", "))"
      ])
  }

  static func unlikeCompanies(
    _ first: StoredRelease, _ second: StoredRelease, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "unlike-companies",
      "\(first.name) is a release of \(first.company), and \(second.name) of \(second.company)",
      at: range, notes: ["compare two releases of one company; `list releases` shows them"])
  }

  static func reversed(
    _ first: StoredRelease, _ second: StoredRelease, at range: SourceRange
  ) -> Diagnostic {
    let when =
      first.published == second.published
      ? "on \(first.published) too, and was appended before it"
      : "on \(second.published), before \(first.name) on \(first.published)"
    return Diagnostic(
      "reversed-releases", "\(second.name) came out \(when)", at: range,
      notes: ["the earlier one stands first: compare release \(second.name) with \(first.name)"])
  }

  static func notOutYet(
    _ release: StoredRelease, _ cutoff: Basis.Cutoff, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "not-out-yet",
      "\(release.name) came out on \(release.published), and queries answer as of "
        + cutoff.described, at: range, notes: ["`set as of = latest` ends that"])
  }
}
