package import Metrics

/// What a metric or an expression is: how it aggregates, and what it is counted in.
package struct Signature: Hashable, Sendable {
  /// How it aggregates.
  package let kind: Aggregation
  /// What it is counted in.
  package let unit: Unit

  /// A signature from its parts.
  package init(kind: Aggregation, unit: Unit) {
    self.kind = kind
    self.unit = unit
  }
}

/// How something aggregates over time and segments.
package enum Aggregation: Hashable, Sendable {
  /// Adds up over both.
  case flow
  /// Adds up over segments; over time the value at the period's end.
  case stock
  /// Holds only where printed.
  case rate
  /// A quotient: recomputed from its aggregated parts.
  case ratio
  /// A mixture, recomputed from its aggregated parts.
  case composite
  /// A plain number, the same everywhere.
  case constant

  /// The aggregation of a declared kind.
  package init(_ kind: MetricKind) {
    switch kind {
    case .flow: self = .flow
    case .stock: self = .stock
    case .rate: self = .rate
    }
  }

  /// The word for it, with its article.
  package var described: String {
    switch self {
    case .flow: "a flow"
    case .stock: "a stock"
    case .rate: "a rate"
    case .ratio: "a ratio"
    case .composite: "a formula of flows, stocks and rates"
    case .constant: "a plain number"
    }
  }
}
