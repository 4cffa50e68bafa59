import Catalog
import Metrics

/// A cell with what it speaks for and, where it has no value, what is to blame.
struct Evaluated: Sendable {
  /// The cell.
  var cell: Cell
  /// The segments it speaks for.
  var coverage: Coverage
  /// The segment that the covered ones make up, where two times are compared.
  var whole: String?
  /// What is missing or doesn't match.
  var gaps: [Gap] = []
  /// What a value that doesn't speak for all it should does speak for.
  var part: Part?
  /// The last digit that is known of a quotient that is still an amount, as a mean is.
  var exponent: Int?
  /// The steps in which it came about, or in which its parts did where it isn't named by one step
  /// itself; only kept where origins are traced.
  var steps: [OriginStep] = []
  /// Whether there is nothing to tell here, as there is no rank of a total.
  var isBlank = false
  /// Whether it is the same at every time, as a plain number is.
  var isTimeless = false
  /// When its figures were first published, where the basis takes first values; nil elsewhere.
  var firstPublication: FirstPublication?
  /// What was revised of its figures; nil where the series never changed, and of first values.
  var revisions: Revisions?
  /// Whether it is the earlier side of a comparison over time.
  var isEarlierSide = false
  /// Whether it compares figures over time of which one side had been revised when the other was
  /// first published.
  var isAcrossBases = false

  /// How much of a row or column a value speaks for.
  struct Part: Hashable, Sendable {
    /// The quarters that went in.
    let quarters: Set<Period>
    /// How many cells went in.
    let reported: Int
    /// How many there should be.
    let asked: Int
  }

  /// Something without which a cell has no value.
  enum Gap: Hashable, Sendable {
    /// A metric, with its currency where that isn't its own, that has no figure for a segment and a
    /// period, of one of several companies: nobody reported it, unless another cause is known.
    case missing(
      metric: String, segment: String, Period, company: String? = nil, because: Absence? = nil)
    /// Two parts that speak for different segments.
    case uncovered(left: [String], right: [String])
    /// Two parts that speak for different quarters.
    case unlikeQuarters(left: [Period], right: [Period])
    /// Both sides were restricted to these segments.
    case likeForLike([String])
  }

  init(_ cell: Cell, coverage: Coverage, gaps: [Gap] = []) {
    self.cell = cell
    self.coverage = coverage
    self.gaps = gaps
    if case .amount(let amount) = cell.number, amount.coarsestExponent != .min {
      exponent = amount.shownExponent
    }
  }

  /// A figure of one segment as a cell.
  init(_ figure: ResolvedFigure, segment: String) {
    self.init(
      Cell(.amount(figure.amount), origin: figure.origin, isConflicting: figure.isConflicting),
      coverage: .segments([segment]))
    firstPublication = figure.firstPublication
  }

  static func missing(_ gaps: [Gap]) -> Evaluated {
    Evaluated(.missing, coverage: .everything, gaps: gaps)
  }

  /// A cell about which there is nothing to tell.
  static var blank: Evaluated {
    var blank = missing([])
    blank.isBlank = true
    return blank
  }

  /// The gap of a metric that was to be read in a unit, of which the figures say why it is one.
  static func gap(
    _ metric: Metric, _ unit: Unit, _ segment: String, _ period: Period, in figures: SeriesFigures
  ) -> Gap {
    let currency = unit == metric.signature.unit ? "" : " in \(unit)"
    return .missing(
      metric: metric.name + currency, segment: segment, period,
      because: figures.absence(of: period, isDerivable: metric.signature.kind == .flow))
  }

  /// The same, compared with what it is so many months later.
  func compared(withMonthsLater months: Int) -> Evaluated {
    var copy = self
    copy.isEarlierSide = true
    guard let part else { return copy }
    copy.part = Part(
      quarters: Set(part.quarters.map { $0.shifted(byMonths: months) }), reported: part.reported,
      asked: part.asked)
    return copy
  }

  /// The same, compared with other segments on purpose.
  var coveringEverything: Evaluated {
    var copy = self
    copy.coverage = .everything
    return copy
  }
}
