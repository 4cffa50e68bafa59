package import Diagnostics
package import QuerySyntax
import Metrics
import TextForm

extension Catalog {
  /// Adds a declaration, or puts a new version in the place of an older one of the same name.
  ///
  /// Throws a diagnostic when a name is taken by something else, a parent is missing, a unit is
  /// unknown, or a formula leads back to itself or clashes in its units; the catalog is then as it
  /// was.
  package mutating func declare(_ declaration: Declaration) throws(Diagnostic) {
    switch declaration {
    case .company(let company): try declare(company)
    case .segment(let segment): try declare(segment)
    case .metric(let metric): try declare(metric)
    case .identity(let identity): try declare(identity)
    case .unit(let unit): content.value.units.declare(unit)
    case .savedQuery(let query): try declare(query)
    }
  }

  private mutating func declare(_ declaration: CompanyDeclaration) throws(Diagnostic) {
    let own = content.value.companies.index(of: declaration.name.folded)
    try requireFree([declaration.name] + declaration.labels.aliases, for: .company, at: own)
    let company = Company(
      name: declaration.name.text, labels: declaration.labels, calendar: declaration.calendar,
      rounding: declaration.truncates ? .truncated : .nearest)
    content.value.companies.place(company, declaration.name, company.labels, at: own)
  }

  private mutating func declare(_ declaration: SegmentDeclaration) throws(Diagnostic) {
    let own = content.value.segments.index(of: declaration.name.folded)
    try requireFree([declaration.name] + declaration.labels.aliases, for: .segment, at: own)
    for metric in declaration.onlyFor { _ = try self.metric(metric) }
    let segment = Segment(declaration, whole: try whole(of: declaration))
    if let parent = segment.parentPath, self.segment(at: parent) == nil {
      throw Catalog.orphan(declaration.name, parent: parent)
    }
    if segment.isOfWhich { content.value.hasOfWhiches = true }
    if !declaration.onlyFor.isEmpty { content.value.hasNarrowedSegments = true }
    content.value.segments.place(segment, declaration.name, segment.labels, at: own)
    if own == nil { content.value.indexPath(of: segment, at: segments.count - 1) }
  }

  private mutating func declare(_ declaration: MetricDeclaration) throws(Diagnostic) {
    let own = content.value.metrics.index(of: declaration.name.folded)
    try requireFree([declaration.name] + declaration.labels.aliases, for: .metric, at: own)
    let metric = try resolved(declaration)
    content.value.metrics.place(metric, declaration.name, metric.labels, at: own)
  }

  private func resolved(_ declaration: MetricDeclaration) throws(Diagnostic) -> Metric {
    let definition: Metric.Definition
    let signature: Signature
    let shown: PrintedUnit?
    switch declaration.definition {
    case .reported(let kind, let phrase):
      let printed = try unit(phrase)
      definition = .reported
      signature = Signature(kind: Aggregation(kind), unit: printed.unit)
      shown = printed.scaleExponent == 0 ? nil : printed
    case .formula(let expression, let phrase):
      try requireNoCycle(declaration.name, in: expression)
      definition = .formula(expression)
      signature = try ExpressionTyping(catalog: self).signature(of: expression)
      if let phrase { shown = try unit(phrase) } else { shown = nil }
      try requireSameUnit(shown, signature, phrase)
    }
    return Metric(
      name: declaration.name.text, labels: declaration.labels, definition: definition,
      signature: signature, shownIn: shown)
  }

  private mutating func declare(_ declaration: IdentityDeclaration) throws(Diagnostic) {
    let metric = try self.metric(declaration.metric)
    let signature = try ExpressionTyping(catalog: self).signature(of: declaration.formula)
    if signature.unit != metric.signature.unit {
      throw TypingMessage.declaredClash(
        metric.name, metric.signature.unit, signature.unit, at: declaration.formula.range)
    }
    let text = Declaration.identity(declaration).canonicalText
    content.value.identities.removeAll { $0.statement == text }
    content.value.identities.append(
      Identity(metric: metric.name, formula: declaration.formula, statement: text))
  }
}

extension Catalog {
  func requireFree(
    _ names: [Name], for thing: DeclaredThing, at own: Int?
  ) throws(Diagnostic) {
    for name in names {
      if let owner = owner(of: name, except: thing, own) { throw Catalog.taken(name, by: owner) }
    }
  }

  private func owner(of name: Name, except thing: DeclaredThing, _ own: Int?) -> String? {
    let content = content.value
    if let index = content.metrics.index(of: name.folded), thing != .metric || index != own {
      return "the metric \(metrics[index].name)"
    }
    if let index = content.segments.index(of: name.folded), thing != .segment || index != own {
      return "the segment \(segments[index].path)"
    }
    if let index = content.companies.index(of: name.folded), thing != .company || index != own {
      return "the company \(companies[index].name)"
    }
    if let index = content.savedQueries.index(of: name.folded), thing != .savedQuery || index != own
    {
      return "the saved query \(savedQueries[index].name)"
    }
    return nil
  }

  private func requireSameUnit(
    _ shown: PrintedUnit?, _ signature: Signature, _ phrase: UnitPhrase?
  ) throws(Diagnostic) {
    guard let shown, let phrase, shown.unit != signature.unit else { return }
    throw TypingMessage.declaredClash("the formula", signature.unit, shown.unit, at: phrase.range)
  }

  /// Follows the formulas below `expression`; meeting `name` again is a cycle.
  private func requireNoCycle(_ name: Name, in expression: Expression) throws(Diagnostic) {
    var users: [String: Name] = [:]
    var pending = expression.metricNames.map { (name: $0, user: name) }
    while let (next, user) = pending.popLast() {
      if next.folded == name.folded {
        var path = [next.text, user.text]
        var step = user
        while let above = users[step.folded] {
          path.append(above.text)
          step = above
        }
        throw Catalog.cycle(name, through: path.reversed())
      }
      guard users[next.folded] == nil else { continue }
      users[next.folded] = user
      pending += (metric(named: next.folded)?.formula?.metricNames ?? []).map { ($0, next) }
    }
  }
}

extension Catalog.Content {
  /// Makes a new segment known to the one above it, and to whoever leaves out the start of its path.
  fileprivate mutating func indexPath(of segment: Segment, at index: Int) {
    childIndices[segment.parentPath ?? Segment.rootPath, default: []].append(index)
    if segment.parentPath == nil { return }
    var tail = NameFolding.fold(segment.path)[...]
    while let dot = tail.utf8.firstIndex(of: UInt8(ascii: ".")) {
      tail = tail[tail.utf8.index(after: dot)...]
      tailIndices[String(tail), default: []].append(index)
    }
  }
}
