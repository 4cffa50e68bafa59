import Catalog
import QueryEngine
import QuerySyntax
import TextForm

/// Every name that a statement can use, folded, for telling at a glance what is misspelt.
struct KnownNames {
  private let names: Set<String>
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
    self.names = names
  }

  /// Whether there is exactly that name.
  func contains(_ folded: String) -> Bool { names.contains(folded) }

  /// Whether a name begins so.
  func hasName(beginningWith folded: String) -> Bool { names.contains { $0.hasPrefix(folded) } }

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
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: ".") }.map {
      String(path[path.utf8.index(after: $0)...])
    }
  }
}
