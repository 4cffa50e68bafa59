import Catalog
import Metrics

extension CellEvaluator {
  /// A segment's part of its parent, or of the root; the root is all of itself.
  func share(
    of expression: TypedExpression, _ isOfRoot: Bool, at place: Place
  ) throws -> Evaluated {
    let part = try evaluate(expression, at: place)
    let whole = try evaluate(
      expression, at: isOfRoot ? rootPlace(of: place) : parentPlace(of: place))
    // A part and its whole speak for different segments on purpose.
    return try Evaluated.combine(
      part.coveringEverything, whole.coveringEverything, isQuotient: true
    ) {
      try $0 / $1
    }
  }

  /// What a segment adds to its parent's growth on the year before.
  func contribution(of expression: TypedExpression, at place: Place) throws -> Evaluated {
    let change = try compared(expression, .change, over: .months(12), at: place)
    let base = try evaluate(
      expression, at: parentPlace(of: place).shifted(byMonths: -12))
    return try Evaluated.combine(
      change.coveringEverything, base.coveringEverything, isQuotient: true
    ) {
      $1.isNegative && !tellsSignedGrowth ? nil : try $0 / $1
    }
  }

  private func rootPlace(of place: Place) -> Place {
    place.with(segments: [Segment.rootPath])
  }

  /// The place of the parent that all segments of a place have in common, else of the root.
  private func parentPlace(of place: Place) -> Place {
    let parents = Set(
      place.segments.map { catalog.segment(at: $0)?.parentPath ?? Segment.rootPath })
    guard parents.count == 1, let parent = parents.first else { return rootPlace(of: place) }
    return place.with(segments: [parent])
  }
}

extension CellEvaluator {
  /// Which ranking it is, and where.
  struct RankingKey: Hashable {
    let name: String
    let segments: [String]
    let periods: [Period]
  }

  /// The place of a value among the segments selected, or among the periods where there is one
  /// segment: 1 for the largest; equal values share a rank.
  func rank(
    of inner: TypedExpression, named name: String, at place: Place
  ) throws -> Evaluated {
    let (isOverSegments, isMember) = ranking(of: place)
    if !isMember { return .blank }
    let own = try evaluate(inner, at: place)
    guard let value = own.cell.number else { return own }
    let all = try ranked(inner, named: name, isOverSegments: isOverSegments, at: place)
    let larger = try all.count { try Number.isBelow(value, $0) }
    var result = Evaluated(
      Cell(.amount(Amount(exact: Int64(larger + 1))), origin: min(.computed, own.cell.origin)),
      coverage: .everything)
    result.gaps = own.gaps
    return result
  }

  /// Along which axis a place is ranked, and whether it is one of those ranked.
  private func ranking(of place: Place) -> (isOverSegments: Bool, isMember: Bool) {
    if place.axes.segments.count > 1 {
      return (true, place.axes.segments.contains(place.segments))
    }
    return (false, place.selectedPeriods.contains(place.periods))
  }

  private func ranked(
    _ inner: TypedExpression, named name: String, isOverSegments: Bool, at place: Place
  ) throws -> [Number] {
    let key = RankingKey(
      name: name, segments: isOverSegments ? [] : place.segments,
      periods: isOverSegments ? place.periods : [])
    if let known = rankings[key] { return known }
    let others =
      isOverSegments
      ? place.axes.segments.map { place.with(segments: $0) }
      : place.selectedPeriods.map { place.with(periods: $0) }
    let numbers = try others.compactMap { try evaluate(inner, at: $0).cell.number }
    rankings[key] = numbers
    return numbers
  }
}
