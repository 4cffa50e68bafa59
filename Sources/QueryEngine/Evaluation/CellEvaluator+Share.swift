import Catalog
import Metrics

extension CellEvaluator {
  /// A segment's part of its parent, or of the root; the root is all of itself.
  func share(
    of expression: TypedExpression, _ isOfRoot: Bool, at place: Place
  ) throws -> Evaluated {
    // A part and its whole speak for different segments on purpose.
    try compare(
      place, { try self.evaluate(expression, at: $0).coveringEverything },
      {
        try self.evaluate(
          expression, at: isOfRoot ? self.rootPlace(of: $0) : self.parentPlace(of: $0)
        ).coveringEverything
      }, isQuotient: true
    ) { try $0 / $1 }
  }

  /// What a segment adds to the growth of the whole on the year before: of the segment that a query
  /// takes apart, so that rows of any depth are on one base, else of its parent.
  func contribution(of expression: TypedExpression, at place: Place) throws -> Evaluated {
    let change = try compared(expression, .change, over: .months(12), at: place)
    let base = try evaluate(
      expression, at: wholePlace(of: place).shifted(byMonths: -12)
    ).compared(withMonthsLater: 12)
    return try Evaluated.combine(
      change.coveringEverything, base.coveringEverything, isQuotient: true
    ) {
      $1.isNegative && !tellsSignedGrowth ? nil : try $0 / $1
    }
  }

  private func wholePlace(of place: Place) -> Place {
    place.axes.whole.map { place.with(segments: [$0]) } ?? parentPlace(of: place)
  }

  private func rootPlace(of place: Place) -> Place {
    place.with(segments: [Segment.rootPath])
  }

  /// The place of the parent that all segments of a place have in common, else of the root.
  ///
  /// What is above the root of a company is all companies selected, where rows are of nothing below it.
  private func parentPlace(of place: Place) -> Place {
    if place.segments == [Segment.rootPath], place.axes.segments == [place.segments],
      place.axes.companies.count > 1
    {
      return place.with(companies: place.axes.companies.flatMap { $0 })
    }
    let parents = Set(
      place.segments.map { catalog.segment(at: $0)?.containerPath ?? Segment.rootPath })
    guard parents.count == 1, let parent = parents.first else { return rootPlace(of: place) }
    return place.with(segments: [parent])
  }
}

extension CellEvaluator {
  /// Which ranking it is, and where.
  struct RankingKey: Hashable {
    let name: String
    let rivals: [Rival]
  }

  /// All values that are ranked together.
  struct Ranking {
    /// Those that are known.
    var numbers: [Number] = []
    /// The steps in which all of them came about, where origins are traced.
    var steps: [OriginStep] = []
  }

  /// The companies, segments and periods of one value that is ranked.
  struct Rival: Hashable {
    let companies: [String]
    let segments: [String]
    let periods: [Period]
  }

  /// The place of a value among the segments selected, where there is one among the companies, and
  /// where there is one of those among the periods: 1 for the largest; equal values share a rank.
  func rank(
    of inner: TypedExpression, named name: String, at place: Place
  ) throws -> Evaluated {
    let rivals = rivals(of: place)
    let candidate = Rival(
      companies: place.companies, segments: place.segments, periods: place.periods)
    if !rivals.contains(candidate) { return .blank }
    let own = try evaluate(inner, at: place)
    guard let value = own.cell.number else { return own }
    let ranking = try ranking(of: inner, RankingKey(name: name, rivals: rivals), at: place)
    let larger = try ranking.numbers.count { try Number.isBelow(value, $0) }
    var result = Evaluated(
      Cell(.amount(Amount(exact: Int64(larger + 1))), origin: min(.computed, own.cell.origin)),
      coverage: .everything)
    result.gaps = own.gaps
    result.revisions = own.revisions
    // Its own value is among those that are ranked.
    result.steps = ranking.steps
    return result
  }

  /// What a place is ranked among, itself included: the segments selected, in a tree those of its own
  /// parent; where there is one segment the companies selected, and where there is one the periods.
  private func rivals(of place: Place) -> [Rival] {
    if place.axes.segments.count == 1, place.axes.companies.count > 1 {
      return place.axes.companies.map {
        Rival(companies: $0, segments: place.segments, periods: place.periods)
      }
    }
    if place.axes.segments.count == 1 {
      return place.selectedPeriods.map {
        Rival(companies: place.companies, segments: place.segments, periods: $0)
      }
    }
    let segments = place.axes.segments.filter {
      !place.axes.areTree || parentPath(of: $0) == parentPath(of: place.segments)
    }
    // The top of a tree is a total, and has no rank.
    if place.axes.areTree, place.segments == place.axes.segments.first { return [] }
    return segments.map {
      Rival(companies: place.companies, segments: $0, periods: place.periods)
    }
  }

  private func parentPath(of segments: [String]) -> String? {
    guard let path = segments.first, path != Segment.rootPath else { return nil }
    return catalog.segment(at: path)?.parentPath ?? Segment.rootPath
  }

  private func ranking(
    of inner: TypedExpression, _ key: RankingKey, at place: Place
  ) throws -> Ranking {
    if let known = rankings[key] { return known }
    var ranking = Ranking()
    for rival in key.rivals {
      let value = try evaluate(
        inner,
        at: place.with(companies: rival.companies).with(segments: rival.segments)
          .with(periods: rival.periods))
      if let number = value.cell.number { ranking.numbers.append(number) }
      ranking.steps += value.steps
    }
    rankings[key] = ranking
    return ranking
  }
}
