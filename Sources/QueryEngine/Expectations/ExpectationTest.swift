import Catalog
import Diagnostics
import Metrics
import QuerySyntax
import Tabular

/// An expectation that doesn't hold: each place of it, with what was expected and what was found.
struct UnmetExpectation: Error {
  let diagnostics: [Diagnostic]
}

/// Holds an answer against what is expected of it.
///
/// It reads nothing but the answer, so that what is tested is what a person would have seen.
struct ExpectationTest {
  let table: ResultTable
  let catalog: Catalog
  /// The power of ten of the query's `in`; nil without one.
  let askedScale: Int?
  /// Where the condition stands.
  let range: SourceRange

  /// Throws an ``UnmetExpectation`` where a condition doesn't hold, and a diagnostic where it can't
  /// be tested.
  func require(_ condition: Expectation.Condition) throws {
    do {
      try requireFigures(condition)
    } catch is ArithmeticOverflow {
      throw ExpectationMessage.overflow(at: range)
    }
  }

  private func requireFigures(_ condition: Expectation.Condition) throws {
    if case .table(let rows) = condition { return try requireRows(rows) }
    let figures = try figures()
    guard figures.count == 1, figures[0].count == 1 else {
      throw ExpectationMessage.severalCells(figures.reduce(0) { $0 + $1.count }, at: range)
    }
    let test = FigureTest(
      figure: figures[0][0], catalog: catalog, place: "", notes: table.notes)
    if let fault = try fault(test, condition) { throw UnmetExpectation(diagnostics: [fault]) }
  }

  private func fault(
    _ test: FigureTest, _ condition: Expectation.Condition
  ) throws -> Diagnostic? {
    switch condition {
    case .comparison(let sign, let cell): try test.fault(sign, cell)
    case .within(let lower, let upper): try test.fault(from: lower, to: upper, at: range)
    case .isMissing: test.fault(.missing, at: range)
    case .isUndefined: test.fault(.undefined, at: range)
    case .table, .error: nil
    }
  }

  /// The figures of the answer, row by row.
  func figures() throws -> [[TestedFigure]] {
    guard case .figures(let facts) = table.layout else {
      throw ExpectationMessage.noFigures(at: range)
    }
    // Facts are those of the cells with figures, in the order of reading.
    var rest = facts[...]
    return table.rows.map { row in
      row.cells.filter(\.isFigure).compactMap { cell in
        rest.popFirst().flatMap { figure(cell, $0) }
      }
    }
  }

  private func figure(_ shown: TableCell, _ fact: Fact) -> TestedFigure? {
    guard case .figure(let cell, let format) = shown else { return nil }
    let style = table.formats[format].style
    return TestedFigure(
      cell: cell, measure: fact.measure, unit: fact.unit, style: style,
      shown: table.shownText(of: shown) + unitText(fact.unit, style), bareScale: bareScale(style))
  }

  private func unitText(_ unit: String, _ style: NumberFormat.Style) -> String {
    if unit == Unit.ratio.description { return "" }
    guard case .amount(let scale, _) = style, let word = UnitText.scaleWord(of: scale) else {
      return " \(unit)"
    }
    return " \(word) \(unit)"
  }

  /// The scale of `in`, for the figures that it applies to: those that are shown at it.
  private func bareScale(_ style: NumberFormat.Style) -> Int {
    switch style {
    case .amount(let scale, _): scale == askedScale ? scale : 0
    case .percent: askedScale == -2 ? -2 : 0
    case .percentagePoints, .quotient: 0
    }
  }
}

extension TableCell {
  /// Whether a figure stands there, in whatever state.
  fileprivate var isFigure: Bool {
    if case .figure = self { true } else { false }
  }
}

extension ResultTable {
  /// The table without rows that have no figure, such as the total of ranks.
  var withoutBlankRows: ResultTable {
    var table = self
    table.rows.removeAll { row in !row.cells.contains(where: \.isFigure) }
    return table
  }
}
