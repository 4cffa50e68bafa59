import Diagnostics
import Metrics
import QuerySyntax

/// The wording of what can be wrong with the basis of a query.
enum BasisMessage {
  static func beforeEverything(
    _ cutoff: Basis.Cutoff, _ companies: [String],
    first: (release: String, published: CalendarDate),
    isSetting: Bool, at range: SourceRange
  ) -> Diagnostic {
    let wayOut =
      isSetting
      ? "`set as of = \(first.published)` is the earliest; `set as of = latest` knows everything"
      : "the earliest is as of \(first.published)"
    return Diagnostic(
      "before-everything",
      "\(companies.joined(separator: ", ")) had published nothing by \(cutoff.described): "
        + "\(companies.count == 1 ? "its" : "the") first figures came with "
        + "\(first.release) on \(first.published)", at: range, notes: [wayOut])
  }

  static func releaseNotInRows(_ name: Name, among names: [String]) -> Diagnostic {
    Diagnostic(
      "release-not-in-rows", "'\(name.text)' is none of the releases in these rows", at: name.range,
      notes: [
        Suggestions.note(for: name.folded, among: names)
          ?? "`list releases` shows them, and the basis limits which count"
      ])
  }

  static func unknownRelease(_ name: Name, among names: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-release", "there is no release named '\(name.text)'", at: name.range,
      notes: [
        Suggestions.note(for: name.folded, among: names)
          ?? "`list releases` shows them; a day is written 2004-11-11"
      ])
  }
}
