import Catalog
import QuerySyntax
import Testing

@Suite("The sample's catalog") struct SampleCatalogTests {
  let catalog: Catalog

  init() async throws {
    catalog = try await SampleQueries.shared.catalog
  }

  @Test("declares every metric, each with its kind") func metrics() throws {
    let expected = SeparatedText.commaSeparated(try Files.fixture("expected-metrics.csv"))
      .dropFirst().map { $0.joined(separator: " ") }
    #expect(expected.count == 93)
    let declared = catalog.metrics.map { metric in
      "\(metric.name) \(metric.formula == nil ? "\(metric.signature.kind)" : "formula")"
    }
    // The gross profit is never printed; the gross margin is made of it.
    #expect(Set(declared) == Set(expected).union(["gross_profit formula"]))
    #expect(declared.count == expected.count + 1)
  }

  @Test("declares every segment") func segments() throws {
    let expected = SeparatedText.commaSeparated(try Files.fixture("expected-segments.csv"))
      .dropFirst().flatMap(\.self)
    #expect(expected.count == 19)
    #expect(Set(catalog.segments.map(\.path) + [Segment.rootPath]) == Set(expected))
  }

  @Test("labels everything in English") func englishLabels() {
    for (name, labels) in labels { #expect(labels.label?.isEmpty == false, "\(name)") }
  }

  /// Only the English half has the reconciliations, and in them these two.
  @Test("labels in Japanese what the Japanese half prints") func japaneseLabels() {
    let unlabelled = labels.filter { !$0.labels.translations.contains { $0.language == "ja" } }
    #expect(
      unlabelled.map(\.name) == [
        "depreciation_and_amortization_excl_note_issuance_cost",
        "capital_lease_asset_acquisitions", "Gbps",
      ])
  }

  private var labels: [(name: String, labels: Labels)] {
    catalog.companies.map { ($0.name, $0.labels) } + catalog.segments.map { ($0.path, $0.labels) }
      + catalog.metrics.map { ($0.name, $0.labels) }
      + catalog.units.declared.map { ($0.name.text, $0.labels) }
  }
}
