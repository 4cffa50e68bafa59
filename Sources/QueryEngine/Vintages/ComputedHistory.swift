import Catalog
import Metrics
import Tabular

/// Follows one computed cell through the publications, and tells where its value changed.
struct ComputedHistory {
  let measure: ResolvedMeasure
  let negative: NumberFormat.Negative
  private var last: Cell?
  private var lastFormula: String?

  init(measure: ResolvedMeasure, negative: NumberFormat.Negative) {
    self.measure = measure
    self.negative = negative
  }

  /// The row of a moment; nil where the value is as it was, or isn't there yet.
  ///
  /// `formula` is what gave the value; nil where it follows from printed figures of the metric itself.
  mutating func row(
    _ value: Evaluated, at moment: PublicationMoment, formula: String?,
    growth: (Number, Number) throws -> Number?, sources: ([Int64]) throws -> String
  ) throws -> HistoryRow? {
    guard try isChange(value.cell) else { return nil }
    let refines = isFiner(value.cell)
    let before = refines ? nil : last
    let effect = refines ? "more precisely" : effect(of: value.cell, formula: formula)
    last = value.cell
    if !value.cell.isMissing { lastFormula = formula }
    let shown = MeasureFormat(measure, digits: .init(of: [value]), negative)
    let unit = measure.signature.unit
    var change: Number?
    var grown: Cell?
    if let now = value.cell.number, let then = before?.number {
      change = try now - then
      if !unit.isRatio {
        grown = try growth(now, then).map { Cell($0, origin: .computed) } ?? .undefined
      }
    }
    return HistoryRow(
      day: moment.day, release: moment.releases.joined(separator: ", "), cell: value.cell,
      format: shown.format, unit: shown.unit, baseUnit: unit.description, change: change,
      growth: grown, effect: effect, source: try sources(value.observations), note: "")
  }

  private func isChange(_ cell: Cell) throws -> Bool {
    guard let last else { return !cell.isMissing }
    switch (last.content, cell.content) {
    case (.value(let before), .value(let now)):
      return try Number.isBelow(before, now) || Number.isBelow(now, before)
    case (.missing, .missing), (.undefined, .undefined), (.uncovered, .uncovered): return false
    default: return true
    }
  }

  /// Whether a value says what the last one said with more digits.
  private func isFiner(_ cell: Cell) -> Bool {
    guard case .amount(let before) = last?.number, case .amount(let now) = cell.number else {
      return false
    }
    return now.shownExponent < before.shownExponent && before.holds(now)
  }

  private func effect(of cell: Cell, formula: String?) -> String {
    if cell.isMissing { return "no longer known" }
    if last == nil {
      return formula.map { "computed: \($0)" } ?? (cell.isDerived ? "derived" : "computed")
    }
    if formula == lastFormula { return "changed" }
    let way = formula ?? (cell.isDerived ? "derived" : "computed")
    return "changed: now \(way)"
  }
}
