import Catalog
import Metrics
import Tabular

/// Lays a history out: a row for each published value.
struct HistoryTable {
  let entries: [HistoryEntry]
  /// Whether machines read it, which are told every name and amounts in base units.
  let isForMachines: Bool
  private var formats: [NumberFormat] = []

  init(_ entries: [HistoryEntry], isForMachines: Bool) {
    self.entries = entries
    self.isForMachines = isForMachines
  }

  /// The table; `title` is what all rows share.
  mutating func table(title: [String], origin: ResultTable.Origin) -> ResultTable {
    let axes = self.axes
    let unit = self.unit
    let hasNotes = isForMachines || entries.contains { $0.rows.contains { !$0.note.isEmpty } }
    var rows: [ResultTable.Row] = []
    for entry in entries {
      for (index, row) in entry.rows.enumerated() {
        let names = axes.map { index == 0 || isForMachines ? $0.name(entry) : "" }
        rows.append(
          .init(
            labels: names + [day(of: row)],
            cells: cells(of: row, tellingUnit: unit == nil) + (hasNotes ? [.text(row.note)] : [])))
      }
    }
    return ResultTable(
      heading: (title + only(of: axes)).joined(separator: " · "),
      labelTitles: axes.map(\.title) + ["published"],
      columns: titles(unit: unit, hasNotes: hasNotes).map { .init(title: [$0]) },
      rows: rows, formats: formats, notes: notes, layout: .listing, origin: origin)
  }

  private func titles(unit: String?, hasNotes: Bool) -> [String] {
    let value = unit.map { $0.isEmpty ? ["value"] : ["value (\($0))"] } ?? ["value", "unit"]
    return ["release"] + value + ["change", "growth", "status", "source"]
      + (hasNotes ? ["note"] : [])
  }

  /// The unit that all values stand in, which the title of their column tells people; nil for several.
  private var unit: String? {
    let units = Set(entries.flatMap(\.rows).map(\.unit))
    return units.count == 1 && !isForMachines ? units.first : nil
  }

  private mutating func cells(of row: HistoryRow, tellingUnit: Bool) -> [TableCell] {
    let format = index(of: row.format)
    let difference = index(
      of: row.change.map(row.format.ofDifference.showingMoreThanZero(of:))
        ?? row.format.ofDifference)
    let percent = index(of: .init(style: .percent(decimals: 1), negative: row.format.negative))
    return [
      .text(row.release), .figure(row.cell, format: format),
    ] + (tellingUnit ? [.text(isForMachines ? row.baseUnit : row.unit)] : []) + [
      row.change.map { .figure(.init($0, origin: .computed), format: difference) } ?? blank,
      row.growth.map { .figure($0, format: percent) } ?? blank, .text(row.effect),
      .text(row.source),
    ]
  }

  /// Nothing to tell: an empty place for people, and no value for machines.
  private var blank: TableCell { isForMachines ? .figure(.missing, format: 0) : .text("") }

  private func day(of row: HistoryRow) -> String {
    row.day?.description ?? (isForMachines ? "" : "now")
  }

  private mutating func index(of format: NumberFormat) -> Int {
    if let known = formats.firstIndex(of: format) { return known }
    formats.append(format)
    return formats.count - 1
  }
}

extension HistoryTable {
  private struct Axis: Sendable {
    let title: String
    let name: @Sendable (HistoryEntry) -> String
  }

  private static let allAxes = [
    Axis(title: "metric", name: \.measure), Axis(title: "segment", name: \.segment),
    Axis(title: "period", name: \.period),
  ]

  /// What tells the rows apart; machines are told all of it.
  private var axes: [Axis] {
    HistoryTable.allAxes.filter { axis in
      isForMachines || Set(entries.map(axis.name)).count > 1
    }
  }

  /// The names that all rows share.
  private func only(of axes: [Axis]) -> [String] {
    HistoryTable.allAxes.compactMap { axis in
      let names = Set(entries.map(axis.name))
      return names.count == 1 ? names.first : nil
    }
  }

  private var notes: [String] {
    let cells = entries.flatMap(\.rows).map(\.cell)
    var notes: [String] = []
    if cells.contains(where: { $0.number != nil && $0.isDerived }) {
      notes.append(CellNote.derived)
    }
    if cells.contains(where: \.isConflicting) {
      notes.append("! contradicts another figure of its day; \(CellNote.conflictRule)")
    }
    let empty = entries.filter(\.rows.isEmpty)
    if !empty.isEmpty {
      notes.append(
        "never published, and following from nothing: \(HistoryTable.listing(of: empty))")
    }
    return notes
  }

  /// The names of some cells, those that differ in their period alone told together.
  private static func listing(of entries: [HistoryEntry]) -> String {
    var subjects: [String] = []
    var periods: [String: [String]] = [:]
    for entry in entries {
      let isRoot = entry.segment == Segment.rootPath
      let subject = isRoot ? entry.measure : "\(entry.measure) \(entry.segment)"
      if periods[subject] == nil { subjects.append(subject) }
      periods[subject, default: []].append(entry.period)
    }
    let listed = subjects.prefix(ResultNotes.mostListed).map { subject in
      "\(subject) \(periods[subject, default: []].joined(separator: ", "))"
    }
    let rest = subjects.count - listed.count
    return listed.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }
}
