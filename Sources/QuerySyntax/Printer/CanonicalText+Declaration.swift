import Metrics

extension CanonicalText {
  /// Adds a declaration.
  mutating func add(_ declaration: Declaration) {
    switch declaration {
    case .company(let company): add(company)
    case .segment(let segment): add(segment)
    case .metric(let metric): add(metric)
    case .identity(let identity): add(identity)
    case .unit(let unit):
      add("unit ")
      add(unit.name)
      add(unit.labels)
    case .savedQuery(let query): add(query)
    }
  }

  private mutating func add(_ labels: Labels) {
    if let label = labels.label { addPart { $0.addQuoted(label) } }
    for (language, label) in labels.translations {
      add(" \(language) ")
      addQuoted(label)
    }
    if labels.aliases.isEmpty { return }
    add(" alias ")
    add(labels.aliases) { $0.add($1) }
  }

  private mutating func addPart(_ part: (inout CanonicalText) -> Void) {
    add(" ")
    part(&self)
  }

  private mutating func addOwner(_ company: Name?) {
    guard let company else { return }
    add(" of ")
    add(company)
  }

  private mutating func add(_ company: CompanyDeclaration) {
    add("company ")
    add(company.name)
    add(company.labels)
    let month = company.calendar.startMonthName
    add(" fiscal year starts \(month) named by \(company.calendar.naming.rawValue)")
    for change in company.calendar.changes {
      let month = FiscalCalendar.monthNames[change.from.month - 1]
      add(" fiscal year starts \(month) named by \(change.naming.rawValue) from ")
      add(PeriodLabel.quarterEnding(change.from).description)
    }
    if company.truncates { add(" rounding truncate") }
  }

  private mutating func add(_ segment: SegmentDeclaration) {
    add("segment ")
    add(segment.name)
    add(segment.labels)
    if let parent = segment.within {
      add(" within ")
      add(parent)
    }
    if !segment.onlyFor.isEmpty {
      add(" only for ")
      add(segment.onlyFor) { $0.add($1) }
    }
    if let last = segment.until {
      add(" until ")
      add(last)
    }
    addOwner(segment.company)
  }

  private mutating func add(_ metric: MetricDeclaration) {
    add("metric ")
    add(metric.name)
    switch metric.definition {
    case .reported(let kind, let unit):
      add(" \(kind.rawValue) ")
      add(unit)
    case .formula(let formula, let unit):
      add(" = ")
      add(formula)
      if let unit { addPart { $0.add(unit) } }
    }
    add(metric.labels)
    addOwner(metric.company)
  }

  private mutating func add(_ identity: IdentityDeclaration) {
    add("identity ")
    add(identity.metric)
    add(" = ")
    add(identity.formula)
    addOwner(identity.company)
  }

  /// Adds a release.
  mutating func add(_ release: ReleaseStatement) {
    add("release ")
    addRelease(release.name)
    if let title = release.title { addPart { $0.addQuoted(title) } }
    add(" company ")
    add(release.company)
    add(" published \(release.published)")
    if let source = release.source {
      add(" source ")
      addQuoted(source)
    }
    add(" from ")
    add(release.files) { $0.addQuoted($1.path) }
  }
}
