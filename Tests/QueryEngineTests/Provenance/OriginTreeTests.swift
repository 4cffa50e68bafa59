import Catalog
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax
import Tabular
import Testing

@testable import QueryEngine

@Suite("The lines of an account")
struct OriginTreeTests {
  private static let place = Place(
    segment: "total", period: Period(end: Month(year: 2004, month: 9), months: 3))

  /// A number with what it was made from.
  private static func value(_ number: Int64, from inputs: [OriginStep] = []) -> Evaluated {
    var value = Evaluated(
      Cell(.amount(Amount(exact: number)), origin: .computed), coverage: .everything)
    value.steps = inputs
    return value
  }

  private static func step(_ number: Int64, from inputs: [OriginStep] = []) -> OriginStep {
    OriginStep(
      .expression(.constant(Amount(exact: number))), at: place, value: value(number, from: inputs))
  }

  private static func acme() throws -> QueryCompanies {
    var catalog = Catalog()
    try catalog.declare(
      .company(
        CompanyDeclaration(
          name: Name("acme", at: SourceRange(0, 4)), labels: Labels(),
          calendar: april, truncates: false)))
    return QueryCompanies(
      rows: catalog.companies, pinned: [], silent: [], homes: [:], areSeveral: false)
  }

  private static func tree() throws -> OriginTree {
    let (companies, store) = (try acme(), try MetricStore.inMemory())
    let evaluator = CellEvaluator(
      store: store, catalog: Catalog(), company: companies.lead, basis: .restated)
    return OriginTree(
      wording: OriginWording(companies: companies, changes: ChangeWording(evaluator)),
      facts: PublishedFacts(store: store, companies: [], basis: .restated),
      formats: [NumberFormat(style: .amount(scaleExponent: 0, decimals: 0))], negative: .minus)
  }

  private static func heading(_ value: Evaluated) -> OriginTree.Heading {
    .init(
      name: .init(measure: "x", segment: "total", period: "2Q04"), value: value, format: 0,
      unit: "", baseUnit: "JPY")
  }

  private static func texts(_ tree: OriginTree) -> [String] {
    tree.rows.map { "\($0.level) \($0.name.measure): \($0.from)" }
  }

  @Test("what was used twice in one cell is told once, and in the next cell again")
  func repetition() throws {
    let shared = Self.step(1, from: [Self.step(2)])
    let value = Self.value(3, from: [Self.step(3, from: [shared, shared])])
    var tree = try Self.tree()
    try tree.add(Self.heading(value))
    let once = ["0 x: 3", "1 1: ", "2 2: ", "1 1: as above"]
    #expect(Self.texts(tree) == once)
    try tree.add(Self.heading(value))
    #expect(Self.texts(tree) == once + once)
  }

  @Test("more lines than anyone would read are refused")
  func limit() throws {
    let input = Self.step(1)
    let inputs = Array(repeating: input, count: OriginTree.mostRows)
    var tree = try Self.tree()
    try tree.add(Self.heading(Self.value(3, from: Array(inputs.dropLast()))))
    #expect(tree.rows.count == OriginTree.mostRows)
    #expect(throws: OriginTree.TooLong.self) { try tree.add(Self.heading(Self.value(3))) }
  }
}
