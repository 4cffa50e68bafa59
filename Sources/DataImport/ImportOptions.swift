package import Metrics

/// One file to import.
package struct ImportFile: Sendable {
  /// The name as typed, by which messages call it.
  package var name: String
  /// The content.
  package var bytes: [UInt8]

  /// A file given by its content.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The name without its folder, which is what the store keeps.
  package var baseName: String {
    name.split(separator: "/").last.map(String.init) ?? name
  }
}

/// What the person who imports says, beside what the files say.
package struct ImportOptions: Sendable {
  /// The company, by any of its names, for rows that name none.
  package var company: String?
  /// The release's name; else it is made from the first file's.
  package var release: String?
  /// The release's title; else its name.
  package var title: String?
  /// The date of publication, for rows that have none.
  package var published: CalendarDate?
  /// What the files are, for a person.
  package var sourceTitle: String?
  /// The metric, by any of its names, for rows that name none.
  package var metric: String?
  /// The product's names for columns, by the files' own.
  package var columnNames: [String: String] = [:]
  /// What stands before the decimals of figures; nil for a point, but where that is uncertain.
  package var decimalMark: DecimalMark?
  /// Whether unknown companies, metrics, segments and units are declared instead of refused.
  package var declares = false
  /// The kind of the metrics that are declared, for rows that name none; it is never guessed.
  package var kind: MetricKind?
  /// The fiscal calendar of the companies that are declared.
  package var fiscalCalendar: FiscalCalendar?
  /// How many faults are told one by one; the rest are counted.
  package var badRowLimit = 20

  /// Options that say nothing.
  package init() {}
}

/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
  /// The rows read in all files.
  package let rowCount: Int
  /// The bytes read in all files.
  package let byteCount: Int
  /// The bytes of all files.
  package let totalByteCount: Int
}
