import Catalog

extension ResolvedQuery {
  /// What shares and contributions are parts of, where that isn't the total.
  ///
  /// It is a segment, or another one from row to row; nothing is told where it is the total.
  func wholesDescribed(in catalog: Catalog) -> [String] {
    let uses = usesOfWholes
    if uses.isEmpty { return [] }
    var wholes: [String] = []
    for entry in segments.entries where entry.paths != [Segment.rootPath] {
      let parents = Set(
        entry.paths.map { catalog.segment(at: $0)?.containerPath ?? Segment.rootPath })
      let whole = parents.count == 1 ? parents.first ?? Segment.rootPath : Segment.rootPath
      if !wholes.contains(whole) { wholes.append(whole) }
    }
    guard let only = wholes.first, wholes != [Segment.rootPath] else { return [] }
    let whole = wholes.count == 1 ? only : "each segment's parent"
    return uses.map { "\($0) \(whole)" }
  }

  /// What the measures tell of a segment's parent.
  private var usesOfWholes: [String] {
    let expressions = measures.flatMap { [$0] + $0.extras.values }.map(\.expression)
    let isUsed = { (isFunction: (TypedExpression) -> Bool) in
      expressions.contains { $0.contains(where: isFunction) }
    }
    var uses: [String] = []
    if isUsed(\.isShareOfParent) { uses.append("share of") }
    // A segment that is taken apart is the one whole of all contributions, and stands in the rows.
    if axes.whole == nil, isUsed(\.isContribution) { uses.append("contribution to") }
    return uses
  }
}

extension TypedExpression {
  fileprivate var isShareOfParent: Bool {
    if case .share(_, isOfRoot: false) = self { true } else { false }
  }

  fileprivate var isContribution: Bool {
    if case .contribution = self { true } else { false }
  }
}
