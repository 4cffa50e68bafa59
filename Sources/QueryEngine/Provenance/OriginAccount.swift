import Catalog
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax
import Tabular

/// The account of where each figure comes from that a query shows, in the query's own order.
///
/// The cells are computed twice: as for any query, so that its rows can be chosen and its scales be
/// known, and then those that are shown once more, one at a time, with their steps.
struct OriginAccount {
  /// So many cells are accounted for; a query that shows more is refused.
  static let mostCells = 1_000

  private let grid: ResultGrid
  private let arrangement: RowArrangement
  private let formats: ResultFormats
  private let tree: OriginTree
  private let store: MetricStore

  init(
    _ query: ResolvedQuery, evaluator: CellEvaluator, store: MetricStore,
    negative: NumberFormat.Negative, at range: SourceRange
  ) throws {
    let grid = try ResultGrid(query, evaluator: evaluator)
    self.grid = grid
    arrangement = try RowArrangement(grid)
    formats = try ResultFormats(grid, negative: negative)
    self.store = store
    let notes = try ResultNotes(grid, arrangement)
    let cells = notes.shown.filter { !grid[$0].isBlank }
    if cells.count > OriginAccount.mostCells {
      throw WhyMessage.tooManyCells(cells.count, OriginAccount.mostCells, at: range)
    }
    let wording = OriginWording(companies: query.companies, changes: notes.changes)
    let empty = OriginTree(
      wording: wording,
      facts: PublishedFacts(store: store, companies: query.companies.all, basis: query.basis),
      formats: query.annotations.contains(.precision)
        ? formats.all.map(\.showingPrecision) : formats.all,
      negative: negative)
    do {
      tree = try evaluator.tracingOrigins { [formats] in
        try cells.reduce(into: empty) { tree, cell in
          try tree.add(
            OriginAccount.heading(
              of: cell, in: grid, formats, wording: wording, evaluator: evaluator))
        }
      }
    } catch is OriginTree.TooLong {
      throw WhyMessage.tooManyFigures(OriginTree.mostRows, at: range)
    }
  }

  func table(origin: ResultTable.Origin) throws -> ResultTable {
    let query = grid.query
    return try OriginTable(
      tree: tree,
      heading:
        "\(query.companies.rows.map(\.name).joined(separator: ", ")) · where each figure comes from · \(query.basis.described)",
      notes: try ResultNotes(grid, arrangement).lines(),
      releases: try store.releases(), goOn: grid.goOn
    ).table(origin: origin)
  }

  /// A cell as it is shown, with the steps in which it came about.
  private static func heading(
    of position: ResultGrid.Position, in grid: ResultGrid, _ formats: ResultFormats,
    wording: OriginWording, evaluator: CellEvaluator
  ) throws -> OriginTree.Heading {
    let query = grid.query
    let company = query.rowCompanies.entries[position.company]
    let segment = query.segments.entries[position.segment]
    let period = query.periods.entries[position.period]
    let own = query.measures[position.measure]
    let shown = query.measure(own, ofCompany: position.company)
    let measure = period.extra.flatMap { shown.extras[$0] } ?? shown
    let isAmount = if case .amount = measure.display.style { true } else { false }
    return OriginTree.Heading(
      name: wording.name(
        of: measure.name, company, segment, period),
      value: try query.evaluate(own, company, segment, period, with: evaluator),
      format: formats.index(
        ofMeasure: position.measure, period.extra, company: position.company),
      unit: isAmount
        ? formats.unit(ofMeasure: position.measure, company: position.company) : "",
      baseUnit: measure.display.countedIn ?? measure.signature.unit.description)
  }
}
