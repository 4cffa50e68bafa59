import Testing

/// A line of the map: rows of one printed table, and the data file that they were entered in.
struct MapLine: CustomTestStringConvertible {
  /// What a column of a printed table is.
  enum Meaning {
    /// Figures of a period, in the block of rows that begins with a unit.
    case entered(period: String, block: String)
    /// Growth, which a query computes.
    case growth
    /// Percentages of a total, which a query computes.
    case percentOfTotal
  }

  /// The table's name, such as `en/contracts`.
  let table: String
  /// The rows meant, counted from 1.
  let rows: [ClosedRange<Int>]
  /// The data file.
  let file: String
  /// What each column is, counted from 0.
  let columns: [Int: Meaning]

  var testDescription: String { "\(table) against \(file)" }

  var language: Substring { table.prefix(2) }

  /// The columns that were entered, from left to right.
  var entered: [(column: Int, period: String, block: String)] {
    columns.sorted { $0.key < $1.key }.compactMap { column, meaning in
      if case .entered(let period, let block) = meaning { (column, period, block) } else { nil }
    }
  }

  /// The units by which the blocks of the file begin.
  var blocks: Set<String> { Set(entered.map(\.block)) }

  func holds(row: Int) -> Bool { rows.contains { $0.contains(row) } }
}

/// The map from printed tables to data files, in the form that its own header describes.
enum TableMap {
  static func lines() throws -> [MapLine] {
    try SeparatedText.tabbed(Files.fixture("table-map.tsv")).dropFirst().map { fields in
      try #require(fields.count == 4, "\(fields)")
      return MapLine(
        table: fields[0], rows: try ranges(fields[1]), file: fields[2],
        columns: try columns(fields[3]))
    }
  }

  private static func ranges(_ text: String) throws -> [ClosedRange<Int>] {
    if text == "all" { return [1...Int.max] }
    return try text.split(separator: ";").map { range in
      let bounds = range.split(separator: "-").compactMap { Int($0) }
      try #require(bounds.count == 2, "\(range)")
      return bounds[0]...bounds[1]
    }
  }

  private static func columns(_ text: String) throws -> [Int: MapLine.Meaning] {
    var columns: [Int: MapLine.Meaning] = [:]
    for entry in text.split(separator: ";") {
      let sides = entry.split(separator: "=").map(String.init)
      try #require(sides.count == 2, "\(entry)")
      let column = try #require(Int(sides[0]))
      try #require(columns.updateValue(try meaning(sides[1]), forKey: column - 1) == nil)
    }
    return columns
  }

  private static func meaning(_ text: String) throws -> MapLine.Meaning {
    if text == "growth" { return .growth }
    if text == "percent_of_total" { return .percentOfTotal }
    let parts = text.split(separator: "@").map(String.init)
    try #require(parts.count == 2, "\(text)")
    return .entered(period: parts[0], block: parts[1])
  }
}
