import Metrics

/// What one series says on one basis: printed figures, and what follows from them.
///
/// This is the heart of the product. It is pure: built from a series' observations, ordered by
/// period end, length, publication and printing, it answers for any period what was printed, or
/// which difference or sum of printed figures gives it.
struct SeriesFigures: Sendable {
  private var printed: [Period: ResolvedFigure] = [:]
  /// Every quarter end at which something printed ends, in order.
  private(set) var ends: [Month] = []
  /// The end of the first period that was ever stated on this basis, be it withdrawn since; nil where
  /// none was.
  private(set) var firstStated: Month?
  private var longest = 0
  /// The printed spans that differences and sums pass over; see ``staleSpans(around:)``.
  private var stale: Set<Period> = []
  /// The observations, kept where differences have to look at them again; see ``derived(from:)``.
  private var observations: [Observation] = []
  private var rounding = PrintedRounding.nearest

  /// A series without a figure.
  static let empty = SeriesFigures()

  private init() {}

  /// The figures of a series' observations on `basis`, printed by an issuer that rounds so.
  init(
    _ observations: some Collection<Observation>, on basis: Basis,
    by rounding: PrintedRounding = .nearest
  ) {
    self.rounding = rounding
    if basis == .reported { self.observations = Array(observations) }
    var rest = observations[...]
    var restated: [Period] = []
    while let first = rest.first {
      let facts = rest.prefix { $0.period == first.period }
      rest = rest.dropFirst(facts.count)
      if firstStated == nil, VintageResolution.isStated(by: facts, on: basis) {
        firstStated = first.period.end
      }
      guard let figure = VintageResolution.resolve(facts, on: basis, by: rounding) else {
        continue
      }
      printed[first.period] = figure
      if figure.vintage?.restated != nil { restated.append(first.period) }
      longest = max(longest, first.period.months)
      if ends.last != first.period.end { ends.append(first.period.end) }
    }
    for period in restated where period.months > 0 { stale.formUnion(staleSpans(around: period)) }
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
  /// moment has neither parts nor a difference.
  func flow(_ period: Period) throws(ArithmeticOverflow) -> ResolvedFigure? {
    if let figure = printed[period] { return figure }
    if period.months == 0 { return nil }
    if period.months > 3, let parts = tiling(of: period) { return try combine(parts, .computed) }
    if let terms = difference(for: period) ?? rollingYear(period) {
      return try derived(from: terms, for: period)
    }
    return nil
  }

  /// The difference of printed spans.
  ///
  /// Of first values, the spans that came out first may have been restated by the time the others
  /// came out, and a difference of the two would be of two bases. So the difference is the first that
  /// could be taken: on what was known when the last of the spans was published.
  private func derived(
    from terms: [SignedPeriod], for period: Period
  ) throws(ArithmeticOverflow) -> ResolvedFigure? {
    let difference = try combine(terms, .derived)
    guard let first = difference?.firstPublication,
      first.revised.map({ $0 <= first.newest }) == true
    else { return difference }
    let known = SeriesFigures(
      observations, on: Basis(cutoff: .day(first.newest)), by: rounding)
    guard var figure = try known.flow(period) else {
      return known.stale.isEmpty ? difference : nil
    }
    figure.firstPublication = FirstPublication(newest: first.newest, revised: nil)
    return figure
  }
}

extension SeriesFigures {
  private typealias SignedPeriod = (period: Period, isSubtracted: Bool)

  /// Whether something was printed for a span that is on one basis with what is printed inside it.
  private func isTerm(_ span: Period) -> Bool {
    printed[span] != nil && !stale.contains(span)
  }

  /// The printed spans around a restated period that nobody has stated since.
  ///
  /// A company that reclassifies restates quarters, and seldom the halves that it printed before:
  /// these still count what the quarters no longer do.
  private func staleSpans(around inner: Period) -> [Period] {
    guard let restated = printed[inner]?.vintage else { return [] }
    return stride(from: inner.months + 3, through: longest, by: 3).flatMap { months in
      stride(from: 0, through: months - inner.months, by: 3).compactMap { shift in
        let span = Period(end: inner.end + shift, months: months)
        let isStale = printed[span]?.vintage?.isStale(beside: restated) == true
        return isStale ? span : nil
      }
    }
  }

  private func combine(
    _ parts: [SignedPeriod], _ origin: Cell.Origin
  ) throws(ArithmeticOverflow) -> ResolvedFigure? {
    var amount: Amount?
    var isConflicting = false
    var terms: [ResolvedFigure.Term] = []
    var first: FirstPublication?
    for part in parts {
      guard let figure = printed[part.period] else { return nil }
      let signed = part.isSubtracted ? try -figure.amount : figure.amount
      if let sum = amount { amount = try sum + signed } else { amount = signed }
      isConflicting = isConflicting || figure.isConflicting
      first = .joining(first, figure.firstPublication)
      terms += figure.terms.map {
        .init(period: $0.period, sequence: $0.sequence, isSubtracted: part.isSubtracted)
      }
    }
    return amount.map {
      ResolvedFigure(
        amount: $0, origin: origin, isConflicting: isConflicting, terms: terms,
        firstPublication: first)
    }
  }

  /// The fewest printed spans that fill a stretch from end to end; nil when none do.
  private func tiling(of stretch: Period) -> [SignedPeriod]? {
    fewestSpans(from: stretch.start, through: stretch.end)?.map { ($0, false) }
  }

  /// A printed span minus the printed spans that fill what it has beside `target`, with the fewest
  /// terms; of equals, the one from the shortest span.
  private func difference(for target: Period) -> [SignedPeriod]? {
    var best: [SignedPeriod]?
    for months in stride(from: target.months + 3, through: longest, by: 3) {
      for shift in stride(from: 0, through: months - target.months, by: 3) {
        let whole = Period(end: target.end + shift, months: months)
        guard isTerm(whole),
          let before = fewestSpans(from: whole.start, through: target.start - 1),
          let after = fewestSpans(from: target.end + 1, through: whole.end)
        else { continue }
        let terms = [(whole, false)] + (before + after).map { ($0, true) }
        if terms.count < best?.count ?? .max { best = terms }
      }
    }
    return best
  }

  /// Twelve months that no fiscal year fills, as a printed year plus what has been printed of the
  /// next one, minus the same part of the year before.
  private func rollingYear(_ target: Period) -> [SignedPeriod]? {
    guard target.months == 12 else { return nil }
    for shift in [3, 6, 9] {
      let year = Period(end: target.end - shift, months: 12)
      guard isTerm(year),
        let added = fewestSpans(from: year.end + 1, through: target.end),
        let removed = fewestSpans(from: year.start, through: target.start - 1)
      else { continue }
      return ([year] + added).map { ($0, false) } + removed.map { ($0, true) }
    }
    return nil
  }

  /// The sums of printed spans that fill a printed one, of those with the fewest spans; for a year it
  /// may be that its halves fill it, and that its first nine months and its last quarter do.
  func partitions(of period: Period) throws(ArithmeticOverflow) -> [ResolvedFigure] {
    let found = spans(filling: period.start, through: period.end).filter { $0.count > 1 }
    // No key path: it takes the address of a library function, and the loader warns of that on each
    // start of a program that is linked at a fixed address.
    let fewest = found.map { $0.count }.min()
    var sums: [ResolvedFigure] = []
    for parts in found where parts.count == fewest {
      if let sum = try combine(parts.map { ($0, false) }, .computed) { sums.append(sum) }
    }
    return sums
  }

  /// Every way to fill the months from `start` to `end` with printed spans.
  private func spans(filling start: Month, through end: Month) -> [[Period]] {
    if start > end { return [[]] }
    return stride(from: Int(end.number) - Int(start.number) + 1, to: 0, by: -3).flatMap { months in
      let span = Period(end: start + (months - 1), months: months)
      if printed[span] == nil { return [[Period]]() }
      return spans(filling: span.end + 1, through: end).map { [span] + $0 }
    }
  }

  /// The fewest printed spans that fill the months from `start` to `end`; none for no months.
  private func fewestSpans(from start: Month, through end: Month) -> [Period]? {
    if start > end { return [] }
    var best: [Period]?
    for months in stride(from: Int(end.number) - Int(start.number) + 1, to: 0, by: -3) {
      let span = Period(end: start + (months - 1), months: months)
      guard isTerm(span), let rest = fewestSpans(from: span.end + 1, through: end) else {
        continue
      }
      if 1 + rest.count < best?.count ?? .max { best = [span] + rest }
    }
    return best
  }
}
