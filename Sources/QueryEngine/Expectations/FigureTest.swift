import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Holds one figure against what is expected of it.
struct FigureTest {
  let figure: TestedFigure
  let catalog: Catalog
  /// Where the figure stands in its table, for a message; empty where it is the only one.
  let place: String
  /// What stands below the answer, of which the note on a state is repeated; empty for one figure of
  /// several, to which it needn't belong.
  let notes: [String]

  /// What is wrong; nil where the cell is as a condition wants it.
  ///
  /// Throws a diagnostic where the condition says nothing about such a figure.
  func fault(_ sign: BinaryOperator, _ cell: ExpectedCell) throws -> Diagnostic? {
    if let state = ExpectedState(cell.kind) {
      switch sign {
      case .equal: return fault(state, at: cell.range)
      case .notEqual: return fault(anythingBut: state, at: cell.range)
      default: throw ExpectationMessage.orderedState(sign.rawValue, at: cell.range)
      }
    }
    guard case .value(let expression) = cell.kind else {
      throw ExpectationMessage.noNumber(at: cell.range)
    }
    let number = try ExpectedNumber(expression, catalog: catalog)
    let base = try figure.base(number)
    if let value = figure.cell.number, try holds(value, sign, number, base) { return nil }
    return try unmet(ExpectationMessage.expected(sign, number), like: number, at: cell.range)
  }

  /// Rounding belongs to equality only: a bound is a bound.
  private func holds(
    _ value: Number, _ sign: BinaryOperator, _ number: ExpectedNumber, _ base: Number
  ) throws -> Bool {
    switch sign {
    case .equal: try figure.isRounded(to: number, value)
    case .notEqual: try !figure.isRounded(to: number, value)
    case .less: try Number.isBelow(value, base)
    case .lessOrEqual: try !Number.isBelow(base, value)
    case .greater: try Number.isBelow(base, value)
    default: try !Number.isBelow(value, base)
    }
  }

  /// What is wrong with a figure that is to lie between two numbers or be one of them.
  func fault(from lower: Expression, to upper: Expression, at range: SourceRange) throws
    -> Diagnostic?
  {
    let least = try ExpectedNumber(lower, catalog: catalog)
    let most = try ExpectedNumber(upper, catalog: catalog)
    let bounds = (try figure.base(least), try figure.base(most))
    if try Number.isBelow(bounds.1, bounds.0) {
      throw ExpectationMessage.emptyInterval(least, most, at: range)
    }
    if let value = figure.cell.number, try !Number.isBelow(value, bounds.0),
      try !Number.isBelow(bounds.1, value)
    {
      return nil
    }
    let finer = least.places > most.places ? least : most
    return try unmet(ExpectationMessage.expected(from: least, to: most), like: finer, at: range)
  }

  /// What is wrong with a figure that is to be in a state.
  func fault(_ state: ExpectedState, at range: SourceRange) -> Diagnostic? {
    if ExpectedState(of: figure.cell) == state { return nil }
    return unmet(state.text, at: range)
  }

  private func fault(anythingBut state: ExpectedState, at range: SourceRange) -> Diagnostic? {
    if ExpectedState(of: figure.cell) != state { return nil }
    return unmet("anything but \(state.text)", at: range)
  }
}

extension FigureTest {
  private func unmet(
    _ expected: String, like number: ExpectedNumber, at range: SourceRange
  ) throws -> Diagnostic {
    guard let value = figure.cell.number else { return unmet(expected, at: range) }
    var notes: [String] = []
    if let unrounded = try figure.unroundedText(value, like: number) {
      notes.append("unrounded: \(unrounded)")
    }
    if number.isBare, figure.isShownScaled {
      notes.append("a table shows it as \(figure.shown)")
    }
    return ExpectationMessage.unmet(
      place, expected, found: try figure.text(value, like: number), at: range, notes: notes)
  }

  /// The message where the figure has no value, or is to have none.
  private func unmet(_ expected: String, at range: SourceRange) -> Diagnostic {
    guard let state = ExpectedState(of: figure.cell) else {
      return ExpectationMessage.unmet(place, expected, found: figure.shown, at: range, notes: [])
    }
    return ExpectationMessage.unmet(
      place, expected, found: state.text, at: range,
      notes: notes.filter { $0.hasPrefix(state.mark) })
  }
}
