import QuerySyntax
import TextForm

/// Names and aliases, which are unique, and labels, which needn't be.
struct NameIndex: Sendable {
  private var unique: [String: Int] = [:]
  /// Labels are folded only when somebody looks for one: most questions name their metrics.
  private var labels: [Int: [String]] = [:]

  /// The index of what has exactly that name or alias, folded.
  func exact(_ folded: String) -> Int? { unique[folded] }

  /// The indices of everything labelled so, folded, in the order declared.
  func labelled(_ folded: String) -> [Int] {
    labels.filter { $0.value.contains { NameFolding.fold($0) == folded } }.keys.sorted()
  }

  var names: Dictionary<String, Int>.Keys { unique.keys }

  mutating func add(_ name: Name, _ labels: Labels, index: Int) {
    unique[name.folded] = index
    for alias in labels.aliases { unique[alias.folded] = index }
    let texts = labels.all
    if !texts.isEmpty { self.labels[index] = texts }
  }

  mutating func remove(index: Int) {
    unique = unique.filter { $0.value != index }
    labels[index] = nil
  }
}
