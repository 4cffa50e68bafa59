import Catalog
import Metrics
import Tabular

/// A bridge for machines: a row for each effect and one for their sum, exact and in base units.
struct BridgeRecords {
  private let bridge: Bridge

  init(_ bridge: Bridge) { self.bridge = bridge }

  private static let columns = [
    "company", "measure", "from", "to", "segment", "part", "role", "factor", "opening", "closing",
    "unit", "effect", "effect_unit", "share", "status",
  ]

  /// The rows; the effects of all but the last add up to that of the last.
  var records: Records {
    Records(columns: BridgeRecords.columns, rows: (bridge.rows + [bridge.total]).map(record))
  }

  private func record(_ row: BridgeRow) -> [Records.Field] {
    let periods = bridge.query.periods.entries.map(\.title)
    return [
      .text(bridge.query.company.name), .text(bridge.whole.name), .text(periods[0]),
      .text(periods[1]), .text(row.segment), .text(row.name), .text(row.role.rawValue),
      .number(row.factor), number(row.opening?.cell), number(row.closing?.cell),
      row.measure.map { .text(unit(of: $0)) } ?? .absent, number(row.effect.cell),
      .text(unit(of: bridge.whole)), number(bridge.share(of: row.effect)),
      .text(row.effect.cell.status),
    ]
  }

  private func number(_ cell: Cell?) -> Records.Field {
    cell?.number.map { .number($0) } ?? .absent
  }

  private func unit(of measure: ResolvedMeasure) -> String {
    measure.signature.unit.description
  }
}
