import Catalog
import QueryEngine
import QuerySyntax
import TextForm

/// Every name that a statement can use, folded, for telling at a glance what is misspelt.
struct KnownNames {
  /// The names, sorted, so that what begins with a text stands together.
  private let sorted: [String]
  /// Those of saved queries, which a statement can begin with.
  let savedQueries: Set<String>

  /// The names of what is declared in a session, the parts of paths and labels among them.
  init(session: Session) {
    var names: Set<String> = []
    let catalog = session.catalog
    for company in catalog.companies { names.formUnion(Self.names(company.name, company.labels)) }
    for metric in catalog.metrics { names.formUnion(Self.names(metric.name, metric.labels)) }
    for segment in catalog.segments {
      names.formUnion(Self.names(segment.path, segment.labels))
      names.formUnion(Self.tails(of: NameFolding.fold(segment.path)))
    }
    names.formUnion(catalog.units.allNames.map(NameFolding.fold))
    names.formUnion(session.releases.flatMap { Self.words(of: $0.name) })
    savedQueries = Set(catalog.savedQueries.map { NameFolding.fold($0.name) })
    names.formUnion(savedQueries)
    sorted = names.sorted()
  }

  /// Whether there is exactly that name.
  func contains(_ folded: String) -> Bool {
    let index = firstIndex(from: folded)
    return index < sorted.count && sorted[index] == folded
  }

  /// Whether a name begins so.
  func hasName(beginningWith folded: String) -> Bool {
    let index = firstIndex(from: folded)
    return index < sorted.count && sorted[index].hasPrefix(folded)
  }

  private func firstIndex(from folded: String) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < folded { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func names(_ name: String, _ labels: Labels) -> [String] {
    [NameFolding.fold(name)] + labels.aliases.map(\.folded) + labels.all.flatMap(words)
  }

  /// The words of a label or of a release's name, which the lexer takes one by one.
  private static func words(of text: String) -> [String] {
    let folded = NameFolding.fold(text)
    return [folded] + folded.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }

  /// A path without its first parts, as far as names are known by their ends.
  private static func tails(of path: String) -> [String] {
    path.indices.filter { path[$0] == "." }.map { String(path[path.index(after: $0)...]) }
  }
}
