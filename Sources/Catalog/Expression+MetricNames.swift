package import QuerySyntax

extension Expression {
  /// Every metric that the expression names, left to right, as often as it does.
  package var metricNames: [Name] {
    // One list: a long sum is as deep as it is long, and each level would copy its own.
    var names: [Name] = []
    forEach { part in
      switch part.kind {
      case .name(let name), .pinned(let name, _): names.append(name)
      default: break
      }
    }
    return names
  }
}
