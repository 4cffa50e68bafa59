import Catalog
import Diagnostics
import Metrics
import QuerySyntax
import Tabular

/// What can be drawn: figures of one unit, without anything beside them, in as many series as can be
/// told apart.
enum PlotRules {
  /// Refuses to draw what one value axis can't hold; a query without `plot` is none of its business.
  static func check(_ query: Query, _ axes: Axes) throws(Diagnostic) {
    guard query.isPlot else { return }
    for use in query.extras where use.extra != .parts {
      throw QueryMessage.plottedExtra(use.extra, at: use.range)
    }
    for entry in axes.periods.entries {
      guard let extra = entry.extra else { continue }
      throw QueryMessage.plottedExtra(extra, at: query.columnRange ?? query.range)
    }
    try requireOneUnit(axes.measures, in: query)
    let count =
      axes.measures.count * axes.companies.entries.count * axes.segments.entries.count
      * axes.releases.count
    if axes.periods.entries.count > 1, count > Plot.mostSeries {
      throw QueryMessage.tooManySeries(count, Plot.mostSeries, at: query.range)
    }
  }

  private static func requireOneUnit(
    _ measures: [ResolvedMeasure], in query: Query
  ) throws(Diagnostic) {
    guard let first = measures.first else { return }
    for other in measures where other.plottedUnit != first.plottedUnit {
      throw QueryMessage.plottedUnits(
        (first.name, first.plottedUnit), (other.name, other.plottedUnit),
        at: other.range ?? query.range)
    }
  }
}

extension ResolvedMeasure {
  /// What its value axis is in.
  fileprivate var plottedUnit: String {
    switch display.style {
    case .percent: "percent"
    case .percentagePoints: "percentage points"
    case .amount, .number, .quotient:
      signature.unit.isRatio ? "plain numbers" : signature.unit.description
    }
  }
}

extension Query {
  /// Whether the answer is to be drawn.
  var isPlot: Bool { verbs.contains { $0.verb == .plot } }

  /// Where the columns stand.
  fileprivate var columnRange: SourceRange? {
    clauses.first { if case .columns = $0.kind { true } else { false } }?.range ?? period?.range
  }
}
