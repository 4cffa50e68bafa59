import Catalog
import Diagnostics
import Metrics
import QuerySyntax

extension QueryResolver {
  /// The segment axis: what is selected, broken down or collapsed as the query says.
  func resolvedSegments(
    _ form: QueryForm, measures: [ResolvedMeasure]
  ) throws -> SegmentSelection {
    let paths = try selectedPaths()
    if let use = form.segmentDimension {
      var selection = try named(use.dimension, paths, measures: measures)
      if paths.count == 1, !hasPattern { selection.whole = paths[0] }
      return selection
    }
    guard form.collapsesSegments, paths.count > 1 else { return list(paths) }
    try requireDisjoint(paths)
    let title = query.segments.map(\.canonicalText).joined(separator: form.joinsCollapsed)
    let silent = try silentSegments(among: paths, measures: measures)
    let unheard = Set(silent)
    return SegmentSelection(
      entries: [.init(title: title, paths: paths.filter { !unheard.contains($0) })],
      silent: silent)
  }

  /// The segments in the way that `by` or `across` names them.
  private func named(
    _ dimension: Dimension, _ paths: [String], measures: [ResolvedMeasure]
  ) throws -> SegmentSelection {
    switch dimension {
    case .tree: return try tree(of: paths, measures: measures)
    case .leaf:
      let lowest = try paths.flatMap {
        try leaves(below: $0) { try isReported($0, by: measures) }
      }
      return try list(lowest, leavingOutSilent: measures)
    default:
      if paths.count == 1, !hasPattern {
        return try breakdown(of: paths[0], measures: measures)
      }
      return list(paths)
    }
  }

  /// Each segment with everything below it, a step further in for each level.
  private func tree(
    of paths: [String], measures: [ResolvedMeasure]
  ) throws -> SegmentSelection {
    var entries: [SegmentSelection.Entry] = []
    var seen: Set<String> = []
    for path in paths where !seen.contains(path) {
      let branch = branch(path, depth: 0)
      seen.formUnion(branch.flatMap(\.paths))
      entries += branch
    }
    let all = entries.flatMap(\.paths)
    let present = try self.present(all, measures: measures)
    let known = Set(present)
    entries.removeAll { !known.contains($0.paths[0]) }
    return SegmentSelection(
      entries: entries, isTree: true, silent: all.filter { !known.contains($0) })
  }

  private func branch(_ path: String, depth: Int) -> [SegmentSelection.Entry] {
    [.init(title: path, paths: [path], depth: depth)]
      + catalog.children(of: path).flatMap { branch($0.path, depth: depth + 1) }
      + catalog.ofWhiches(of: path).map { ofWhich($0, depth: depth + 1) }
  }

  /// The segments in a branch below which nothing is reported.
  private func leaves(
    below path: String, isPresent: (String) throws -> Bool
  ) throws -> [String] {
    let children = catalog.children(of: path).map(\.path)
    guard try children.contains(where: isPresent) else { return [path] }
    return try children.flatMap { try leaves(below: $0, isPresent: isPresent) }
  }

  private func list(
    _ paths: [String], leavingOutSilent measures: [ResolvedMeasure]
  ) throws -> SegmentSelection {
    let known = Set(try self.present(paths, measures: measures))
    var selection = list(paths.filter(known.contains))
    selection.silent = paths.filter { !known.contains($0) }
    return selection
  }

  /// The paths that report any of the measures; all of them when none does.
  private func present(
    _ paths: [String], measures: [ResolvedMeasure]
  ) throws -> [String] {
    let present = try paths.filter { try isReported($0, by: measures) }
    return present.isEmpty ? paths : present
  }

  /// The segments that only a pattern selected and that report none of the measures.
  ///
  /// A sum goes without them. A segment that was named is missed.
  private func silentSegments(
    among paths: [String], measures: [ResolvedMeasure]
  ) throws -> [String] {
    let named = try namedPaths()
    let silent = try paths.filter {
      try !named.contains($0) && !isReported($0, by: measures)
    }
    return silent.count == paths.count ? [] : silent
  }

  /// The segments that the query names, and doesn't select by a pattern.
  func namedPaths() throws(Diagnostic) -> [String] {
    var paths: [String] = []
    for case .segment(let name) in query.segments.map(\.kind) {
      paths.append(try segmentPath(name))
    }
    return paths
  }

  private func list(_ paths: [String]) -> SegmentSelection {
    SegmentSelection(entries: paths.map { .init(title: $0, paths: [$0]) })
  }

  /// The children of one segment, then the segment itself as their total.
  private func breakdown(
    of path: String, measures: [ResolvedMeasure]
  ) throws -> SegmentSelection {
    let children = catalog.children(of: path).map(\.path).filter { isDefined($0, for: measures) }
    let ofWhiches = try catalog.ofWhiches(of: path).filter { try isReported($0.path, by: measures) }
    if children.isEmpty, ofWhiches.isEmpty { return list([path]) }
    let shown = try present(children, measures: measures)
    let known = Set(shown)
    let total = SegmentSelection.Entry(title: path, paths: [path], role: .total)
    return SegmentSelection(
      entries: shown.map { .init(title: $0, paths: [$0]) } + [total]
        + ofWhiches.map { ofWhich($0) },
      isBreakdown: true, silent: children.filter { !known.contains($0) })
  }

  private func ofWhich(_ segment: Segment, depth: Int = 0) -> SegmentSelection.Entry {
    .init(
      title: "of which \(segment.path)", paths: [segment.path], role: .ofWhich, depth: depth)
  }

  /// Whether any of the companies has a figure of one of the measures in a segment or below it.
  private func isReported(_ path: String, by measures: [ResolvedMeasure]) throws -> Bool {
    try companies.all.contains { try isPresent($0, measures, path) }
  }

  private var hasPattern: Bool {
    query.segments.contains { if case .segment = $0.kind { false } else { true } }
  }

  /// The paths that the patterns select, each once, in the order typed; the root for no pattern.
  private func selectedPaths() throws(Diagnostic) -> [String] {
    var paths: [String] = []
    var seen: Set<String> = []
    for pattern in query.segments {
      for path in try self.paths(of: pattern) where seen.insert(path).inserted {
        paths.append(path)
      }
    }
    return query.segments.isEmpty ? [Segment.rootPath] : paths
  }

  /// The segments that are named more than once, each once.
  ///
  /// A segment counts once all the same, because segments are added up; what a pattern selects beside a
  /// name isn't a repetition, as in `si, *`, which puts one segment first.
  func repeatedSegments() throws(Diagnostic) -> [String] {
    var seen: Set<String> = []
    var repeated: [String] = []
    for pattern in query.segments {
      guard case .segment(let name) = pattern.kind else { continue }
      let path = try segmentPath(name)
      if !seen.insert(path).inserted, !repeated.contains(path) { repeated.append(path) }
    }
    return repeated
  }

  private func paths(of pattern: SegmentPattern) throws(Diagnostic) -> [String] {
    switch pattern.kind {
    case .segment(let name): return [try segmentPath(name)]
    case .children(let parent):
      let path = try parent.map { name throws(Diagnostic) in try segmentPath(name) }
      return try nonEmpty(
        catalog.children(of: path ?? Segment.rootPath).map(\.path), path, pattern.range)
    case .descendants(let parent):
      let path = try parent.map { name throws(Diagnostic) in try segmentPath(name) }
      return try nonEmpty(
        catalog.descendants(of: path ?? Segment.rootPath).map(\.path), path, pattern.range)
    }
  }

  private func segmentPath(_ name: Name) throws(Diagnostic) -> String {
    do {
      return try catalog.segmentPath(name)
    } catch  where error.id == "unknown-segment" {
      if let metric = try? catalog.metricIfKnown(name) {
        throw QueryMessage.metricAsSegment(
          metric.name, behind: query.measuredSubject, at: name.range)
      }
      if let clause = Suggestions.nearest(to: name.folded, among: Vocabulary.clauseWords).first {
        throw QueryMessage.clauseAsSegment(clause, error)
      }
      throw error
    }
  }

  private func nonEmpty(
    _ paths: [String], _ parent: String?, _ range: SourceRange
  ) throws(Diagnostic) -> [String] {
    if paths.isEmpty {
      throw QueryMessage.noSegmentsBelow(parent ?? Segment.rootPath, at: range)
    }
    return paths
  }

  func requireDisjoint(
    _ paths: [String], at range: SourceRange? = nil, wayOut: String = "use show"
  ) throws(Diagnostic) {
    let place = range ?? query.segments.first?.range ?? query.range
    let known = Set(paths)
    for path in paths {
      if let ancestor = catalog.ancestors(of: path).first(where: known.contains) {
        throw QueryMessage.overlappingSegments(ancestor, path, wayOut, at: place)
      }
      for other in catalog.hasOfWhiches ? paths : [] {
        guard let whole = catalog.whole(ofWhich: path, sharedWith: other) else { continue }
        throw QueryMessage.addedOfWhich(path, within: whole, other, wayOut, at: place)
      }
    }
  }
}
