import Diagnostics
import Metrics

/// One thing to tell about a file, before it is put into words: all but a warning keep it from being
/// imported.
enum ImportFact: Hashable, Sendable {
  case file(FileFact)
  case header(HeaderFact)
  case field(FieldFact)
  case series(SeriesFact)
  case warning(ImportWarning)
}

/// What is wrong with a file as a whole, or with the way its records are written.
enum FileFact: Hashable, Sendable {
  case csv(CSVFault.Reason, FieldSeparator)
  case emptyFile
  case encoding(EncodingFault)
  case noFiles
  case noRows
}

/// What is wrong with the names of columns.
enum HeaderFact: Hashable, Sendable {
  case duplicateColumn(String)
  /// The line that names the columns, where another stands above it.
  case headerBelow(line: Int)
  case missingColumns([ColumnRole])
  case missingHeader
  case noColumnsOfFigures
  case periodColumnInTidyFile(String)
  /// A heading that isn't known, what it is likely to be called here, and such renames of the whole
  /// header where there are several.
  case unknownColumn(String, likely: String?, map: String?)
  case unknownRole(String, for: String)
  case unnamedColumn(Int, FieldSeparator)
  case unusedRename(String, headings: [String])
}

/// What is wrong with one field of a row, or with their number.
enum FieldFact: Hashable, Sendable {
  case badDate(String)
  case badKind(String)
  case badPeriod(String)
  case badSign(String)
  case badState(String)
  /// A unit that is none, and what to do about it where that is certain.
  case badUnit(String, String?)
  /// A date of publication in a year that no release is of.
  case dateTooFar(String)
  case endsNoQuarter(WrittenPeriod, FiscalCalendar)
  /// A field below no heading, with the number of its column.
  case fieldBelowNoHeading(String, column: Int)
  case fieldCount(found: Int, expected: Int, FieldSeparator)
  case figure(String, FigureFault, DecimalMark?)
  case figureHasNoUnit(String, unit: String, DecimalMark?)
  case figureOutOfRange(String)
  case figureUnit(String, figureUnit: String, columnUnit: String)
  /// A period in a year that no release is of.
  case periodTooFar(String)
}

/// Why the figures of a row belong to no series.
enum SeriesFact: Hashable, Sendable {
  /// A name that the catalog refuses, in its words.
  case catalog(Diagnostic, canDeclare: Bool)
  case kindClash(metric: String, declared: String, found: MetricKind)
  case newCompanyWithoutCalendar(String)
  case newMetricWithoutKind(String)
  case newMetricWithoutUnit(String)
  case noCompany
  case noMetric
  case noPublicationDate
  /// A label of nothing but signs, and of what sort of thing it is.
  case nameless(String, AlteredName.Thing)
  /// A name that no declaration can give, and why.
  case undeclarable(String, reason: String)
  case unitClash(metric: String, own: String, found: String)
}
