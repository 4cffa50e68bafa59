import Catalog
import MetricStore
import Metrics
import Tabular

/// Lays out what changed between two releases: a row for each fact.
struct ComparisonTable {
  let comparison: ReleaseComparison
  let catalog: Catalog
  let calendar: FiscalCalendar
  let store: MetricStore
  let negative: NumberFormat.Negative
  let isForMachines: Bool
  /// The growth on a value, as queries tell it.
  let growth: (Number, Number) throws -> Number?
  private var formats: [NumberFormat] = []

  init(
    _ comparison: ReleaseComparison, catalog: Catalog, calendar: FiscalCalendar,
    store: MetricStore, negative: NumberFormat.Negative, isForMachines: Bool,
    growth: @escaping (Number, Number) throws -> Number?
  ) {
    self.comparison = comparison
    self.catalog = catalog
    self.calendar = calendar
    self.store = store
    self.negative = negative
    self.isForMachines = isForMachines
    self.growth = growth
  }

  /// The table; `notes` stand below the counts of what didn't change.
  mutating func table(
    heading: String, notes: [String], origin: ResultTable.Origin
  ) throws -> ResultTable {
    var rows: [ResultTable.Row] = []
    for change in sorted { rows.append(try row(change)) }
    return ResultTable(
      heading: heading, labelTitles: ["metric", "segment", "period"],
      columns: ["first", "later", "change", "growth", "unit", "status", "release"]
        .map { .init(title: [$0]) },
      rows: rows, formats: formats, notes: marks + counts + notes, layout: .listing,
      origin: origin)
  }

  private mutating func row(_ change: ReleaseComparison.Change) throws -> ResultTable.Row {
    let old = try change.old.flatMap(stored)
    let new = try change.new.flatMap(stored)
    let printed = [old, new].compactMap { $0 }
    let scale = printed.map { Int($0.scale) }.max() ?? 0
    let finest = printed.map { Int($0.observation.exponent) }.min() ?? 0
    let format = PrintedFormat(
      unit: change.fact.unit, scale: scale, exponent: finest, negative: negative)
    let difference = try change.amounts.map { try $0.new - $0.old }
    return .init(
      labels: [change.fact.metric, change.fact.segment, calendar.name(of: change.fact.period)],
      cells: [
        figure(change.old, old, format, scale), figure(change.new, new, format, scale),
        cell(difference.map { .amount($0) }, format.format.ofDifference),
        try grown(change), .text(isForMachines ? change.fact.unit : format.unit),
        .text(change.status), .text(try release(of: change)),
      ])
  }

  /// A figure with the digits that it was printed with, at the scale of its row.
  private mutating func figure(
    _ figure: ResolvedFigure?, _ stored: StoredObservation?, _ format: PrintedFormat, _ scale: Int
  ) -> TableCell {
    guard let figure else { return .figure(.missing, format: index(of: format.format)) }
    let own = stored.map {
      PrintedFormat(
        unit: $0.series.unit, scale: scale, exponent: Int($0.observation.exponent),
        negative: negative)
    }
    return .figure(
      Cell(.amount(figure.amount), origin: .reported, isConflicting: figure.isConflicting),
      format: index(of: (own ?? format).format))
  }

  private mutating func grown(_ change: ReleaseComparison.Change) throws -> TableCell {
    guard let (old, new) = change.amounts, change.fact.unit != Unit.ratio.description else {
      return blank
    }
    let format = NumberFormat(style: .percent(decimals: 1), negative: negative)
    let number = try growth(.amount(new), .amount(old))
    return .figure(
      number.map { Cell($0, origin: .computed) } ?? .undefined, format: index(of: format))
  }

  private mutating func cell(_ number: Number?, _ format: NumberFormat) -> TableCell {
    guard let number else { return blank }
    return .figure(Cell(number, origin: .computed), format: index(of: format))
  }

  /// Nothing to tell: an empty place for people, and no value for machines.
  private var blank: TableCell { isForMachines ? .figure(.missing, format: 0) : .text("") }

  private mutating func index(of format: NumberFormat) -> Int {
    if let known = formats.firstIndex(of: format) { return known }
    formats.append(format)
    return formats.count - 1
  }

  private func stored(_ figure: ResolvedFigure) throws -> StoredObservation? {
    try figure.terms.first.flatMap { try store.storedObservations($0.sequence..<$0.sequence + 1) }?
      .first
  }

  private func release(of change: ReleaseComparison.Change) throws -> String {
    let sequence = change.cause.sequence
    return try store.storedObservations(sequence..<sequence + 1).first?.release ?? ""
  }
}

extension ComparisonTable {
  /// By metric and segment as they were declared, totals behind their parts, and by period.
  private var sorted: [ReleaseComparison.Change] {
    let metrics = Dictionary(
      catalog.metrics.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: min)
    let segments = Dictionary(
      catalog.segments.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: min)
    let place = { (change: ReleaseComparison.Change) in
      (
        metrics[change.fact.metric] ?? .max, segments[change.fact.segment] ?? .max,
        Int(change.fact.period.end.number), change.fact.period.months
      )
    }
    return comparison.changes.map { ($0, place($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  private var marks: [String] {
    let isConflicting = comparison.changes.contains {
      $0.old?.isConflicting == true || $0.new?.isConflicting == true
    }
    return isConflicting ? [CellNote.conflicting] : []
  }

  /// What there was beside the changes, so that nothing is silent.
  private var counts: [String] {
    let unchanged = comparison.repeated + comparison.untouched
    let repeated = comparison.repeated == 0 ? "none" : "\(comparison.repeated)"
    let refined = comparison.refined > 0 ? " (\(comparison.refined) more precisely)" : ""
    return [
      comparison.changes.isEmpty ? "nothing that was known has changed" : nil,
      "unchanged: \(SessionMessage.count(unchanged, "figure")), "
        + "\(repeated) of them printed again\(refined)",
      "new: \(SessionMessage.count(comparison.added, "figure"))",
    ].compactMap { $0 }
  }
}

extension ReleaseComparison.Change {
  /// The two values, where there are both.
  fileprivate var amounts: (old: Amount, new: Amount)? {
    guard let old, let new else { return nil }
    return (old.amount, new.amount)
  }
}
