import Catalog
import MetricStore
import Metrics
import Tabular

/// Turns the steps in which cells came about into lines, cell after cell.
///
/// What was used twice in one cell is told once, and then referred to.
struct OriginTree {
  /// So many lines are told; a query that has more is refused.
  static let mostRows = 20_000

  private let wording: OriginWording
  private let facts: PublishedFacts
  private let negative: NumberFormat.Negative
  /// The lines so far.
  private(set) var rows: [OriginRow] = []
  /// The formats of their values.
  private(set) var formats: [NumberFormat]
  /// What has been told of the cell at hand.
  private var told: Set<Told> = []

  private struct Told: Hashable {
    let name: OriginRow.Name
    let status: String
  }

  /// There is more to tell than anyone would read.
  struct TooLong: Error {}

  /// A tree without lines, whose cells are shown in `formats`.
  init(
    wording: OriginWording, facts: PublishedFacts, formats: [NumberFormat],
    negative: NumberFormat.Negative
  ) {
    self.wording = wording
    self.facts = facts
    self.formats = formats
    self.negative = negative
  }

  /// A cell as the query shows it.
  struct Heading {
    let name: OriginRow.Name
    let value: Evaluated
    /// The index of its format.
    let format: Int
    let unit: String
    let baseUnit: String
  }

  /// Adds a cell and what it was made from.
  mutating func add(_ heading: Heading) throws {
    told = []
    guard let step = ownStep(of: heading) else {
      let parts = heading.value.steps
      try add(heading, description(of: parts))
      for part in parts { try add(part, at: 1) }
      return
    }
    _ = told.insert(Told(name: wording.name(of: step), status: step.value.cell.status))
    if case .metric(_, _, .printed(let terms)) = step.subject, terms.count == 1,
      let figure = try facts.figure(terms[0].sequence)
    {
      return try add(heading, as: figure)
    }
    try add(heading, try wording.description(of: step, besides: heading.name))
    try addInputs(of: step, below: 0)
  }

  /// What a cell is that isn't given by a step: the mean of an entry's places, what stands at another
  /// place, or a number.
  private func description(of parts: [OriginStep]) -> String {
    switch parts.count {
    case 0: ""
    case 1: OriginTree.text(of: wording.name(of: parts[0]))
    default: "the average of \(SessionMessage.count(parts.count, "figure"))"
    }
  }

  /// The one step that gives a cell, which is told together with it; nil where the cell is another
  /// place's, or has several.
  private func ownStep(of heading: Heading) -> OriginStep? {
    guard heading.value.steps.count == 1 else { return nil }
    let name = wording.name(of: heading.value.steps[0])
    let isHere =
      name.company == heading.name.company && name.segment == heading.name.segment
      && name.period == heading.name.period
    return isHere ? heading.value.steps[0] : nil
  }

  private mutating func add(_ heading: Heading, _ from: String) throws {
    try append(
      OriginRow(
        level: 0, role: .cell, name: heading.name,
        value: .figure(heading.value.toldCell, format: heading.format),
        unit: heading.value.cell.number == nil ? "" : heading.unit,
        baseUnit: heading.baseUnit, from: from))
  }

  /// Adds a cell that was printed: in one line where the query shows it as it was, else in two.
  private mutating func add(_ heading: Heading, as figure: PrintedFigure) throws {
    let isAsPrinted =
      heading.unit == figure.unit
      && heading.value.cell.number.map { formats[heading.format].text($0) } == figure.text
    if isAsPrinted {
      try append(
        OriginRow(
          level: 0, role: .cell, name: heading.name,
          value: .figure(heading.value.toldCell, format: heading.format), unit: heading.unit,
          baseUnit: heading.baseUnit, from: figure.place, printed: figure))
      return try addOthers(of: figure, heading.name, below: 0)
    }
    try add(heading, "printed")
    try add(figure, heading.name, as: .printed, heading.value.cell.isConflicting, at: 1)
    try addOthers(of: figure, heading.name, below: 1)
  }
}

extension OriginTree {
  /// Adds a step and what it was made from.
  private mutating func add(
    _ step: OriginStep, at level: Int, as role: OriginRow.Role = .input
  ) throws {
    let name = wording.name(of: step)
    let isNew = told.insert(Told(name: name, status: step.value.cell.status)).inserted
    if case .metric(_, _, .printed(let terms)) = step.subject, terms.count == 1,
      let figure = try facts.figure(terms[0].sequence)
    {
      return try add(figure, name, step, as: role, at: level, isNew: isNew)
    }
    let description = isNew ? try wording.description(of: step, besides: name) : OriginTree.asAbove
    try append(row(of: step, name, description, as: role, at: level))
    if isNew { try addInputs(of: step, below: level) }
  }

  private static let asAbove = "as above"

  /// Adds what a step was made from.
  private mutating func addInputs(of step: OriginStep, below level: Int) throws {
    if case .metric(_, _, .printed(let terms)) = step.subject {
      for term in terms { try add(term, of: step, at: level + 1) }
    }
    for input in step.inputs { try add(input, at: level + 1) }
    if step.inputs.isEmpty, step.value.cell.isMissing {
      try addWithdrawal(of: step, below: level)
    }
  }

  private func row(
    of step: OriginStep, _ name: OriginRow.Name, _ description: String, as role: OriginRow.Role,
    at level: Int
  ) -> (OriginRow, NumberFormat) {
    let measure = step.measure(named: name.measure)
    let format = MeasureFormat(measure, digits: .init(of: [step.value]), negative)
    let row = OriginRow(
      level: level, role: role, name: name,
      value: .figure(step.value.toldCell, format: formats.count),
      unit: step.value.cell.number == nil ? "" : format.unit,
      baseUnit: measure.display.countedIn ?? measure.signature.unit.description,
      from: description)
    return (row, format.format)
  }

  private mutating func append(_ formatted: (row: OriginRow, format: NumberFormat)) throws {
    formats.append(formatted.format)
    try append(formatted.row)
  }

  private mutating func append(_ row: OriginRow) throws {
    if rows.count == OriginTree.mostRows { throw TooLong() }
    rows.append(row)
  }
}

extension OriginTree {
  /// Adds a printed figure that a step is, and what else was printed of it.
  private mutating func add(
    _ figure: PrintedFigure, _ name: OriginRow.Name, _ step: OriginStep, as role: OriginRow.Role,
    at level: Int, isNew: Bool
  ) throws {
    let isConflicting = step.value.cell.isConflicting
    guard isNew else {
      return try add(figure, name, as: role, isConflicting, at: level, from: OriginTree.asAbove)
    }
    try add(figure, name, as: role, isConflicting, at: level)
    try addOthers(of: figure, name, below: level)
  }

  /// Adds one of several printed figures whose sum or difference a step is.
  private mutating func add(
    _ term: ResolvedFigure.Term, of step: OriginStep, at level: Int
  ) throws {
    guard let figure = try facts.figure(term.sequence) else { return }
    let whole = wording.name(of: step)
    let name = OriginRow.Name(
      company: whole.company, measure: whole.measure, segment: whole.segment,
      period: wording.name(of: [term.period], in: step))
    let others = try facts.others(of: figure)
    let role: OriginRow.Role = term.isSubtracted ? .subtracted : .input
    let cell = Cell(
      .amount(facts.amount(of: figure)), origin: .reported,
      isConflicting: others.contains { $0.is == .conflicting })
    let isNew = told.insert(Told(name: name, status: cell.status)).inserted
    try add(
      figure, name, as: role, cell.isConflicting, at: level,
      from: isNew ? nil : OriginTree.asAbove)
    if isNew { try addOthers(of: figure, name, below: level) }
  }

  /// Adds what else was published of a printed figure.
  private mutating func addOthers(
    of figure: PrintedFigure, _ name: OriginRow.Name, below level: Int
  ) throws {
    for other in try facts.others(of: figure) {
      try add(other.figure, name, as: OriginRow.Role(other.is), false, at: level + 1)
    }
  }

  /// Adds the withdrawal for which a step has no value.
  private mutating func addWithdrawal(of step: OriginStep, below level: Int) throws {
    guard case .metric(let metric, let unit, _) = step.subject, step.segments.count == 1,
      step.periods.count == 1,
      let figure = try facts.withdrawal(
        of: metric.name, unit: unit, company: step.companies.first, segment: step.segments[0],
        step.periods[0])
    else { return }
    try append(
      OriginRow(
        level: level + 1, role: .withdrawn, name: wording.name(of: step),
        value: .printed(.missing, ""), unit: "", baseUnit: unit.description, from: figure.place,
        printed: figure))
  }

  private mutating func add(
    _ figure: PrintedFigure, _ name: OriginRow.Name, as role: OriginRow.Role,
    _ isConflicting: Bool, at level: Int, from: String? = nil
  ) throws {
    let cell = Cell(
      .amount(facts.amount(of: figure)), origin: .reported, isConflicting: isConflicting)
    try append(
      OriginRow(
        level: level, role: role, name: name, value: .printed(cell, figure.text),
        unit: figure.unit, baseUnit: figure.stored.series.unit, from: from ?? figure.place,
        printed: figure))
  }

  /// A name in one line; the root goes without its segment.
  static func text(of name: OriginRow.Name) -> String {
    let segment = name.segment == Segment.rootPath ? "" : name.segment
    return [name.company ?? "", name.measure, segment, name.period].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}

extension OriginStep {
  /// The step as a measure, for its format.
  fileprivate func measure(named name: String) -> ResolvedMeasure {
    let expression: TypedExpression
    let kind: Aggregation
    switch subject {
    case .metric(let metric, let unit, _):
      expression = .metric(metric, unit: unit, segment: nil, period: nil)
      kind = metric.signature.kind
    case .expression(let own):
      expression = own
      kind = .ratio
    }
    return ResolvedMeasure(
      name: name, expression: expression,
      signature: Signature(kind: kind, unit: expression.unit),
      display: MeasureDisplay(style: expression.style, decimals: nil))
  }
}
