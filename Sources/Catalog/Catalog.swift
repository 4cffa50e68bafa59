package import Metrics
package import QuerySyntax
import TextForm

/// Everything that has been declared, ready to be looked up.
///
/// It is the replay of the store's declarations: start with an empty catalog and declare one
/// statement after the other. The order of declaration is kept, because results list metrics and
/// segments in that order.
package struct Catalog: Sendable {
  /// The companies, in the order declared.
  package internal(set) var companies: [Company] = []
  /// The segments, in the order declared; the root is not among them.
  package internal(set) var segments: [Segment] = []
  /// The metrics, in the order declared.
  package internal(set) var metrics: [Metric] = []
  /// The identities, in the order declared; one metric can have several.
  package internal(set) var identities: [Identity] = []
  /// The units, in the order declared, after those that every catalog has.
  package internal(set) var units = UnitTable()
  /// The saved queries, in the order declared.
  package internal(set) var savedQueries: [SavedQuery] = []
  /// Whether any segment was ever declared for some metrics only.
  var hasNarrowedSegments = false
  /// Whether any segment was ever declared within another.
  package internal(set) var hasOfWhiches = false
  /// The indices of the segments right below each path; below the root, those without a parent.
  var childIndices: [String: [Int]] = [:]
  var companyIndex = NameIndex()
  var segmentIndex = NameIndex()
  var metricIndex = NameIndex()
  var savedQueryIndex = NameIndex()

  /// A catalog in which nothing but the currencies is declared.
  package init() {}
}

/// A company, as declared.
package struct Company: Sendable {
  /// Its name.
  package let name: String
  /// Its labels.
  package let labels: Labels
  /// When its fiscal year starts and how it is called.
  package let calendar: FiscalCalendar
  /// What it does with the digits that it doesn't print.
  package let rounding: PrintedRounding
}

/// A segment, as declared.
package struct Segment: Sendable {
  /// Its whole path, such as `connectivity.dedicated`.
  package let path: String
  /// Its labels.
  package let labels: Labels
  /// The metrics that it is declared for; empty for all.
  package let onlyFor: [Name]
  /// The last period of its life, where it was declared to end.
  package let until: PeriodExpression?
  /// The path of the segment that it is an of-which of; nil for a part that adds up.
  package let whole: String?
  /// The path of the segment that it is part of; nil for one right below the root.
  package let parentPath: String?

  init(_ declaration: SegmentDeclaration, whole: String?) {
    let path = declaration.name.text
    self.path = path
    labels = declaration.labels
    onlyFor = declaration.onlyFor
    until = declaration.until
    self.whole = whole
    parentPath = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(path[..<$0]) }
  }

  /// Whether it is an of-which: shown, and never added to its parent.
  package var isOfWhich: Bool { whole != nil }

  /// The path of the segment of which it is a part, added up or not.
  package var containerPath: String { whole ?? parentPath ?? Segment.rootPath }

  /// The path of the root, to which every figure without a segment belongs.
  package static let rootPath = "total"
}

/// A metric, as declared.
package struct Metric: Sendable {
  /// Its name.
  package let name: String
  /// Its labels.
  package let labels: Labels
  /// Where its figures come from.
  package let definition: Definition
  /// What it is: its kind and unit, given or inferred from its formula.
  package let signature: Signature
  /// The unit and scale it is shown in when its declaration names one, such as percent.
  package let shownIn: PrintedUnit?

  /// Where a metric's figures come from.
  package enum Definition: Sendable {
    /// They are reported.
    case reported
    /// They are calculated by a formula over other metrics.
    case formula(Expression)
  }

  /// The formula, where there is one.
  package var formula: Expression? {
    if case .formula(let expression) = definition { expression } else { nil }
  }
}

/// An equation that a company's figures are meant to satisfy.
package struct Identity: Sendable {
  /// The metric on the left.
  package let metric: String
  /// What it should equal.
  package let formula: Expression
  /// The statement in canonical form, by which one identity is told from another.
  package let statement: String
}

extension Labels {
  /// Every label in every language.
  package var all: [String] {
    (label.map { [$0] } ?? []) + translations.map(\.label)
  }
}
