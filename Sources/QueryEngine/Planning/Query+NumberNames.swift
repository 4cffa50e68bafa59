import Catalog
import QuerySyntax

extension Query {
  /// The query with a name behind its last number decided: `show revenue * 2 si` is about the
  /// segment `si`, because that is no unit.
  ///
  /// A name that is neither stays where it is, and is refused as an unknown unit.
  func decidingNumberNames(in catalog: Catalog) -> Query {
    guard let last = measures.last, segments.isEmpty, last.alias == nil,
      let split = (last.denominator ?? last.expression).splittingLastName(
        where: { !catalog.units.contains($0.text) && catalog.isSegment($0) })
    else { return self }
    var query = self
    if last.denominator == nil {
      query.measures[measures.count - 1].expression = split.expression
    } else {
      query.measures[measures.count - 1].denominator = split.expression
    }
    query.segments = [SegmentPattern(.segment(split.name), at: split.name.range)]
    return query
  }
}

extension Catalog {
  fileprivate func isSegment(_ name: Name) -> Bool {
    ((try? segmentPathIfKnown(name)) ?? nil) != nil
  }
}

extension Expression {
  /// The expression without the name behind its last number, and that name.
  fileprivate func splittingLastName(
    where isWanted: (Name) -> Bool
  ) -> (expression: Expression, name: Name)? {
    switch kind {
    case .numberWithName(let literal, let name) where isWanted(name):
      return (Expression(.number(literal), at: range), name)
    case .binary(let left, let symbol, let right):
      guard let split = right.splittingLastName(where: isWanted) else { return nil }
      return (Expression(.binary(left, symbol, split.expression), at: range), split.name)
    case .negation(let inner):
      guard let split = inner.splittingLastName(where: isWanted) else { return nil }
      return (Expression(.negation(split.expression), at: range), split.name)
    default: return nil
    }
  }
}
