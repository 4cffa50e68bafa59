import QuerySyntax
import TextForm

/// What is declared of one kind, by its names and aliases, which are unique, and by its labels, which
/// needn't be.
struct NameTable<Element: Sendable>: Sendable {
  /// In the order declared.
  private(set) var elements: [Element] = []
  private var indices: [String: Int] = [:]
  /// Labels are folded only when somebody looks for one: most questions name their metrics.
  private var labels: [[String]] = []

  /// Every name and alias, folded.
  var names: Dictionary<String, Int>.Keys { indices.keys }

  /// The index of what has exactly that name or alias, folded.
  func index(of folded: String) -> Int? { indices[folded] }

  /// What has exactly that name or alias, folded.
  func exact(_ folded: String) -> Element? { indices[folded].map { elements[$0] } }

  /// Everything labelled so, folded, in the order declared.
  func labelled(_ folded: String) -> [Element] {
    labels.indices.filter { labels[$0].contains { NameFolding.fold($0) == folded } }
      .map { elements[$0] }
  }

  /// Puts an element in the place of an older one, or at the end, and takes up its names.
  mutating func place(
    _ element: Element, _ name: Name, _ labels: Labels = Labels(), at own: Int?
  ) {
    if let own {
      indices = indices.filter { $0.value != own }
      elements[own] = element
      self.labels[own] = labels.all
    } else {
      elements.append(element)
      self.labels.append(labels.all)
    }
    let index = own ?? elements.count - 1
    indices[name.folded] = index
    for alias in labels.aliases { indices[alias.folded] = index }
  }
}
