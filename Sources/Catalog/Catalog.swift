package import Metrics
package import QuerySyntax
import TextForm

/// Everything that has been declared, ready to be looked up.
///
/// It is the replay of the store's declarations: start with an empty catalog and declare one
/// statement after the other. The order of declaration is kept, because results list metrics and
/// segments in that order.
package struct Catalog: Sendable {
  /// All of it, behind one reference.
  ///
  /// Whatever resolves a part of a query holds the catalog, so that handing it on must cost next to
  /// nothing.
  var content = Shared(Content())

  /// A catalog in which nothing but the currencies is declared.
  package init() {}

  /// What has been declared, with the indices that find it.
  struct Content: Sendable {
    var companies = NameTable<Company>()
    var segments = NameTable<Segment>()
    var metrics = NameTable<Metric>()
    var identities: [Identity] = []
    var units = UnitTable()
    var savedQueries = NameTable<SavedQuery>()
    var hasNarrowedSegments = false
    var hasOfWhiches = false
    /// The indices of the segments right below each path; below the root, those without a parent.
    var childIndices: [String: [Int]] = [:]
    /// The indices of the segments whose folded path ends with a dot and the key.
    var tailIndices: [String: [Int]] = [:]
  }
}

extension Catalog {
  /// The companies, in the order declared.
  package var companies: [Company] { content.value.companies.elements }

  /// The segments, in the order declared; the root is not among them.
  package var segments: [Segment] { content.value.segments.elements }

  /// The metrics, in the order declared.
  package var metrics: [Metric] { content.value.metrics.elements }

  /// The identities, in the order declared; one metric can have several.
  package var identities: [Identity] { content.value.identities }

  /// The units, in the order declared, after those that every catalog has.
  package var units: UnitTable { content.value.units }

  /// The saved queries, in the order declared.
  package var savedQueries: [SavedQuery] { content.value.savedQueries.elements }

  /// Whether any segment was ever declared for some metrics only.
  package var hasNarrowedSegments: Bool { content.value.hasNarrowedSegments }

  /// Whether any segment was ever declared within another.
  package var hasOfWhiches: Bool { content.value.hasOfWhiches }
}

/// A company, as declared.
///
/// Like segments and metrics it never changes, so that all who look it up share one.
package final class Company: Sendable {
  /// Its name.
  package let name: String
  /// Its labels.
  package let labels: Labels
  /// When its fiscal year starts and how it is called.
  package let calendar: FiscalCalendar
  /// What it does with the digits that it doesn't print.
  package let rounding: PrintedRounding

  init(name: String, labels: Labels, calendar: FiscalCalendar, rounding: PrintedRounding) {
    self.name = name
    self.labels = labels
    self.calendar = calendar
    self.rounding = rounding
  }
}

/// A segment, as declared; see ``Company``.
package final class Segment: Sendable {
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

/// A metric, as declared; see ``Company``.
package final class Metric: Sendable {
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

  init(
    name: String, labels: Labels, definition: Definition, signature: Signature,
    shownIn: PrintedUnit?
  ) {
    self.name = name
    self.labels = labels
    self.definition = definition
    self.signature = signature
    self.shownIn = shownIn
  }

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
