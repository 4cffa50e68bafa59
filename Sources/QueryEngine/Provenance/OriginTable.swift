import MetricStore
import Metrics
import Tabular

/// The table of where figures came from: an indented line each for people, and every fact in a
/// column of its own for machines.
struct OriginTable {
  let tree: OriginTree
  /// What one is looking at.
  let heading: String
  /// What the query itself says below its table.
  let notes: [String]
  /// Every release of the store.
  let releases: [StoredRelease]
  /// Called for every line; throws when somebody wants the work to stop.
  let goOn: () throws(StoreError) -> Void

  func table(origin: ResultTable.Origin) throws(StoreError) -> ResultTable {
    try ResultTable(
      heading: heading, labelTitles: ["figure"],
      columns: ["value", "unit", "from"].map { .init(title: [$0]) },
      rows: lines(), formats: tree.formats, notes: notes + titles,
      layout: .records(records()), origin: origin)
  }

  // MARK: - For people

  /// A line each; repetitions of one figure that say the same stand together.
  private func lines() throws(StoreError) -> [ResultTable.Row] {
    var lines: [ResultTable.Row] = []
    var rest = tree.rows[...]
    var publication: String?
    while let row = rest.popFirst() {
      try goOn()
      guard row.role == .repeated else {
        publication = row.printed?.publication
        lines += self.lines(row)
        continue
      }
      let same = rest.prefix { $0.isRepeated(like: row) }
      rest = rest.dropFirst(same.count)
      lines += repetitions([row] + same, besides: publication)
    }
    return lines
  }

  /// The line, and one for each remark on a printed figure.
  private func lines(_ row: OriginRow) -> [ResultTable.Row] {
    let isRepeated = row.printed != nil && row.from != row.printed?.place
    let remarks = isRepeated ? [] : row.printed?.remarks ?? []
    return [line(row, row.from)]
      + remarks.map {
        ResultTable.Row(
          labels: [indent(row.level + 1) + "note"],
          cells: [.printed(.missing, ""), .text(""), .text($0)])
      }
  }

  private func line(_ row: OriginRow, _ from: String) -> ResultTable.Row {
    ResultTable.Row(
      labels: [indent(row.level) + label(of: row)],
      cells: [row.value, .text(row.unit), .text(OriginTable.shortened(from))])
  }

  /// Several places on a line, as many as fit; the publication of the figure that they repeat goes
  /// without saying.
  private func repetitions(
    _ rows: [OriginRow], besides publication: String?
  ) -> [ResultTable.Row] {
    let own = rows[0].printed?.publication
    let prefix = own == publication ? "" : own.map { $0 + " " } ?? ""
    var texts: [String] = []
    for place in rows.compactMap(\.printed?.placeInFile) {
      if let last = texts.last, last.count + place.count < OriginWording.mostCharacters {
        texts[texts.count - 1] = "\(last), \(place)"
      } else {
        texts.append(prefix + place)
      }
    }
    return texts.map { line(rows[0], $0) }
  }

  private func label(of row: OriginRow) -> String {
    switch row.role {
    case .cell, .input: OriginTree.text(of: row.name)
    case .subtracted: "− " + OriginTree.text(of: row.name)
    case .printed, .repeated, .conflicting, .restated, .withdrawn: row.role.rawValue
    }
  }

  private func indent(_ level: Int) -> String { String(repeating: "  ", count: level) }

  /// A long formula is cut; what it is made of stands below it.
  private static func shortened(_ text: String) -> String {
    text.count <= mostCharacters ? text : text.prefix(mostCharacters - 1) + "…"
  }

  private static let mostCharacters = 72

  /// What the releases are, in the order of appending; one without a title of its own, and without one
  /// of a source, is told by its name in the rows.
  private var titles: [String] {
    let named = Set(tree.rows.compactMap(\.printed?.stored.release))
    return releases.filter { named.contains($0.name) }.compactMap { release in
      var titles = release.title == release.name ? [] : [release.title]
      for title in release.sources.compactMap(\.title) where !titles.contains(title) {
        titles.append(title)
      }
      return titles.isEmpty ? nil : release.name + ": " + titles.joined(separator: "; ")
    }
  }

  // MARK: - For machines

  private var isOfSeveral: Bool { tree.rows.contains { $0.name.company != nil } }

  private static let columns = [
    "level", "role", "measure", "segment", "period", "value", "unit", "status", "how",
    "release", "published", "source", "line", "column", "printed", "note",
  ]

  private func records() throws(StoreError) -> Records {
    let isOfSeveral = isOfSeveral
    return Records(
      columns: (isOfSeveral ? ["company"] : []) + OriginTable.columns,
      rows: try tree.rows.map { (row) throws(StoreError) in
        try goOn()
        return (isOfSeveral ? [text(row.name.company)] : []) + record(row)
      })
  }

  private func record(_ row: OriginRow) -> [Records.Field] {
    let stored = row.printed?.stored
    let isPlace = row.from == row.printed?.place
    return [
      .count(row.level), .text(row.role.rawValue), .text(row.name.measure),
      .text(row.name.segment), .text(row.name.period),
      row.cell.number.map { .number($0) } ?? .absent, .text(row.baseUnit),
      .text(row.cell.status), isPlace || row.from.isEmpty ? .absent : .text(row.from),
      text(stored?.release), text(stored?.observation.published.description),
      text(stored?.source), stored.map { .count($0.line) } ?? .absent,
      stored.map { .count($0.column) } ?? .absent, text(row.printed?.textWithUnit),
      text(stored?.note),
    ]
  }

  private func text(_ text: String?) -> Records.Field { text.map { .text($0) } ?? .absent }
}

extension PrintedFigure {
  /// The figure as printed, with its unit behind it; nil where a withdrawal prints nothing.
  fileprivate var textWithUnit: String? {
    if text.isEmpty { return nil }
    return unit.isEmpty ? text : "\(text) \(unit)"
  }

  /// What there is to say about it beside its place.
  fileprivate var remarks: [String] {
    (isReversed ? ["its line prints it with the other sign"] : [])
      + (stored.note.map { ["\"\($0)\""] } ?? [])
  }
}

extension OriginRow {
  /// Whether it repeats the same figure in the same words and the same publication.
  fileprivate func isRepeated(like other: OriginRow) -> Bool {
    role == .repeated && level == other.level && printed?.text == other.printed?.text
      && unit == other.unit && printed?.publication == other.printed?.publication
  }
}
