package import Metrics

/// Which figures belong together: one metric of one segment of one company in one unit.
package struct SeriesKey: Hashable, Sendable {
  /// The company's name, as declared.
  package let company: String
  /// The metric's name, as declared.
  package let metric: String
  /// The segment's path; `total` for the root.
  package let segment: String
  /// The base unit without its scale: `JPY`, `JPY/share`, `ratio`.
  package let unit: String

  /// A key from its names, each in the spelling of its declaration.
  package init(company: String, metric: String, segment: String, unit: String) {
    self.company = company
    self.metric = metric
    self.segment = segment
    self.unit = unit
  }
}

/// One file that figures were read from.
package struct SourceFile: Hashable, Sendable {
  /// The file's name without its folder.
  package let name: String
  /// What the file is, for a person; nil when nobody said.
  package let title: String?
  /// The SHA-256 of the file's bytes.
  package let digest: [UInt8]

  /// A source from its facts.
  package init(name: String, title: String?, digest: [UInt8]) {
    self.name = name
    self.title = title
    self.digest = digest
  }
}

/// One figure to append.
package struct NewObservation: Sendable {
  /// The index of its key in ``ReleaseAppend/series``.
  package var series: Int
  /// When it was published: the release's date, unless its file has a column for it.
  package var published: CalendarDate
  /// What it covers.
  package var period: Period
  /// The period's last day as printed, where that is not the last day of its month.
  package var lastDay: CalendarDate?
  /// The digits: the value is `mantissa` × 10^`exponent` base units.
  package var mantissa: Int64
  /// The power of ten of the last printed digit.
  package var exponent: Int8
  /// Whether it states a figure or takes one back.
  package var state: Observation.State
  /// The index of its file in ``ReleaseAppend/sources``.
  package var source: Int
  /// Its line in the file, from 1.
  package var line: Int
  /// Its field in the line, from 1.
  package var column: Int
  /// The power of ten of the unit that it was printed in: 3 for thousands, −2 for percent.
  package var scale: Int8
  /// The text as printed, where the digits and the scale alone would not give it back.
  package var printed: String?
  /// What the file says about it.
  package var note: String?

  /// An observation from its fields.
  package init(
    series: Int, published: CalendarDate, period: Period, lastDay: CalendarDate? = nil,
    mantissa: Int64, exponent: Int8, state: Observation.State = .value, source: Int, line: Int,
    column: Int, scale: Int8, printed: String? = nil, note: String? = nil
  ) {
    self.series = series
    self.published = published
    self.period = period
    self.lastDay = lastDay
    self.mantissa = mantissa
    self.exponent = exponent
    self.state = state
    self.source = source
    self.line = line
    self.column = column
    self.scale = scale
    self.printed = printed
    self.note = note
  }
}

/// A publication with all its figures, checked and ready to be appended as one act.
package struct ReleaseAppend: Sendable {
  /// The release's name, by which statements call it.
  package var name: String
  /// Its title, for people.
  package var title: String
  /// The company that published it.
  package var company: String
  /// When it was published.
  package var published: CalendarDate
  /// The files it came from, in the order named.
  package var sources: [SourceFile]
  /// The series its figures belong to.
  package var series: [SeriesKey]
  /// Its figures, in the order printed.
  package var observations: [NewObservation]

  /// A release from its parts.
  package init(
    name: String, title: String, company: String, published: CalendarDate, sources: [SourceFile],
    series: [SeriesKey], observations: [NewObservation]
  ) {
    self.name = name
    self.title = title
    self.company = company
    self.published = published
    self.sources = sources
    self.series = series
    self.observations = observations
  }
}

/// One version of a declaration, as its canonical statement text.
package struct NewDeclaration: Hashable, Sendable {
  /// What is declared: `company`, `segment`, `metric`, `identity`, `unit`.
  package var kind: String
  /// The declared name.
  package var name: String
  /// The statement that declares it, in canonical form.
  package var statement: String

  /// A declaration from its parts.
  package init(kind: String, name: String, statement: String) {
    self.kind = kind
    self.name = name
    self.statement = statement
  }
}
