import Metrics
import Tabular
import Testing

/// A walk over every figure of the sample: asked for by a query in the unit that it is printed in, it
/// comes back digit by digit, losses in parentheses as issuers print them.
@Suite("Each printed figure comes back by a query") struct PrintedFiguresTests {
  @Test(arguments: try Files.dataNames())
  func comesBack(_ file: String) async throws {
    for row in try DataFile(file).rows {
      let query = row.query
      let answer = try await SampleQueries.shared.answer(query, negative: .parentheses)
      let figures = row.figures
      #expect(answer.titles.dropFirst() == figures.map(\.period)[...], "\(query)")
      #expect(answer.rows.map(\.first) == [row.title], "\(query)")
      let shown = try #require(answer.rows.first).dropFirst()
      for ((period, text), (cell, fact)) in zip(figures, zip(shown, answer.facts)) {
        let place = "\(file):\(row.line) \(period): \(query)"
        let expected = row.shown(text) + (fact.cell.isConflicting ? "!" : "")
        if let conflict = Conflict.all.first(where: { $0.isLost(by: row, period, text) }) {
          #expect(cell == conflict.shown, "\(place)")
        } else {
          #expect(cell == expected, "\(place)")
        }
        #expect(fact.cell.status == (row.isFormula ? "computed" : "reported"), "\(place)")
      }
    }
  }
}

extension DataFile.Row {
  /// The ratios of the release, which a query computes from their parts.
  fileprivate var isFormula: Bool { metric == "gross_margin" }

  /// The query that shows the figures of the row as they are printed, signs aside.
  var query: String {
    let verb = isFormula ? "ratio" : "show"
    let periods = figures.map(\.period).joined(separator: ", ")
    return "\(verb) \(subject) for \(periods)" + (isScaled ? " in \(unit)" : "")
  }

  private var subject: String { segment.isEmpty ? metric : "\(metric) \(segment)" }

  /// Whether the unit is one of several in which the metric is printed.
  private var isScaled: Bool { unit.hasSuffix(" thousand") || unit.hasSuffix(" million") }

  /// The metric with its unit, which stands beside the figures.
  fileprivate var title: String { unit == "%" ? metric : "\(metric) (\(unit))" }

  /// A printed figure as the product shows it: nil is 0, the unit stands beside and not behind, and
  /// a figure of a table with reversed signs has the metric's own sign.
  fileprivate func shown(_ printed: String) -> String {
    if printed == "-" { return "0" }
    let figure =
      unit != "%" && printed.hasSuffix(unit) ? String(printed.dropLast(unit.count)) : printed
    guard isReversed else { return figure }
    return figure.hasPrefix("(") ? String(figure.dropFirst().dropLast()) : "(\(figure))"
  }
}
