import Diagnostics
import QuerySyntax

extension Catalog {
  /// The segments that are an of-which of another, in the order declared.
  package func ofWhiches(of path: String) -> [Segment] {
    hasOfWhiches ? segments.filter { $0.whole == path } : []
  }

  /// Whether `ancestor` is above `path` in the tree, or the root above anything else; an of-which is
  /// below the segment that it is within.
  package func isAncestor(_ ancestor: String, of path: String) -> Bool {
    if ancestor == path { return false }
    if ancestor == Segment.rootPath || path.hasPrefix(ancestor + ".") { return true }
    return hasOfWhiches && ancestors(of: path).contains(ancestor)
  }

  /// The segment that two have in common as an of-which of it and another part.
  ///
  /// What the of-which counts may be in the other too. Nil where the two can't overlap so.
  package func whole(ofWhich path: String, sharedWith other: String) -> String? {
    guard hasOfWhiches, path != other else { return nil }
    let above = [path] + ancestors(of: path)
    guard let own = above.lazy.compactMap({ self.segment(at: $0) }).first(where: \.isOfWhich),
      let whole = own.whole, own.path != other, !isAncestor(own.path, of: other)
    else { return nil }
    return isAncestor(whole, of: other) ? whole : nil
  }

  /// The path of the segment that a declaration is within; throws where that leads back to itself.
  func whole(of declaration: SegmentDeclaration) throws(Diagnostic) -> String? {
    guard let name = declaration.within else { return nil }
    let whole = try segmentPath(name)
    let own = declaration.name.text
    if whole == own || whole.hasPrefix(own + ".") || ancestors(of: whole).contains(own) {
      throw Catalog.withinItself(declaration.name, name)
    }
    return whole
  }

  /// The paths of what a segment is a part of, from the nearest up to the root.
  ///
  /// No declaration is within itself, so that this ends.
  package func ancestors(of path: String) -> [String] {
    var ancestors: [String] = []
    var next = path
    while let segment = segment(at: next) {
      next = segment.containerPath
      ancestors.append(next)
    }
    return ancestors
  }

  private static func withinItself(_ name: Name, _ whole: Name) -> Diagnostic {
    Diagnostic(
      "within-itself", "segment \(name.text) can't be within \(whole.text), which is a part of it",
      at: whole.range)
  }
}
