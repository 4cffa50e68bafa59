import Diagnostics

extension Clause {
  /// One clause of what two of a kind list; nil where they choose the same thing, so that only one of
  /// the two can be meant.
  func joined(with other: Clause) -> Clause? {
    let kind: Kind? =
      switch (self.kind, other.kind) {
      case (.by(let first), .by(let second)):
        Clause.joined(first, second) { $0.dimension.subject }.map { .by($0) }
      case (.across(let first), .across(let second)):
        Clause.joined(first, second) { $0.dimension.subject }.map { .across($0) }
      case (.columns(let first), .columns(let second)):
        Clause.joined(first, second) { $0.canonicalText }.map { .columns($0) }
      case (.companies(let first), .companies(let second)):
        Clause.joined(first, second) { $0.folded }.map { .companies($0) }
      case (.extras(let first), .extras(let second)):
        Clause.joined(first, second) { $0.extra.rawValue }.map { .extras($0) }
      default: nil
      }
    return kind.map { Clause($0, at: range.union(other.range)) }
  }

  /// Both lists as one; nil where something is in both, as a text of each item tells.
  private static func joined<Item>(
    _ first: [Item], _ second: [Item], by text: (Item) -> String
  ) -> [Item]? {
    let known = Set(first.map(text))
    return second.contains { known.contains(text($0)) } ? nil : first + second
  }
}

extension Dimension {
  /// What it names the parts of; two dimensions of one subject can't stand side by side.
  fileprivate var subject: String {
    switch self {
    case .time: "time"
    case .segment, .tree, .leaf: "segments"
    case .company, .metric, .release: word
    }
  }
}
