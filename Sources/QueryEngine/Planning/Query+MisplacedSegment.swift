import Catalog
import Diagnostics
import QuerySyntax

extension Query {
  /// A diagnostic about a company or a period that is none, told as what it is where it names a segment:
  /// `show revenue of si`, `show revenue for si`.
  func explainingSegment(_ diagnostic: Diagnostic, in catalog: Catalog) -> Diagnostic {
    guard ["unknown-company", "unknown-period"].contains(diagnostic.id), segments.isEmpty,
      let index = clauses.firstIndex(where: { $0.onlyName?.range == diagnostic.range }),
      let name = clauses[index].onlyName,
      let path = try? catalog.segmentPathIfKnown(name)
    else { return diagnostic }
    var moved = self
    moved.clauses.remove(at: index)
    moved.segments = [SegmentPattern(.segment(name), at: name.range)]
    var explained = diagnostic
    explained.notes = ["\(path) is a segment: type \(moved.canonicalText)"]
    return explained
  }
}

extension Clause {
  /// The one name that it holds.
  fileprivate var onlyName: Name? {
    switch kind {
    case .companies(let names) where names.count == 1: return names[0]
    case .columns(let columns) where columns.count == 1:
      guard case .period(let period) = columns[0].kind, case .name(let name) = period.kind else {
        return nil
      }
      return name
    default: return nil
    }
  }
}
