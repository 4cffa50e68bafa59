import Catalog
import DataImport
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax

/// A catalog with a little of everything, and imports against it.
enum SmallCatalog {
  static let nowhere = SourceRange(0, 0)

  static func make() throws -> Catalog {
    var catalog = Catalog()
    try catalog.declare(company("iij", "Internet Initiative Japan Inc.", april))
    try catalog.declare(.unit(UnitDeclaration(name: name("contract"), labels: Labels())))
    try catalog.declare(.unit(UnitDeclaration(name: name("share"), labels: Labels())))
    for path in ["connectivity", "connectivity.dedicated", "si", "si.integration", "equipment"] {
      let label = path == "si" ? "Systems integration" : nil
      try catalog.declare(
        .segment(SegmentDeclaration(name: name(path), labels: Labels(label: label))))
    }
    try catalog.declare(metric("revenue", .flow, "JPY", "営業収益"))
    try catalog.declare(metric("cost_of_revenue", .flow, "JPY", nil))
    try catalog.declare(metric("contracts", .stock, "contract", nil))
    try catalog.declare(metric("cash", .stock, "JPY", nil))
    try catalog.declare(metric("eps", .rate, "JPY/share", nil))
    try catalog.declare(metric("cross_selling", .rate, "percent", nil))
    try catalog.declare(.metric(grossMargin))
    return catalog
  }

  static let april = FiscalCalendar(startMonth: 4, naming: .start)

  static func company(_ text: String, _ label: String, _ calendar: FiscalCalendar) -> Declaration {
    .company(
      CompanyDeclaration(
        name: name(text), labels: Labels(label: label), calendar: calendar, truncates: false))
  }

  /// Checks one file called `data.csv` against the catalog, for iij on the day of its release.
  static func check(
    _ text: String, _ adjust: (inout ImportOptions) -> Void = { _ in }
  ) throws -> CheckedImport {
    try check(bytes: Array(text.utf8), adjust)
  }

  static func check(
    bytes: [UInt8], _ adjust: (inout ImportOptions) -> Void = { _ in }
  ) throws -> CheckedImport {
    var options = ImportOptions()
    options.company = "iij"
    options.release = "iij-2q04"
    options.published = CalendarDate(year: 2004, month: 11, day: 11)
    adjust(&options)
    return try ReleaseImport.check(
      files: [ImportFile(name: "data.csv", bytes: bytes)], options: options, catalog: make(),
      digest: { _ in [1, 2, 3] })
  }

  /// The text of the failure of such an import; nil when it succeeds.
  static func failure(
    bytes: [UInt8], _ adjust: (inout ImportOptions) -> Void = { _ in }
  ) throws -> String? {
    do {
      _ = try check(bytes: bytes, adjust)
      return nil
    } catch let failure as ImportFailure {
      return failure.text(for: [ImportFile(name: "data.csv", bytes: bytes)])
    }
  }

  static func failure(
    _ text: String, _ adjust: (inout ImportOptions) -> Void = { _ in }
  ) throws -> String? {
    try failure(bytes: Array(text.utf8), adjust)
  }

  private static func name(_ text: String) -> Name { Name(text, at: nowhere) }

  private static func metric(
    _ text: String, _ kind: MetricKind, _ unit: String, _ label: String?
  ) throws -> Declaration {
    struct BadUnit: Error {}
    guard let unit = UnitText(parsing: unit) else { throw BadUnit() }
    return .metric(
      MetricDeclaration(
        name: name(text), definition: .reported(kind, UnitPhrase(unit: unit, at: nowhere)),
        labels: Labels(label: label)))
  }

  /// `metric gross_margin = cost_of_revenue / revenue percent`, near enough to one.
  private static var grossMargin: MetricDeclaration {
    func read(_ text: String) -> Expression {
      Expression(.name(name(text)), at: nowhere)
    }
    return MetricDeclaration(
      name: name("gross_margin"),
      definition: .formula(
        Expression(.binary(read("cost_of_revenue"), .divide, read("revenue")), at: nowhere),
        shownIn: nil),
      labels: Labels())
  }
}
