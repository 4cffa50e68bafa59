import Diagnostics
import QuerySyntax
package import Tabular

/// What `set` can change for the rest of a session.
package struct Settings: Sendable {
  /// How a figure below zero is told to people.
  package var negative = NumberFormat.Negative.minus

  /// Whether growth on a base below zero is told.
  package var growth = Growth.standard

  /// What machine formats make of an answer.
  package var layout = MachineLayout.tidy

  /// What queries believe that don't say it themselves.
  var basis = Basis.restated

  /// What becomes of growth on a base below zero.
  package enum Growth: String, Sendable, CaseIterable {
    /// It is not meaningful.
    case standard
    /// It is told, with the sign of the base, as some issuers print it.
    case signed
  }

  /// Settings as they are at the start.
  package init() {}

  /// One setting: its name, the values it takes and what it does.
  package struct Description: Sendable {
    /// The words after `set`.
    package let name: String
    /// The values that it takes, the first one from the start.
    package let values: [String]
    /// One line on what it does.
    package let summary: String
  }

  /// Every setting of the language.
  package static let all: [Description] = [
    Description(
      name: "negative", values: NumberFormat.Negative.allCases.map(\.rawValue),
      summary: "how a figure below zero is told to people"),
    Description(
      name: "growth", values: Growth.allCases.map(\.rawValue),
      summary: "whether growth on a negative base is told, with the sign of the base"),
    Description(
      name: "layout", values: MachineLayout.allCases.map(\.rawValue),
      summary: "whether machine formats have one row a figure or the table as shown"),
    Description(
      name: "as of", values: ["latest", "a date", "a release"],
      summary: "by when the figures of every query that follows had been published"),
  ]

  /// The value that a setting has at present.
  package func value(of description: Description) -> String {
    switch description.name {
    case "negative": negative.rawValue
    case "growth": growth.rawValue
    case "layout": layout.rawValue
    default: basis.cutoff?.described ?? "latest"
    }
  }

  /// Changes a setting that takes one of some words; throws a diagnostic for a name or a value that
  /// there isn't.
  mutating func apply(_ statement: SettingStatement) throws(Diagnostic) {
    guard let description = Settings.all.first(where: { $0.name == statement.name }) else {
      throw SessionMessage.unknownSetting(statement)
    }
    guard description.values.contains(statement.value) else {
      throw SessionMessage.unknownValue(statement, of: description)
    }
    negative = NumberFormat.Negative(rawValue: statement.value) ?? negative
    growth = Growth(rawValue: statement.value) ?? growth
    layout = MachineLayout(rawValue: statement.value) ?? layout
  }
}
