import Testing

/// A printed table as a query file has to expect it.
struct ExpectedTable {
  /// The numbers printed in each column, from top to bottom, as they are typed and without the
  /// percent sign.
  ///
  /// Columns are called as those of a ``QueryFile``. A row that has nothing in a column is left out
  /// of it, unless the blank was entered as nil.
  let cells: [String: [String]]

  /// The table of a name such as `en/contracts`.
  init(_ name: String) throws {
    let lines = try TableMap.lines().filter { $0.table == name }
    let printed = try #require(try PrintedTables.fixture.get().rows[name])
    var found: [Int: [(row: Int, text: String)]] = [:]
    for line in lines {
      let rows = printed.enumerated().filter {
        line.holds(row: $0.offset + 1) && !$0.element.isHeading
      }
      for column in line.columns.keys {
        let texts = try line.texts(inColumn: column, of: rows.map(\.element))
        for (row, text) in zip(rows, texts) {
          guard let text else { continue }
          found[column, default: []].append((row.offset, Self.typed(text)))
        }
      }
    }
    let names = try #require(lines.first).columnNames
    cells = Dictionary(
      uniqueKeysWithValues: found.map { column, cells in
        (names[column, default: ""], cells.sorted { $0.row < $1.row }.map(\.text))
      })
  }

  /// A printed figure as a number is typed: a loss with a minus, a dash as zero.
  private static func typed(_ printed: String) -> String {
    if printed == "-" { return "0" }
    let digits = printed.filter { $0.isNumber || $0 == "." }
    return printed.hasPrefix("(") ? "-" + digits : digits
  }
}

extension MapLine {
  /// What each column is called.
  fileprivate var columnNames: [Int: String] {
    var names: [Int: String] = [:]
    for (column, period, block) in entered {
      names[column] = block.hasPrefix("USD") ? "\(period) USD" : period
    }
    for growth in growth { names[growth.column] = "\(growth.verb)(\(growth.period))" }
    for share in shares { names[share.column] = "share \(share.period)" }
    return names
  }

  /// What stands in a column of some rows; nil where that is nothing.
  fileprivate func texts(
    inColumn column: Int, of rows: [PrintedTables.Row]
  ) throws -> [String?] {
    let blocks = try DataFile(file).blocks(blocks)
    let entered = { (period: String, block: String) -> [String] in
      (blocks[block] ?? []).compactMap { $0.text(for: period) }
    }
    if let own = self.entered.first(where: { $0.column == column }) {
      let texts = entered(own.period, own.block).map(Optional.some)
      return texts + Array(repeating: nil, count: max(0, rows.count - texts.count))
    }
    let texts = rows.map { $0.cells[column].isEmpty ? nil : $0.cells[column] }
    guard let share = shares.first(where: { $0.column == column }) else { return texts }
    // The share of a nil is left blank like the nil itself.
    let figures = entered(share.period, share.block)
    return texts.enumerated().map { index, text in
      text ?? (figures.indices.contains(index) && figures[index] == "-" ? "0.0" : nil)
    }
  }
}
