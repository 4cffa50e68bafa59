/// What belongs where a name stands in a tree.
package enum NameRole: Sendable {
  case company
  /// How many rows, digits or periods.
  case count
  case distance
  /// The file that a result goes to.
  case file
  /// Part of a measure: a metric, a number or an expression of them.
  case measure
  case metric
  /// A date or a release.
  case moment
  case period
  case release
  case segment
  /// What a condition, an order or a rate is made of.
  case value

  /// What belongs there, in a word or two for a table.
  package var word: String {
    switch self {
    case .company: "company"
    case .count: "count"
    case .distance: "distance"
    case .file: "file"
    case .measure: "measure"
    case .metric: "metric"
    case .moment: "date or release"
    case .period: "period"
    case .release: "release"
    case .segment: "segment"
    case .value: "value"
    }
  }

  /// What belongs there, in the words of a message.
  package var wanted: String {
    switch self {
    case .company: "the name of a company"
    case .count: "a whole number"
    case .distance: "a distance such as 2 years"
    case .file: "the name of a file in quotes"
    case .measure: "a measure"
    case .metric: "the name of a metric"
    case .moment: "a date or the name of a release"
    case .period: "a period such as 2Q04"
    case .release: "the name of a release"
    case .segment: "the name of a segment"
    case .value: "a value"
    }
  }
}

/// A name in a tree, with what belongs in its place.
package struct NameUse: Sendable {
  /// The name.
  package let name: Name
  /// What belongs where it stands.
  package let role: NameRole
}

extension Statement {
  /// Every name that something else may stand for, in the order of the rewriting.
  ///
  /// A name that may be a segment's or a period's is told as a segment's.
  package var nameUses: [NameUse] {
    let recorder = NameRecorder()
    // Nothing is refused where nothing is put in the place of a name.
    _ = try? TreeRewriting(recorder).statement(self)
    return recorder.uses
  }
}

/// Puts nothing in the place of any name, and keeps what it was asked for.
private final class NameRecorder: Substitution {
  private(set) var uses: [NameUse] = []

  func value(of name: Name, as role: NameRole) -> Expression? {
    if uses.last?.name.range != name.range { uses.append(NameUse(name: name, role: role)) }
    return nil
  }
}
