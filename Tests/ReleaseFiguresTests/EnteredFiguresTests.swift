import Testing

/// The data files against the fixture, cell by cell, by the rules of the map.
@Suite("The data files hold what the release prints") struct EnteredFiguresTests {
  let tables: PrintedTables

  init() throws {
    tables = try PrintedTables.fixture.get()
  }

  @Test("and the release prints what they hold", arguments: try TableMap.lines())
  func cellsAreEqual(_ line: MapLine) throws {
    let printed = try printedRows(line)
    for pair in try pairs(line, printed) {
      let cell = pair.printed.cells[pair.column]
      #expect(
        pair.entered == (cell.isEmpty ? "-" : cell),
        "\(line.table) '\(pair.printed.label)' column \(pair.column + 1), \(pair.place)")
    }
    for (column, period, block) in line.entered {
      let entered = try rows(line, period, block)
      #expect(!entered.isEmpty, "\(line.file) has no row of \(period) in \(block)")
      #expect(entered.count <= printed.count, "rows of \(line.file) are left over")
      for row in printed.dropFirst(entered.count) {
        #expect(row.cells[column].isEmpty, "'\(row.label)' is not in \(line.file)")
      }
    }
  }

  @Test("and nothing that the map doesn't name", arguments: try TableMap.lines())
  func unnamedCellsAreEmpty(_ line: MapLine) throws {
    let named = Set(line.entered.map { "\($0.period)@\($0.block)" })
    for (block, rows) in try DataFile(line.file).blocks(line.blocks) {
      for row in rows {
        for (period, _) in row.figures {
          #expect(named.contains("\(period)@\(block)"), "\(line.file):\(row.line)")
        }
      }
    }
  }

  @Test("the map names every cell of every table once")
  func mapCoversTables() throws {
    let lines = try TableMap.lines()
    #expect(Set(lines.map(\.table)) == Set(tables.rows.keys))
    for (table, rows) in tables.rows {
      let own = lines.filter { $0.table == table }
      for (index, row) in rows.enumerated() {
        let holders = own.filter { $0.holds(row: index + 1) }
        #expect(holders.count == 1, "\(table) row \(index + 1)")
        #expect(holders.first.map { Set($0.columns.keys) } == Set(row.cells.indices), "\(table)")
      }
    }
  }

  /// The Japanese half lacks four tables of the English one: revenues, costs and reconciliations.
  @Test("every figure is paired", arguments: [("en", 563), ("ja", 506)])
  func everyFigureIsPaired(_ language: String, _ expected: Int) throws {
    let lines = try TableMap.lines().filter { $0.language == language }
    let paired = Set(try lines.flatMap { try pairs($0, printedRows($0)).map(\.place) })
    #expect(paired.count == expected)
    let files = try DataFile.all()
    #expect(files.reduce(0) { $0 + $1.rows.reduce(0) { $0 + $1.figures.count } } == 563)
    if language == "en" { #expect(Set(lines.map(\.file)) == Set(files.map(\.name))) }
  }

  @Test("what isn't entered is counted", arguments: [("en", 115, 169), ("ja", 99, 169)])
  func computedColumns(_ language: String, _ growth: Int, _ shares: Int) throws {
    var counts = (growth: 0, shares: 0)
    for line in try TableMap.lines() where line.language == language {
      for (column, meaning) in line.columns {
        let cells = try printedRows(line).count { !$0.cells[column].isEmpty }
        switch meaning {
        case .entered: continue
        case .growth: counts.growth += cells
        case .percentOfTotal: counts.shares += cells
        }
      }
    }
    #expect(counts == (growth, shares))
  }
}

extension EnteredFiguresTests {
  private struct Pair {
    let printed: PrintedTables.Row
    let column: Int
    let entered: String
    /// Where the figure was entered: file, line and period.
    let place: String
  }

  /// The rows that a line of the map means; headings pair with nothing.
  private func printedRows(_ line: MapLine) throws -> [PrintedTables.Row] {
    let rows = try #require(tables.rows[line.table], "the fixture has no \(line.table)")
    return rows.enumerated().filter { line.holds(row: $0.offset + 1) && !$0.element.isHeading }
      .map(\.element)
  }

  private func rows(
    _ line: MapLine, _ period: String, _ block: String
  ) throws -> [(line: Int, text: String)] {
    let rows = try DataFile(line.file).blocks(line.blocks)[block] ?? []
    return rows.compactMap { row in row.text(for: period).map { (row.line, $0) } }
  }

  private func pairs(_ line: MapLine, _ printed: [PrintedTables.Row]) throws -> [Pair] {
    try line.entered.flatMap { column, period, block in
      zip(printed, try rows(line, period, block)).map { row, entered in
        Pair(
          printed: row, column: column, entered: entered.text,
          place: "\(line.file):\(entered.line) \(period)")
      }
    }
  }
}
