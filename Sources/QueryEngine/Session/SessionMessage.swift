import DataImport
import Diagnostics
import Metrics
import QuerySyntax
import Tabular

/// The wording of what can be wrong with a statement that is no query, and of what a statement did.
enum SessionMessage {
  static func alreadyThere(_ release: String) -> String {
    "release \(release) is in the store already, with the same content; nothing was appended"
  }

  static func appended(_ release: String, rows: Int, files: Int, head: String) -> String {
    "appended release \(release): \(count(rows, "figure")) from \(count(files, "file"))\n"
      + "head \(head)"
  }

  static func checked(_ release: String, rows: Int, files: Int) -> String {
    "release \(release) would be appended: \(count(rows, "figure")) from \(count(files, "file"))"
  }

  /// The lines before that of an import: what it declares, which names aren't as expected, and what
  /// else should be known about its figures.
  static func declaring(_ verb: String, _ checked: CheckedImport) -> String {
    let declared = checked.declared.map { ["\(verb) \($0)"] } ?? []
    return (declared + checked.alteredNames + checked.warnings).map { $0 + "\n" }.joined()
  }

  static func declared(_ number: Int, head: String) -> String {
    "appended \(count(number, "declaration"))\nhead \(head)"
  }

  static func nothingDrawn(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "nothing-drawn", "svg is for drawings, and this result is a table", at: range,
      notes: ["type plot, as in plot revenue, or choose another format"])
  }

  static func secondPlot(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "second-plot", "svg holds one plot, and this is the second", at: range,
      notes: ["put each into a file of its own: plot revenue into \"revenue.svg\""])
  }

  static func unknownEnding(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "unknown-ending", "the name of '\(path)' says no format", at: range,
      notes: ["names end in \(OutputFormat.knownEndings.joined(separator: ", "))"])
  }

  static func unknownSetting(_ statement: SettingStatement) -> Diagnostic {
    let note = Suggestions.note(for: statement.name, among: Settings.all.map(\.name))
    return Diagnostic(
      "unknown-setting", "there is no setting named '\(statement.name)'", at: statement.nameRange,
      notes: [note ?? "`list settings` shows them all"])
  }

  static func unknownValue(
    _ statement: SettingStatement, of description: Settings.Description
  ) -> Diagnostic {
    Diagnostic(
      "unknown-value", "\(description.name) can't be '\(statement.value)'",
      at: statement.valueRange, notes: ["it is \(description.values.joined(separator: " or "))"])
  }

  static func unreadableFile(_ path: String, _ reason: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic("unreadable-file", "'\(path)' can't be read: \(reason)", at: range)
  }

  static func circularInclude(_ chain: ArraySlice<String>, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "circular-include",
      "this file includes itself: \(chain.joined(separator: " → "))", at: range,
      notes: ["leave one of these includes out"])
  }

  static func includedTooDeeply(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "included-too-deeply", "files include one another more than \(limit) deep", at: range)
  }

  static func includedTooOften(_ limit: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "included-too-often", "this script includes more than \(limit) files", at: range)
  }

  static func unwritableFile(_ path: String, _ reason: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic("unwritable-file", "'\(path)' can't be written: \(reason)", at: range)
  }

  static func wrote(_ rows: Int, to path: String) -> String {
    "wrote \(count(rows, "row")) to \(path)"
  }

  /// `1 figure`, `563 figures`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension SessionMessage {
  /// What is said when every declaration of a batch is in the store already.
  static let nothingNew = "every declaration is in the store already; nothing was appended"

  /// The diagnostic for an error that nobody should have met: ours, not the user's.
  static func ownMistake(_ error: any Error, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "internal", "a mistake in kessan, not in your statement: \(error)", at: range,
      notes: ["please report it with the statement; the store is as it was"])
  }
}
