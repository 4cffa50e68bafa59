import Metrics

/// What one series says on one basis: printed figures, and what follows from them.
///
/// This is the heart of the product. It is pure: built from a series' observations, ordered by
/// period end, length, publication and printing, it answers for any period what was printed, or
/// which difference or sum of printed figures gives it.
struct SeriesFigures: Sendable {
  private(set) var printed: [Period: ResolvedFigure] = [:]
  /// Every quarter end at which something printed ends, in order.
  private(set) var ends: [Month] = []
  /// The end of the first quarter in what was ever stated on this basis, be it withdrawn since; nil
  /// where nothing was.
  private(set) var firstStated: Month?
  /// The end of the first quarter, or the first moment, that was printed by itself; nil where none was.
  private(set) var firstQuarter: Month?
  /// The months of the longest printed span.
  private(set) var longest = 0
  /// When each period was last said to be otherwise than before; see ``PeriodChanges``.
  private(set) var changes = PeriodChanges()
  /// The printed spans that differences and sums pass over.
  private(set) var stale: Set<Period> = []
  /// Whether a first value, where the basis takes those, is one that was revised since.
  private(set) var hasRevisedFirsts = false
  /// The observations, kept where differences have to look at them again; see ``derived(from:for:)``.
  private(set) var observations: [Observation] = []
  private(set) var rounding = PrintedRounding.nearest

  /// A series without a figure.
  static let empty = SeriesFigures()

  private init() {}

  /// The figures of a series' observations on `basis`, printed by an issuer that rounds so.
  init(
    _ observations: some Collection<Observation>, on basis: Basis,
    by rounding: PrintedRounding = .nearest
  ) {
    var late = LateStatements()
    self.init(reading: observations, on: basis, by: rounding, collecting: &late)
    for (day, periods) in late.byDay {
      var ignored = LateStatements()
      var before = SeriesFigures(
        reading: observations.filter { $0.published < day }, on: .restated, by: rounding,
        collecting: &ignored)
      before.changes.add(changes, before: day)
      before.stale = before.staleSpans
      for period in periods where contradicts(before, for: period) {
        addChange(
          .statedOtherwise,
          by: observations.first { $0.period == period && $0.published == day })
      }
    }
    stale = staleSpans
  }

  /// The figures as they are told one by one, before they are held against one another.
  private init(
    reading observations: some Collection<Observation>, on basis: Basis,
    by rounding: PrintedRounding, collecting late: inout LateStatements
  ) {
    self.rounding = rounding
    if basis == .reported { self.observations = Array(observations) }
    var rest = observations[...]
    while let first = rest.first {
      let facts = rest.prefix { $0.period == first.period }
      rest = rest.dropFirst(facts.count)
      let period = first.period
      if firstStated.map({ period.firstQuarterEnd < $0 }) ?? true,
        VintageResolution.isStated(by: facts, on: basis)
      {
        firstStated = period.firstQuarterEnd
      }
      if let figure = VintageResolution.resolve(facts, on: basis, by: rounding) {
        add(figure, for: period)
        guard let vintage = figure.vintage else { continue }
        late.add(period, vintage)
        guard let day = vintage.restated else { continue }
        addChange(.restated, by: facts.first { $0.published == day })
      } else {
        addChange(.withdrawn, by: VintageResolution.withdrawal(among: facts, on: basis))
      }
    }
  }

  private mutating func add(_ figure: ResolvedFigure, for period: Period) {
    printed[period] = figure
    longest = max(longest, period.months)
    if ends.last != period.end { ends.append(period.end) }
    if firstQuarter == nil, period.months <= 3 { firstQuarter = period.end }
    if figure.firstPublication?.revised != nil { hasRevisedFirsts = true }
  }

  private mutating func addChange(
    _ kind: PeriodChanges.Change.Kind, by observation: Observation?
  ) {
    guard let observation else { return }
    changes.add(
      .init(
        kind: kind, period: observation.period, day: observation.published,
        sequence: observation.sequence))
  }

  /// Whether a figure says otherwise than what followed, before it came out, from those around it.
  private func contradicts(_ before: SeriesFigures, for period: Period) -> Bool {
    guard let implied = try? before.flow(period)?.amount, let figure = printed[period],
      figure.vintage?.restated == nil
    else { return false }
    return !VintageResolution.agree(implied, figure.amount)
  }

  /// The same as if nothing had ever changed, so that every printed span is a term.
  var unrevised: SeriesFigures {
    var copy = self
    copy.changes = PeriodChanges()
    copy.stale = []
    return copy
  }

  /// The same as if nothing had ever changed, and as if what was taken back, of which the figures are
  /// gone, were there; nil where nothing was taken back.
  var unwithdrawn: SeriesFigures? {
    let periods = changes.withdrawnPeriods.filter { $0.months > 0 }
    if periods.isEmpty { return nil }
    var copy = unrevised
    for period in periods {
      copy.printed[period] = ResolvedFigure(
        amount: Amount(exact: 0), origin: .reported, isConflicting: false, terms: [])
      copy.longest = max(copy.longest, period.months)
    }
    return copy
  }

  /// Whether nothing stands on this basis.
  var isEmpty: Bool { printed.isEmpty }

  /// Every period that something was printed for, by its end, the shorter first.
  var printedPeriods: [Period] {
    printed.keys.sorted { ($0.end, $0.months) < ($1.end, $1.months) }
  }

  /// What was printed for exactly that period.
  func printed(_ period: Period) -> ResolvedFigure? { printed[period] }

  /// What was printed for a period of a flow, or follows from what was: the sum of printed parts
  /// that fill it, else the difference of printed spans with the fewest terms.
  ///
  /// A quarter has no parts, so that for a quarter this is the printed figure or the difference; a
  /// moment has neither parts nor a difference. What was withdrawn isn't made again from the figures
  /// around it, which count it still.
  func flow(_ period: Period) throws(ArithmeticOverflow) -> ResolvedFigure? {
    if let figure = printed[period] { return figure }
    if period.months == 0 || changes.isWithdrawn(period) { return nil }
    if period.months > 3, let parts = tiling(of: period) { return try combine(parts, .computed) }
    if let terms = difference(for: period) ?? rollingYear(period) {
      return try derived(from: terms, for: period)
    }
    return nil
  }
}
