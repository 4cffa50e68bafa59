import MetricStore
import Metrics

/// What publications changed of some of the figures shown, and not of others that should count the
/// same.
extension ResultNotes {
  /// Lines of one note that tell of one and the same change.
  private struct Group: Hashable {
    let release: String
    let kind: PeriodChanges.Change.Kind
    let period: Period
  }

  /// Which printed spans are older than what is inside them, and which comparisons have one side that
  /// was restated alone.
  func revisions() throws(StoreError) -> [String] {
    let revised = positions.filter { grid[$0].revisions != nil && grid[$0].cell.number != nil }
    if revised.isEmpty { return [] }
    return try telling {
      try outdated(among: revised) + unlike(among: revised) + redefined(among: revised)
    }
  }

  private func outdated(among revised: [ResultGrid.Position]) throws -> [String] {
    var told: Set<Revisions.Outdated> = []
    let all = revised.flatMap { position in
      (grid[position].revisions?.outdated ?? []).sorted { $0.change.sequence < $1.change.sequence }
    }.filter { told.insert($0).inserted }
    let groups = try grouped(all.map { ($0.change, $0.figure) })
    return try lines(groups) { change, figures in
      "printed before \(try changes.text(of: change))\(listing(of: figures)); "
        + "`check` tells what differs"
    }
  }

  private func unlike(among revised: [ResultGrid.Position]) throws -> [String] {
    let all = revised.flatMap { position in
      (grid[position].revisions?.unlike ?? []).sorted { $0.sequence < $1.sequence }
        .map { ($0, name(of: position)) }
    }
    return try lines(try grouped(all)) { change, names in
      let isCorrection =
        change.kind == .restated ? try changes.verdict(on: change) == .corrected : false
      return (isCorrection ? "across a correction" : "across two bases") + listed(names)
        + "; \(try changes.text(of: change)) and not what it is compared with"
        + hint("as reported", "compares first values")
    }
  }

  /// Which printed figures are of a metric that has been defined by a formula, or another one, since.
  private func redefined(among revised: [ResultGrid.Position]) -> [String] {
    var groups: [(first: Revisions.Redefined, figures: [Evaluated.Gap])] = []
    let all = revised.flatMap { position in
      (grid[position].revisions?.redefined ?? []).sorted { $0.metric < $1.metric }
    }
    for redefined in all {
      let index = groups.firstIndex {
        $0.first.metric == redefined.metric && $0.first.formula == redefined.formula
          && $0.first.isComputed == redefined.isComputed
      }
      if let index {
        groups[index].figures.append(redefined.figure)
      } else {
        groups.append((redefined, [redefined.figure]))
      }
    }
    return groups.map { first, figures in
      let text = "printed before `\(first.metric) = \(first.formula)` was declared"
      let figures = listing(of: figures)
      return first.isComputed
        ? "\(text), which gives something else\(figures); type `\(first.formula)` for that"
        : "\(text), which gives nothing\(figures)"
    }
  }

  /// What to type instead; there is no basis of first values beside those of each release.
  private func hint(_ clause: String, _ deed: String) -> String {
    query.releases.entries.isEmpty ? "; `\(clause)` \(deed)" : ""
  }

  /// The names of some cells, behind a colon; nothing for the only one.
  func listed(_ names: [String]) -> String {
    let known = names.filter { !$0.isEmpty }
    return known.isEmpty ? "" : ": " + ResultNotes.abridged(known)
  }

  private func grouped<Subject>(
    _ subjects: [(PeriodChanges.Change, Subject)]
  ) throws -> [(change: PeriodChanges.Change, subjects: [Subject])] {
    var groups: [(change: PeriodChanges.Change, subjects: [Subject])] = []
    var indices: [Group: Int] = [:]
    for (change, subject) in subjects {
      let key = Group(
        release: try changes.release(of: change), kind: change.kind, period: change.period)
      let index = indices[key] ?? groups.count
      if index == groups.count {
        indices[key] = index
        groups.append((change, []))
      }
      groups[index].subjects.append(subject)
    }
    return groups
  }

  /// A line for each of some changes, and how many more there are.
  private func lines<Subject>(
    _ groups: [(change: PeriodChanges.Change, subjects: [Subject])],
    _ line: (PeriodChanges.Change, [Subject]) throws -> String
  ) throws -> [String] {
    let lines = try groups.prefix(ResultNotes.mostListed).map { try line($0.change, $0.subjects) }
    let rest = groups.count - lines.count
    return lines + (rest > 0 ? ["so with \(rest) more changes; `compare` lists them"] : [])
  }
}
