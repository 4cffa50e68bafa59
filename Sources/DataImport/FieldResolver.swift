import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// What a field was found to mean, or why it means nothing.
enum Resolved<Value> {
  case found(Value)
  case refused(ImportFact)

  /// The fact that stands against it.
  var fact: ImportFact? {
    if case .refused(let fact) = self { fact } else { nil }
  }

  /// The value, where there is one.
  var value: Value? {
    if case .found(let value) = self { value } else { nil }
  }
}

/// The metric that a field names.
enum MetricReference {
  case declared(Metric)
  /// To be declared by this label, as soon as its kind and unit are known.
  case new(String)
}

/// The unit that a field names.
enum UnitReference {
  /// The metric's own, because the field is empty.
  case own
  /// The metric's own, at a scale: `thousand`.
  case scale(Int)
  case printed(PrintedUnit, UnitText)
}

/// Finds out what fields mean, each spelling once.
///
/// An empty field, and one of a column that isn't there, means what the options say.
struct FieldResolver {
  var names: ImportNames
  private let options: ImportOptions
  private(set) var companies = FieldCache<Resolved<Company>>()
  private(set) var metrics = FieldCache<Resolved<MetricReference>>()
  private(set) var segments = FieldCache<Resolved<String>>()
  private(set) var units = FieldCache<Resolved<UnitReference>>()
  private(set) var kinds = FieldCache<Resolved<MetricKind?>>()
  private var periods = FieldCache<Resolved<WrittenPeriod>>()
  private var dates = FieldCache<Resolved<CalendarDate>>()
  private var signs = FieldCache<Resolved<Bool>>()
  private var states = FieldCache<Resolved<Observation.State>>()
  /// The fields of the row being read that hold what can't be seen, each spelling once.
  private(set) var namesWithHiddenParts: [CSVField] = []

  init(catalog: Catalog, options: ImportOptions) {
    self.names = ImportNames(catalog: catalog, options: options)
    self.options = options
  }

  /// The name of the company that the options name; nil when they name none.
  var optionsCompany: String? {
    guard options.company != nil, let index = companies.index(of: .absent, in: []) else {
      return nil
    }
    return companies.values[index].value?.name
  }

  /// Forgets which fields held what can't be seen, once it was told.
  mutating func forgetHiddenParts() {
    namesWithHiddenParts = []
  }

  private mutating func name(of field: CSVField, in bytes: [UInt8]) -> String {
    let name = FieldName(field.text(in: bytes))
    if name.lostSomething { namesWithHiddenParts.append(field) }
    return name.text
  }

  mutating func company(_ field: CSVField, in bytes: [UInt8]) -> Int {
    if let index = companies.index(of: field, in: bytes) { return index }
    return companies.insert(
      resolvedCompany(name(of: field, in: bytes)), for: field, in: bytes)
  }

  mutating func metric(_ field: CSVField, in bytes: [UInt8]) -> Int {
    if let index = metrics.index(of: field, in: bytes) { return index }
    return metrics.insert(resolvedMetric(name(of: field, in: bytes)), for: field, in: bytes)
  }

  mutating func segment(_ field: CSVField, in bytes: [UInt8]) -> Int {
    if let index = segments.index(of: field, in: bytes) { return index }
    return segments.insert(
      resolvedSegment(name(of: field, in: bytes)), for: field, in: bytes)
  }

  mutating func unit(_ field: CSVField, in bytes: [UInt8]) -> Int {
    if let index = units.index(of: field, in: bytes) { return index }
    return units.insert(resolvedUnit(name(of: field, in: bytes)), for: field, in: bytes)
  }

  mutating func kind(_ field: CSVField, in bytes: [UInt8]) -> Int {
    if let index = kinds.index(of: field, in: bytes) { return index }
    return kinds.insert(resolvedKind(name(of: field, in: bytes)), for: field, in: bytes)
  }

  mutating func period(_ field: CSVField, in bytes: [UInt8]) -> Resolved<WrittenPeriod> {
    if let index = periods.index(of: field, in: bytes) { return periods.values[index] }
    return periods.keep(resolvedPeriod(name(of: field, in: bytes)), for: field, in: bytes)
  }

  mutating func date(_ field: CSVField, in bytes: [UInt8]) -> Resolved<CalendarDate> {
    if let index = dates.index(of: field, in: bytes) { return dates.values[index] }
    return dates.keep(resolvedDate(name(of: field, in: bytes)), for: field, in: bytes)
  }

  mutating func sign(_ field: CSVField, in bytes: [UInt8]) -> Resolved<Bool> {
    if let index = signs.index(of: field, in: bytes) { return signs.values[index] }
    return signs.keep(resolvedSign(name(of: field, in: bytes)), for: field, in: bytes)
  }

  mutating func state(_ field: CSVField, in bytes: [UInt8]) -> Resolved<Observation.State> {
    if let index = states.index(of: field, in: bytes) { return states.values[index] }
    return states.keep(resolvedState(name(of: field, in: bytes)), for: field, in: bytes)
  }
}

extension FieldResolver {
  private mutating func resolvedCompany(_ text: String) -> Resolved<Company> {
    guard let name = text.isEmpty ? options.company : text else {
      return .refused(.series(.noCompany))
    }
    return names.company(name)
  }

  private func resolvedMetric(_ text: String) -> Resolved<MetricReference> {
    guard let name = text.isEmpty ? options.metric : text else {
      return .refused(.series(.noMetric))
    }
    return names.metric(name)
  }

  private mutating func resolvedSegment(_ text: String) -> Resolved<String> {
    text.isEmpty ? .found(Segment.rootPath) : names.segmentPath(text)
  }

  private mutating func resolvedUnit(_ text: String) -> Resolved<UnitReference> {
    text.isEmpty ? .found(.own) : names.unit(text)
  }

  private func resolvedKind(_ text: String) -> Resolved<MetricKind?> {
    if text.isEmpty { return .found(nil) }
    if let kind = MetricKind(rawValue: text.lowercased()) { return .found(kind) }
    return .refused(.field(.badKind(text)))
  }

  private func resolvedPeriod(_ text: String) -> Resolved<WrittenPeriod> {
    guard let period = WrittenPeriod(parsing: text) else {
      return .refused(.field(.badPeriod(text)))
    }
    return period.isWithinReach ? .found(period) : .refused(.field(.periodTooFar(text)))
  }

  private func resolvedDate(_ text: String) -> Resolved<CalendarDate> {
    if text.isEmpty {
      return options.published.map { .found($0) } ?? .refused(.series(.noPublicationDate))
    }
    let written = WrittenPeriod(parsing: text)
    guard case .end(let date) = written else { return .refused(.field(.badDate(text))) }
    return written?.isWithinReach == true ? .found(date) : .refused(.field(.dateTooFar(text)))
  }

  private func resolvedSign(_ text: String) -> Resolved<Bool> {
    switch text.lowercased() {
    case "", "normal": .found(false)
    case "reversed": .found(true)
    default: .refused(.field(.badSign(text)))
    }
  }

  private func resolvedState(_ text: String) -> Resolved<Observation.State> {
    switch text.lowercased() {
    case "", "value": .found(.value)
    case "withdrawn": .found(.withdrawn)
    default: .refused(.field(.badState(text)))
    }
  }
}
