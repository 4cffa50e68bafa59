import Diagnostics
import QuerySyntax
import Tabular
import TextForm

extension ExpectationTest {
  /// Faults of a block that are told; of more, only how many there are.
  private static let mostFaults = 10

  /// Holds every row of the answer against the row of a block; throws all that is wrong with it.
  func requireRows(_ expected: [[ExpectedCell]]) throws {
    let figures = try figures()
    guard expected.count == figures.count else {
      throw UnmetExpectation(diagnostics: [
        ExpectationMessage.rowCount(expected.count, found: figures.count, at: range)
      ])
    }
    var faults: [Diagnostic] = []
    for (index, (cells, row)) in zip(expected, figures).enumerated() {
      faults += try self.faults(of: cells, against: row, at: index)
    }
    if faults.isEmpty { return }
    let rest = faults.count - Self.mostFaults
    if rest > 0 {
      faults.removeLast(rest)
      faults[Self.mostFaults - 1].notes.append(ExpectationMessage.more(rest))
    }
    throw UnmetExpectation(diagnostics: faults)
  }

  private func faults(
    of cells: [ExpectedCell], against row: [TestedFigure], at index: Int
  ) throws -> [Diagnostic] {
    let names = cells.prefix(while: \.isText)
    let rest = cells.dropFirst(names.count)
    let labels = table.rows[index].labels
    if !names.isEmpty, names.count != labels.count {
      throw ExpectationMessage.nameCount(names.count, found: labels.count, at: names[0].range)
    }
    guard rest.count == row.count else {
      return [
        ExpectationMessage.cellCount(
          rest.count, found: row.count, in: rowName(index), at: span(of: cells))
      ]
    }
    let wrongNames = zip(names, labels).compactMap { name, label in
      name.isName(of: label)
        ? nil : ExpectationMessage.wrongName(row: index + 1, found: label, at: name.range)
    }
    let wrongCells = try zip(rest, row).enumerated().compactMap { column, pair in
      let place = ExpectationMessage.place(
        row: rowName(index), column: table.columns[column].title.joined(separator: " "))
      return try FigureTest(figure: pair.1, catalog: catalog, place: place, notes: [])
        .fault(.equal, pair.0)
    }
    return wrongNames + wrongCells
  }

  /// What a row is called; one without a name, by its number.
  private func rowName(_ index: Int) -> String {
    let name = table.rows[index].labels.joined(separator: " ")
    return name.isEmpty ? "\(index + 1)" : name
  }

  private func span(of cells: [ExpectedCell]) -> SourceRange {
    guard let first = cells.first, let last = cells.last else { return range }
    return first.range.union(last.range)
  }
}

extension ExpectedCell {
  fileprivate var isText: Bool {
    if case .text = kind { true } else { false }
  }

  /// Whether it names a row: by its label, by that without the unit, or by the end of a path.
  fileprivate func isName(of label: String) -> Bool {
    guard case .text(let text) = kind else { return false }
    let name = NameFolding.fold(text)
    let full = NameFolding.fold(label)
    return name == full || name == full.withoutUnit || full.hasSuffix("." + name)
  }
}

extension String {
  /// A row's label without the unit in parentheses behind it.
  fileprivate var withoutUnit: Substring {
    guard hasSuffix(")"), let opening = lastIndex(of: "("), self[..<opening].hasSuffix(" ") else {
      return self[...]
    }
    return self[..<opening].dropLast()
  }
}
