import Metrics
import QuerySyntax

extension ResultNotes {
  /// What is named more than once, so that nobody looks for a difference between the columns or rows.
  var repetitions: [String] {
    repeatedPeriods + repeatedMeasures
      + query.segments.repeated.map { "\($0) is named more than once, and counts once" }
  }

  private var repeatedPeriods: [String] {
    guard query.layout.shows(.time) else { return [] }
    let entries = query.periods.entries.filter { $0.role == .member }
    return groups(of: entries, by: ShownPeriod.init).flatMap { group in
      let headings = groups(of: group.map(\.heading), by: \.self)
      let told = headings.compactMap { repetition(of: $0[0], $0.count) }
      let names = headings.map { $0[0] }
      return names.count == 1
        ? told
        : told + [
          "\(names.dropLast().joined(separator: ", ")) and \(names.last ?? "") are the same"
        ]
    }
  }

  /// Measures of one name that were written in several places; the parts of a formula or a bridge are
  /// none.
  private var repeatedMeasures: [String] {
    groups(of: query.measures.filter { $0.range != nil }, by: \.name).compactMap { measures in
      let places = Set(measures.map(\.range))
      return repetition(of: measures[0].name, places.count)
    }
  }

  private func repetition(of name: String, _ count: Int) -> String? {
    count == 1 ? nil : "\(name) stands \(count == 2 ? "twice" : "\(count) times")"
  }

  /// What is alike in one way, in the order of the first of each.
  private func groups<Element, Key: Hashable>(
    of elements: [Element], by key: (Element) -> Key
  ) -> [[Element]] {
    var indices: [Key: Int] = [:]
    return elements.reduce(into: []) { groups, element in
      if let index = indices[key(element)] {
        groups[index].append(element)
      } else {
        indices[key(element)] = groups.count
        groups.append([element])
      }
    }
  }
}

/// What a column shows of which months, whatever they are called.
private struct ShownPeriod: Hashable {
  let extra: Extra?
  let periods: [Period]

  init(_ entry: PeriodSelection.Entry) {
    extra = entry.extra
    periods = entry.periods
  }
}
