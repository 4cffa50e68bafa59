import Testing

/// A data file of the sample, read without the product's help.
struct DataFile {
  /// A row of figures of one series.
  struct Row {
    /// The row's place in the file, counted from 1.
    let line: Int
    let metric: String
    let segment: String
    let unit: String
    /// Whether the table prints the figures with the sign turned round.
    let isReversed: Bool
    /// Each period with what stands in its cell, blank cells included.
    let cells: [(period: String, text: String)]

    /// The cells in which something stands.
    var figures: [(period: String, text: String)] { cells.filter { !$0.text.isEmpty } }

    func text(for period: String) -> String? { cells.first { $0.period == period }?.text }
  }

  let name: String
  let rows: [Row]

  init(_ name: String) throws {
    let lines = SeparatedText.commaSeparated(try Files.data(name))
    let header = try #require(lines.first)
    self.name = name
    rows = try lines.indices.dropFirst().map { index in
      try #require(lines[index].count == header.count, "\(name):\(index + 1)")
      return Row(Array(zip(header, lines[index])), line: index + 1)
    }
  }

  /// Every data file of the sample.
  static func all() throws -> [DataFile] { try Files.dataNames().map(DataFile.init) }

  /// The rows of each block.
  ///
  /// A block begins where a row has the unit of another block of `units`.
  func blocks(_ units: Set<String>) throws -> [String: [Row]] {
    var blocks: [String: [Row]] = [:]
    var current: String?
    for row in rows {
      if units.contains(row.unit) { current = row.unit }
      blocks[try #require(current, "\(name):\(row.line) stands in no block"), default: []]
        .append(row)
    }
    return blocks
  }
}

extension DataFile.Row {
  private static let descriptive: Set<String> = ["metric", "segment", "unit", "sign"]

  fileprivate init(_ fields: [(column: String, text: String)], line: Int) {
    let field = { (column: String) in fields.first { $0.column == column }?.text ?? "" }
    self.line = line
    metric = field("metric")
    segment = field("segment")
    unit = field("unit")
    isReversed = field("sign") == "reversed"
    let isTidy = fields.contains { $0.column == "period" }
    cells =
      isTidy
      ? [(field("period"), field("value"))]
      : fields.filter { !Self.descriptive.contains($0.column) }
        .map { (period: $0.column, text: $0.text) }
  }
}
