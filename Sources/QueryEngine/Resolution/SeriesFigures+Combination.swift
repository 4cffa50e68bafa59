import Metrics

extension SeriesFigures {
  typealias SignedPeriod = (period: Period, isSubtracted: Bool)

  /// The difference of printed spans.
  ///
  /// Of first values, the spans that came out first may have been restated by the time the others
  /// came out, and a difference of the two would be of two bases. So the difference is the first that
  /// could be taken: on what was known when the last of the spans was published.
  func derived(
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

  func combine(
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
  func tiling(of stretch: Period) -> [SignedPeriod]? {
    fewestSpans(from: stretch.start, through: stretch.end)?.map { ($0, false) }
  }

  /// A printed span minus the printed spans that fill what it has beside `target`, with the fewest
  /// terms; of equals, the one from the shortest span.
  func difference(for target: Period) -> [SignedPeriod]? {
    var best: [SignedPeriod]?
    for months in stride(from: target.months + 3, through: longest, by: 3) {
      for shift in stride(from: 0, through: months - target.months, by: 3) {
        let whole = Period(end: target.end + shift, months: months)
        guard isTerm(whole) else { continue }
        let change = ownChange(of: whole)
        guard
          let before = fewestSpans(from: whole.start, through: target.start - 1, since: change),
          let after = fewestSpans(from: target.end + 1, through: whole.end, since: change)
        else { continue }
        let terms = [(whole, false)] + (before + after).map { ($0, true) }
        if terms.count < best?.count ?? .max { best = terms }
      }
    }
    return best
  }

  /// Twelve months that no fiscal year fills, as a printed year plus what has been printed of the
  /// next one, minus the same part of the year before.
  func rollingYear(_ target: Period) -> [SignedPeriod]? {
    guard target.months == 12 else { return nil }
    for shift in [3, 6, 9] {
      let year = Period(end: target.end - shift, months: 12)
      guard isTerm(year),
        let added = fewestSpans(from: year.end + 1, through: target.end),
        let removed = fewestSpans(
          from: year.start, through: target.start - 1, since: ownChange(of: year))
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

  /// The fewest printed spans that fill the months from `start` to `end`, each stated on that day or
  /// later; none for no months.
  private func fewestSpans(
    from start: Month, through end: Month, since day: CalendarDate? = nil
  ) -> [Period]? {
    if start > end { return [] }
    var best: [Period]?
    for months in stride(from: Int(end.number) - Int(start.number) + 1, to: 0, by: -3) {
      let span = Period(end: start + (months - 1), months: months)
      guard isTerm(span, since: day),
        let rest = fewestSpans(from: span.end + 1, through: end, since: day)
      else { continue }
      if 1 + rest.count < best?.count ?? .max { best = [span] + rest }
    }
    return best
  }
}
