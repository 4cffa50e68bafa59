import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// A bridge with its names gone: one measure of one segment at two periods.
struct ResolvedBridge {
  /// The query, whose columns are the two periods.
  let query: ResolvedQuery
  let evaluator: CellEvaluator

  init(_ query: ResolvedQuery, evaluator: CellEvaluator, _ question: BridgeQuestion) throws {
    self.query = query
    self.evaluator = evaluator
    let range = question.query.segments.first?.range ?? question.span
    if query.segments.entries.count != 1 || query.segments.entries[0].paths.count != 1 {
      throw BridgeMessage.severalSegments(at: range)
    }
    try requireDirection(question)
  }

  /// Refuses two periods between which nothing can have moved, or a flow can't be compared.
  private func requireDirection(_ question: BridgeQuestion) throws(Diagnostic) {
    let (first, last) = (opening.periods[0], closing.periods[0])
    if first == last || (first.end == last.end && whole.signature.kind == .stock) {
      throw BridgeMessage.samePeriod(opening.title, at: question.span)
    }
    if whole.signature.kind != .stock, first.months != last.months {
      throw BridgeMessage.unlikeLengths(opening.title, closing.title, at: question.span)
    }
    if first.end > last.end {
      throw BridgeMessage.reversed(opening.title, closing.title, at: question.span)
    }
  }

  var whole: ResolvedMeasure { query.measures[0] }
  var segment: String { query.segments.entries[0].paths[0] }
  var opening: PeriodSelection.Entry { query.periods.entries[0] }
  var closing: PeriodSelection.Entry { query.periods.entries[1] }

  /// The way between the ends of the two periods.
  var months: Int { Int(closing.periods[0].end.number - opening.periods[0].end.number) }

  /// The time between the ends of the two periods.
  var stretch: PeriodSelection.Entry {
    let periods = RollForward.stretch(from: opening.periods[0], to: closing.periods[0])
    return .init(
      title: PlaceName(calendar: query.company.calendar).name(of: periods), periods: periods)
  }

  /// The segment in some periods.
  func place(at periods: [Period]) -> Place {
    query.place(query.rowCompanies.entries[0], query.segments.entries[0], periods)
  }

  /// The two places that are compared.
  var places: [Place] {
    [opening, closing].map { place(at: $0.periods) }
  }

  /// What looks behind measures, which have to be known at some places.
  func opener(at places: [Place]) -> BridgeOpener {
    BridgeOpener(evaluator: evaluator, companies: query.companies, places: places)
  }

  // MARK: - Measures

  /// A part of the whole as a measure of its own, shown as the whole where it is of its kind.
  func measure(_ expression: TypedExpression) -> ResolvedMeasure {
    let unit = expression.unit
    let isAlike = unit == whole.signature.unit && whole.display.style.isAmount
    return ResolvedMeasure(
      name: ExpressionText(companies: query.companies).text(of: expression),
      expression: expression,
      signature: Signature(
        kind: expression.onlyMetric?.signature.kind ?? whole.signature.kind, unit: unit),
      display: isAlike ? whole.display : MeasureDisplay(style: expression.style, decimals: nil),
      range: whole.range)
  }

  /// What a measure has become since the first period, at the second.
  func change(of measure: ResolvedMeasure) -> ResolvedMeasure {
    ResolvedMeasure(
      name: measure.name,
      expression: .compared(measure.expression, .change, over: .months(months)),
      signature: measure.signature, display: measure.display.ofDifference, range: measure.range)
  }

  /// Measures of the segment, in the two periods or in one.
  func grid(
    _ measures: [ResolvedMeasure], closing: PeriodSelection.Entry? = nil
  ) throws -> ResultGrid {
    var own = query
    own.measures = measures
    if let closing { own.periods.entries = [closing] }
    own.layout = Layout(rows: [.measure], columns: [.time])
    return try ResultGrid(own, evaluator: evaluator)
  }
}

extension ResolvedBridge {
  /// What there is to say of the figures of a grid; a bridge compares no less than the whole.
  func notes(on grid: ResultGrid) throws -> [String] {
    try ResultNotes(grid, RowArrangement(grid)).lines().map { line in
      line.hasSuffix(ResultNotes.likeForLikeHint)
        ? String(line.dropLast(ResultNotes.likeForLikeHint.count)) : line
    }
  }
}

extension MeasureDisplay {
  /// How the difference of two such figures is shown.
  var ofDifference: MeasureDisplay {
    if case .percent = style {
      MeasureDisplay(style: .percentagePoints, decimals: decimals)
    } else {
      self
    }
  }
}

extension MeasureDisplay.Style {
  var isAmount: Bool { if case .amount = self { true } else { false } }
}
