import Catalog
import MetricStore
import Metrics
import QuerySyntax
import Tabular

/// Follows the cells of a query through the publications: as printed where they were printed, else as
/// computed from what was known.
///
/// What only follows from other figures has a value as of each publication that changed it.
final class HistoryReader {
  let query: ResolvedQuery
  let judge: ChangeJudge
  let negative: NumberFormat.Negative
  private let evaluator: CellEvaluator
  private let moments: [PublicationMoment]
  private let catalogAt: (Basis) throws -> Catalog
  private var evaluators: [Int: CellEvaluator] = [:]

  init(
    _ query: ResolvedQuery, evaluator: CellEvaluator, judge: ChangeJudge,
    moments: [PublicationMoment], negative: NumberFormat.Negative,
    catalogAt: @escaping (Basis) throws -> Catalog
  ) {
    self.query = query
    self.evaluator = evaluator
    self.judge = judge
    self.moments = moments
    self.negative = negative
    self.catalogAt = catalogAt
  }

  /// Every cell of the query with its history, in the order of measures, segments and periods.
  func entries() throws -> [HistoryEntry] {
    try query.measures.flatMap { measure in
      try query.segments.entries.flatMap { segment in
        try query.periods.entries.map { period in
          HistoryEntry(
            measure: measure.name, segment: segment.title, period: period.heading,
            rows: try rows(measure, segment, period))
        }
      }
    }
  }

  private func rows(
    _ measure: ResolvedMeasure, _ segment: SegmentSelection.Entry, _ period: PeriodSelection.Entry
  ) throws -> [HistoryRow] {
    let fact = try printedFact(measure, segment, period)
    let printings = try fact.map(judge.reader.printings) ?? []
    let steps = PublicationHistory(
      printings, by: query.basis.cutoff, rounding: query.company.rounding
    ).steps
    let shown = period.extra.flatMap { measure.extras[$0] } ?? measure
    var computed = ComputedHistory(measure: shown, negative: negative)
    var rows: [HistoryRow] = []
    for (index, moment) in moments.enumerated() {
      let ofDay = steps.filter { $0.observation.published == moment.day }
      if let fact { rows += try ofDay.map { try row($0, of: fact) } }
      let last = steps.last { step in moment.day.map { step.observation.published <= $0 } ?? true }
      if last?.leavesFigure == true, !shown.isComputedRatio { continue }
      let evaluator = try evaluator(at: index)
      let value = try query.evaluate(
        measure, query.rowCompanies.entries[0], segment, period, with: evaluator)
      if let row = try computed.row(
        value, at: moment, formula: formula(of: shown, behind: value, in: evaluator.catalog),
        growth: evaluator.growth, sources: { try self.places(of: $0) })
      {
        rows.append(row)
      }
    }
    return rows
  }

  private func evaluator(at index: Int) throws -> CellEvaluator {
    if let known = evaluators[index] { return known }
    let basis = moments[index].basis
    let entry = ReleaseSelection.Entry(name: "", basis: basis, catalog: try catalogAt(basis))
    let new = evaluator.asOf(entry, for: query)
    evaluators[index] = new
    return new
  }

  /// The formula of a metric where it gave the value: printed spans come before it.
  private func formula(
    of measure: ResolvedMeasure, behind value: Evaluated, in catalog: Catalog
  ) -> String? {
    guard case .metric(let metric, _, _, _) = measure.expression,
      value.steps.contains(where: \.usesFormula)
    else { return nil }
    return catalog.metric(named: metric.name)?.formula?.canonicalText
  }
}

extension HistoryReader {
  // MARK: - Printed figures

  /// What would be printed of a cell; nil for what no table prints, such as growth or a sum.
  private func printedFact(
    _ measure: ResolvedMeasure, _ segment: SegmentSelection.Entry, _ period: PeriodSelection.Entry
  ) throws -> PrintedFact? {
    guard case .metric(let metric, let unit, let ownSegment, let ownPeriod) = measure.expression,
      period.extra == nil, segment.paths.count == 1, period.periods.count == 1
    else { return nil }
    let stretch = ownPeriod ?? period.periods[0]
    let candidates =
      switch metric.signature.kind {
      case .flow: [stretch]
      case .stock: [stretch.instant]
      default: [stretch, stretch.instant]
      }
    let facts = candidates.map {
      PrintedFact(
        metric: metric.name, segment: ownSegment ?? segment.paths[0], unit: unit.description,
        period: $0)
    }
    return try facts.first { try !judge.reader.printings(of: $0).isEmpty }
  }

  private func row(
    _ step: PublicationHistory.Step, of fact: PrintedFact
  ) throws -> HistoryRow {
    let observation = step.observation
    let amount = observation.amount(judge.reader.company.rounding)
    let sequence = observation.sequence
    guard
      let stored = try judge.reader.store.storedObservations(sequence..<sequence + 1).first
    else { throw StoreError.packedUnreadable(.init(fact, company: judge.reader.company.name)) }
    let printed = PrintedFormat(stored, negative: negative)
    let isWithdrawn = observation.state == .withdrawn
    let before = step.effect == .restated ? step.before : nil
    return HistoryRow(
      day: observation.published, release: stored.release,
      cell: isWithdrawn
        ? .missing
        : Cell(
          .amount(amount), origin: .reported,
          isConflicting: step.effect == .conflicting),
      format: printed.format, unit: printed.unit, baseUnit: fact.unit,
      change: try before.map { .amount(try amount - $0) },
      growth: try before.flatMap {
        try growth(of: .amount(amount), on: .amount($0), unit: fact.unit)
      }, effect: try effect(of: step, on: fact), source: stored.place, note: stored.note ?? "")
  }

  private func growth(of now: Number, on before: Number, unit: String) throws -> Cell? {
    if unit == Unit.ratio.description { return nil }
    return try evaluator.growth(of: now, on: before).map { Cell($0, origin: .computed) }
      ?? .undefined
  }

  private func effect(
    of step: PublicationHistory.Step, on fact: PrintedFact
  ) throws -> String {
    guard step.effect == .restated else { return step.effect.described }
    return try judge.verdict(on: fact, by: step.observation, to: query.basis.cutoff).rawValue
  }

  /// The releases and files behind some observations.
  private func places(of observations: [Int64]) throws -> String {
    try FigureSources(of: observations, in: judge.reader.store).text(of: observations)
  }
}

extension ResolvedMeasure {
  /// Whether it is a ratio that queries compute from its parts, even where it is printed.
  fileprivate var isComputedRatio: Bool {
    guard case .metric(let metric, let unit, _, _) = expression else { return false }
    return metric.formula != nil && unit.isRatio
  }
}

extension OriginStep {
  /// Whether the formula of the metric that it gives a value of was worked out, for all of it or for
  /// what was added up.
  fileprivate var usesFormula: Bool {
    switch subject {
    case .metric(_, _, .formula): true
    case .metric(_, _, .printed): false
    case .metric(_, _, .sum), .expression: inputs.contains(where: \.usesFormula)
    }
  }
}
