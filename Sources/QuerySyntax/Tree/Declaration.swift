package import Metrics

/// Something that a statement declares and the store keeps.
package enum Declaration: Sendable {
  case company(CompanyDeclaration)
  case segment(SegmentDeclaration)
  case metric(MetricDeclaration)
  case identity(IdentityDeclaration)
  case unit(UnitDeclaration)
  case savedQuery(SavedQueryDeclaration)
}

/// The names by which people find a thing: labels in languages, and aliases.
package struct Labels: Sendable {
  /// The label, in English unless the company's people write otherwise.
  package var label: String?
  /// Labels by language code, in the order declared: `ja "売上高"`.
  package var translations: [(language: String, label: String)]
  /// Further unique names.
  package var aliases: [Name]

  /// Labels from their parts.
  package init(
    label: String? = nil, translations: [(language: String, label: String)] = [],
    aliases: [Name] = []
  ) {
    self.label = label
    self.translations = translations
    self.aliases = aliases
  }
}

/// `company iij "…" fiscal year starts april named by start`.
package struct CompanyDeclaration: Sendable {
  package var name: Name
  package var labels: Labels
  package var calendar: FiscalCalendar
  /// Whether the issuer cuts digits instead of rounding them: `rounding truncate`.
  package var truncates: Bool

  package init(name: Name, labels: Labels, calendar: FiscalCalendar, truncates: Bool) {
    self.name = name
    self.labels = labels
    self.calendar = calendar
    self.truncates = truncates
  }
}

/// `segment si.outsourced_operation "…" within si only for revenue until 4Q03 of iij`.
package struct SegmentDeclaration: Sendable {
  package var name: Name
  package var labels: Labels
  /// The segment that it is an of-which of: shown, never added.
  package var within: Name?
  /// The metrics that the declaration is narrowed to; empty for all.
  package var onlyFor: [Name]
  /// The last period of the segment's life.
  package var until: PeriodExpression?
  /// The company that alone has it.
  package var company: Name?

  package init(
    name: Name, labels: Labels, within: Name? = nil, onlyFor: [Name] = [],
    until: PeriodExpression? = nil, company: Name? = nil
  ) {
    self.name = name
    self.labels = labels
    self.within = within
    self.onlyFor = onlyFor
    self.until = until
    self.company = company
  }
}

/// `metric revenue flow JPY "…"` or `metric gross_margin = gross_profit / revenue percent "…"`.
package struct MetricDeclaration: Sendable {
  /// Where a metric's figures come from.
  package enum Definition: Sendable {
    /// They are reported, in a unit.
    case reported(MetricKind, UnitPhrase)
    /// They are calculated; the unit, where one is given, is the one to show.
    case formula(Expression, shownIn: UnitPhrase?)
  }

  package var name: Name
  package var definition: Definition
  package var labels: Labels
  /// The company that alone has it.
  package var company: Name?

  package init(name: Name, definition: Definition, labels: Labels, company: Name? = nil) {
    self.name = name
    self.definition = definition
    self.labels = labels
    self.company = company
  }
}

/// `identity operating_income = revenue - total_costs_and_expenses`.
package struct IdentityDeclaration: Sendable {
  package var metric: Name
  package var formula: Expression
  /// The company to which alone it applies.
  package var company: Name?

  package init(metric: Name, formula: Expression, company: Name? = nil) {
    self.metric = metric
    self.formula = formula
    self.company = company
  }
}

/// `unit contract "Contracts" ja "契約" alias contracts`.
package struct UnitDeclaration: Sendable {
  package var name: Name
  package var labels: Labels

  package init(name: Name, labels: Labels) {
    self.name = name
    self.labels = labels
  }
}
