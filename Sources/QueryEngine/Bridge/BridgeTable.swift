import Catalog
import Metrics
import Tabular

/// Lays a bridge out: a row for each part, the difference below them, and for machines every effect in
/// a row of its own.
struct BridgeTable {
  let bridge: Bridge
  /// The rows of a bridge by rate and mix, of which people are shown one for each segment.
  let mix: [MixBridge.Row]
  private let formats: BridgeFormats

  init(_ bridge: Bridge, mix: [MixBridge.Row], negative: NumberFormat.Negative) {
    self.bridge = bridge
    self.mix = mix
    formats = BridgeFormats(bridge, negative: negative)
  }

  func table(origin: ResultTable.Origin) -> ResultTable {
    ResultTable(
      heading: heading, labelTitles: labelTitles, columns: columns.map { .init(title: [$0]) },
      rows: rows, formats: formats.all, notes: bridge.notes + shareNote,
      layout: .records(BridgeRecords(bridge).records), origin: origin)
  }

  private var periods: [String] { bridge.query.periods.entries.map(\.title) }

  private var heading: String {
    ([bridge.query.company.name, bridge.total.segment, formats.title]
      + ["\(periods[0]) to \(periods[1])", bridge.query.basisDescribed]).joined(separator: " · ")
  }

  // MARK: - Columns

  private var labelTitles: [String] {
    if !mix.isEmpty || bridge.rows.allSatisfy({ $0.segment != bridge.total.segment }) {
      return ["segment"]
    }
    return tellsRole ? ["part", "as"] : ["part"]
  }

  /// Whether some rows are more than what is added up.
  private var tellsRole: Bool {
    mix.isEmpty && bridge.rows.contains { $0.role != .part && !$0.isRest }
  }

  private var columns: [String] {
    mix.isEmpty
      ? periods + ["effect", "share"]
      : periods + periods.map { "weight \($0)" } + ["rate effect", "mix effect", "effect"]
  }

  // MARK: - Rows

  private var rows: [ResultTable.Row] {
    if mix.isEmpty {
      return bridge.rows.map { row($0, isTotal: false) } + [row(bridge.total, isTotal: true)]
    }
    let others = bridge.rows.filter { $0.isRest }
    return mix.map(row) + others.map { mixRow(closing: $0, weights: [], effects: []) }
      + [mixTotal]
  }

  private func row(_ row: BridgeRow, isTotal: Bool) -> ResultTable.Row {
    let role = isTotal || row.isRest ? "" : row.told
    return ResultTable.Row(
      labels: [formats.name(of: row)] + (tellsRole ? [role] : []),
      cells: [
        formats.value(row.opening, of: row), formats.value(row.closing, of: row),
        row.isRest ? formats.rest(row.effect) : formats.effect(row.effect),
        .figure(bridge.share(of: row.effect), format: formats.percent),
      ], isTotal: isTotal)
  }

  private func row(_ row: MixBridge.Row) -> ResultTable.Row {
    ResultTable.Row(
      labels: [row.name],
      cells: [row.opening, row.closing].map { formats.value($0, of: bridge.total) }
        + row.weights.map { formats.weight($0) }
        + [row.rate, row.mix, row.effect].map { formats.effect($0) })
  }

  private func mixRow(
    closing row: BridgeRow, weights: [TableCell], effects: [TableCell]
  ) -> ResultTable.Row {
    let blank = TableCell.text("")
    return ResultTable.Row(
      labels: [row.name],
      cells: [formats.value(row.opening, of: row), formats.value(row.closing, of: row)]
        + (weights.isEmpty ? [blank, blank] : weights)
        + (effects.isEmpty ? [blank, blank] : effects)
        + [row.isRest ? formats.rest(row.effect) : formats.effect(row.effect)],
      isTotal: row.role == .total)
  }

  private var mixTotal: ResultTable.Row {
    let whole = Evaluated(Cell(.amount(Amount(exact: 1)), origin: .computed), coverage: .everything)
    let sums = [mix.map(\.rate), mix.map(\.mix)].map { formats.effect(BridgeTable.sum(of: $0)) }
    return mixRow(
      closing: bridge.total, weights: [formats.weight(whole), formats.weight(whole)],
      effects: sums)
  }

  /// The sum of effects that each have denominators of their own, whose exact sum may outgrow a
  /// number: the rows tie by their whole effects.
  private static func sum(of effects: [Evaluated]) -> Evaluated {
    let numbers = effects.compactMap(\.cell.number)
    if numbers.count < effects.count { return .missing([]) }
    let sum = (try? numbers.added()) ?? .binary(numbers.reduce(0) { $0 + $1.binary })
    return Evaluated(Cell(sum, origin: .computed), coverage: .everything)
  }

  private var shareNote: [String] {
    let isLevel = bridge.total.effect.cell.number?.isZero == true
    return isLevel && mix.isEmpty ? ["n.m. there is no difference to have a share of"] : []
  }
}

extension BridgeRow {
  /// What people are told that it is.
  fileprivate var told: String {
    ([role.rawValue] + [of].compactMap { $0 }).joined(separator: " of ")
  }
}

extension Bridge {
  /// A part of the difference; undefined where there is none.
  func share(of effect: Evaluated) -> Cell {
    guard let part = effect.cell.number, let whole = total.effect.cell.number else {
      return effect.cell.number == nil ? effect.cell : total.effect.cell
    }
    if whole.isZero { return .undefined }
    // What has outgrown an exact number is told to the digits of a binary one.
    let quotient = (try? part / whole) ?? .binary(part.binary / whole.binary)
    return Cell(quotient, origin: .computed)
  }
}
