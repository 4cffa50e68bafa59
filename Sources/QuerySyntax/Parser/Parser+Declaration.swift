import Diagnostics
import Metrics

extension Parser {
  /// Reads a declaration, which begins with what it declares.
  mutating func parseDeclaration() throws(SyntaxError) -> Declaration {
    switch advance().keyword {
    case .company: .company(try parseCompany())
    case .define: .savedQuery(try parseSavedQuery())
    case .identity: .identity(try parseIdentity())
    case .metric: .metric(try parseMetric())
    case .segment: .segment(try parseSegment())
    default: .unit(try parseUnit())
    }
  }

  // MARK: - Labels

  /// Reads labels and aliases behind a declared name, until something else follows.
  private mutating func parseLabels(
    into labels: inout Labels, ofUnit: Bool = false
  ) throws(SyntaxError) {
    while true {
      if current.kind == .string {
        if labels.label != nil { throw SyntaxError(.labelRepeated, at: current.range) }
        labels.label = try parseLabel(.text)
      } else if current.keyword == .alias {
        advance()
        labels.aliases += ofUnit ? try parseUnitAliases() : try parseAliases()
      } else if isLanguage(current), token(ahead: 1).kind == .string {
        try parseTranslation(into: &labels)
      } else {
        return
      }
    }
  }

  private mutating func parseTranslation(into labels: inout Labels) throws(SyntaxError) {
    let token = advance()
    let language = folded(token)
    if labels.translations.contains(where: { $0.language == language }) {
      throw SyntaxError(.languageRepeated(language), at: token.range)
    }
    labels.translations.append((language, try parseLabel(.languageLabel)))
  }

  /// Whether a word is the code of a language: two letters, as in `ja`.
  private func isLanguage(_ token: Token) -> Bool {
    guard token.kind == .word, token.isASCII, token.range.upper - token.range.lower == 2 else {
      return false
    }
    return folded(token).utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  /// Throws when a part of a declaration stands for the second time.
  private func checkOnce(_ stands: Bool, _ part: Keyword) throws(SyntaxError) {
    if stands { throw SyntaxError(.partRepeated(part.rawValue), at: current.range) }
  }

  private func declarationFault() -> SyntaxError {
    let legal: [Keyword] = [.alias, .fiscal, .rounding, .within, .only, .until, .of]
    return unexpected(.declarationPart, among: legal.map(\.rawValue))
  }

  // MARK: - Companies and units

  private mutating func parseCompany() throws(SyntaxError) -> CompanyDeclaration {
    let start = position
    let name = try parseDeclaredName(of: "company")
    var labels = Labels()
    var calendar: FiscalCalendar?
    var truncates = false
    try parseLabels(into: &labels)
    while !isAtEnd {
      switch current.keyword {
      case .fiscal: calendar = try parseFiscalYear(after: calendar)
      case .rounding:
        try checkOnce(truncates, .rounding)
        advance()
        try expect(.truncate, .truncate)
        truncates = true
      default: throw declarationFault()
      }
      try parseLabels(into: &labels)
    }
    guard let calendar else {
      throw SyntaxError(.missingPart(.fiscalYear, of: "company"), at: range(from: start - 1))
    }
    return CompanyDeclaration(name: name, labels: labels, calendar: calendar, truncates: truncates)
  }

  /// Reads the fiscal year of a company, or what becomes of it: `fiscal year starts january from 2016-01`.
  private mutating func parseFiscalYear(
    after earlier: FiscalCalendar?
  ) throws(SyntaxError) -> FiscalCalendar {
    let start = current.range
    let years = try parseFiscalYear()
    guard let earlier else { return years }
    guard take(.from) else { throw SyntaxError(.partRepeated(Keyword.fiscal.rawValue), at: start) }
    let range = current.range
    guard let label = PeriodLabel(parsing: text(of: current)),
      case .quarterEnding(let month) = label
    else { throw unexpected(.firstMonth) }
    advance()
    guard month.month == years.startMonth else {
      throw SyntaxError(
        .yearChangedWithin(label.description, start: years.startMonthName), at: range)
    }
    if let last = earlier.changes.last?.from, month <= last {
      let before = PeriodLabel.quarterEnding(last).description
      throw SyntaxError(.yearChangedBefore(label.description, last: before), at: range)
    }
    return FiscalCalendar(
      startMonth: earlier.startMonth, naming: earlier.naming,
      changes: earlier.changes + [.init(from: month, naming: years.naming)])
  }

  /// Reads `fiscal year starts april named by start`.
  ///
  /// A year that starts in January has one name, so that the last part may be left out.
  private mutating func parseFiscalYear() throws(SyntaxError) -> FiscalCalendar {
    advance()
    try expect(.year, .fiscalYear)
    try expect(.starts, .fiscalYear)
    guard current.kind == .word, let month = MonthName.number(of: folded(current)) else {
      throw unexpected(.month, among: FiscalCalendar.monthNames)
    }
    advance()
    if month == 1, current.keyword != .named { return .calendarYear }
    try expect(.named, .fiscalYear)
    try expect(.by, .fiscalYear)
    if take(.start) { return FiscalCalendar(startMonth: month, naming: .start) }
    if take(.end as Keyword) { return FiscalCalendar(startMonth: month, naming: .end) }
    throw unexpected(.naming, among: ["start", "end"])
  }

  private mutating func parseUnit() throws(SyntaxError) -> UnitDeclaration {
    guard startsUnit(current) else { throw unexpected(.name) }
    let name = try takeName()
    if name.text.utf8.contains(UInt8(ascii: ".")) {
      throw SyntaxError(.dottedName(quoted(name.text), what: "unit"), at: name.range)
    }
    var labels = Labels()
    try parseLabels(into: &labels, ofUnit: true)
    if !isAtEnd { throw declarationFault() }
    return UnitDeclaration(name: name, labels: labels)
  }

  /// Reads the aliases of a unit, whose names are apart from all others.
  private mutating func parseUnitAliases() throws(SyntaxError) -> [Name] {
    try parseList { parser throws(SyntaxError) in
      guard parser.current.kind == .string || parser.startsUnit(parser.current) else {
        throw parser.unexpected(.name)
      }
      return try parser.takeName()
    }
  }

  // MARK: - Segments

  private mutating func parseSegment() throws(SyntaxError) -> SegmentDeclaration {
    var segment = SegmentDeclaration(name: try parseDeclaredName(of: "segment"), labels: Labels())
    try parseLabels(into: &segment.labels)
    while !isAtEnd {
      try parseSegmentPart(into: &segment)
      try parseLabels(into: &segment.labels)
    }
    return segment
  }

  private mutating func parseSegmentPart(
    into segment: inout SegmentDeclaration
  ) throws(SyntaxError) {
    switch current.keyword {
    case .within:
      try checkOnce(segment.within != nil, .within)
      advance()
      segment.within = try parseSegmentName()
    case .only:
      try checkOnce(!segment.onlyFor.isEmpty, .only)
      advance()
      try expect(.for, .forPeriod)
      segment.onlyFor = try parseList { parser throws(SyntaxError) in
        try parser.parseName(.measure)
      }
    case .until:
      try checkOnce(segment.until != nil, .until)
      advance()
      segment.until = try parsePeriod()
    case .of: try parseOwner(into: &segment.company)
    default: throw declarationFault()
    }
  }

  private mutating func parseOwner(into company: inout Name?) throws(SyntaxError) {
    try checkOnce(company != nil, .of)
    advance()
    company = try parseName(.company)
  }

  // MARK: - Metrics and identities

  private mutating func parseMetric() throws(SyntaxError) -> MetricDeclaration {
    let name = try parseDeclaredName(of: "metric")
    let definition = try parseDefinition()
    var metric = MetricDeclaration(name: name, definition: definition, labels: Labels())
    try parseLabels(into: &metric.labels)
    while !isAtEnd {
      guard current.keyword == .of else { throw declarationFault() }
      try parseOwner(into: &metric.company)
      try parseLabels(into: &metric.labels)
    }
    return metric
  }

  private mutating func parseDefinition() throws(SyntaxError) -> MetricDeclaration.Definition {
    if take(.equal) {
      let formula = try parseFormula()
      return .formula(formula, shownIn: isShownUnit ? try parseUnitPhrase() : nil)
    }
    let kinds: [(Keyword, MetricKind)] = [(.flow, .flow), (.stock, .stock), (.rate, .rate)]
    guard let kind = kinds.first(where: { $0.0 == current.keyword })?.1 else {
      throw unexpected(.definition, among: ["flow", "stock", "rate"])
    }
    advance()
    return .reported(kind, try parseUnitPhrase())
  }

  /// Reads a formula.
  ///
  /// A name behind a number at its end is the unit to show, not the number's.
  private mutating func parseFormula() throws(SyntaxError) -> Expression {
    let outer = numbersTakeNames
    numbersTakeNames = false
    defer { numbersTakeNames = outer }
    guard !isAtEnd else { throw unexpected(.formula) }
    let formula = try parseExpression()
    try refuseComparison()
    return formula
  }

  /// Whether a unit follows the formula; two letters before a text are the code of a language.
  private var isShownUnit: Bool {
    if current.kind == .percent { return true }
    guard startsUnit(current) else { return false }
    let isTranslation = isLanguage(current) && token(ahead: 1).kind == .string
    return !isTranslation || folded(current) == "pp"
  }

  private mutating func parseIdentity() throws(SyntaxError) -> IdentityDeclaration {
    let metric = try parseName(.measure)
    try expect(.equal, .equalSign)
    var identity = IdentityDeclaration(metric: metric, formula: try parseIdentityFormula())
    if current.keyword == .of { try parseOwner(into: &identity.company) }
    return identity
  }

  private mutating func parseIdentityFormula() throws(SyntaxError) -> Expression {
    guard !isAtEnd else { throw unexpected(.formula) }
    let formula = try parseExpression()
    try refuseComparison()
    return formula
  }
}

/// The months by name.
enum MonthName {
  /// The number of a month, from 1, by its name or the first three letters of it.
  static func number(of name: String) -> Int? {
    FiscalCalendar.monthNames.firstIndex {
      $0 == name || (name.utf8.count == 3 && $0.hasPrefix(name))
    }.map { $0 + 1 }
  }
}
