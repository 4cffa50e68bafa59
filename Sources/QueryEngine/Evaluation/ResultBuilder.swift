import Catalog
import Metrics
import Tabular

/// Lays evaluated cells out as a result table, for people and for machines.
struct ResultBuilder {
  let grid: ResultGrid
  let query: ResolvedQuery
  let negative: NumberFormat.Negative

  init(_ grid: ResultGrid, negative: NumberFormat.Negative) {
    self.grid = grid
    self.query = grid.query
    self.negative = negative
  }

  func table(origin: ResultTable.Origin) -> ResultTable {
    let formats = query.measures.indices.map(format)
    let columns = positions(of: query.layout.columns)
    let rows = positions(of: query.layout.rows)
    return ResultTable(
      heading: heading,
      labelTitles: labelTitles(formats),
      columns: columns.map { .init(title: columnTitle($0, formats)) },
      rows: rows.map { row($0, columns: columns, formats: formats) },
      formats: formats.flatMap(\.numberFormats), notes: ResultNotes(grid: grid).lines,
      layout: .figures(facts(rows: rows, columns: columns)), origin: origin)
  }

  /// Every combination of the entries of some axes, the first axis changing slowest.
  private func positions(of axes: [Layout.Axis]) -> [ResultGrid.Position] {
    axes.reduce([ResultGrid.Position()]) { positions, axis in
      positions.flatMap { position in
        (0..<grid.count(of: axis)).map { index in
          var next = position
          next[axis] = index
          return next
        }
      }
    }
  }

  private func merged(
    _ row: ResultGrid.Position, _ column: ResultGrid.Position
  ) -> ResultGrid.Position {
    var position = row
    for axis in query.layout.columns { position[axis] = column[axis] }
    return position
  }

  private func row(
    _ row: ResultGrid.Position, columns: [ResultGrid.Position], formats: [MeasureFormat]
  ) -> ResultTable.Row {
    let cells = columns.map { column -> TableCell in
      let position = merged(row, column)
      return .figure(grid[position].cell, format: formatIndex(at: position))
    }
    let labels = query.layout.rows.map { label(of: $0, at: row, formats) }
    let isTotal =
      query.layout.rows == [.segment] && query.segments.entries[row.segment].isTotal
    return ResultTable.Row(labels: labels.isEmpty ? [""] : labels, cells: cells, isTotal: isTotal)
  }
}

extension ResultBuilder {
  /// Company, segment where there is one, basis and range: what one is looking at.
  private var heading: String {
    var parts = [query.company.name]
    if !isShown(.segment), let only = query.segments.entries.first { parts.append(only.title) }
    if !isShown(.time), let only = query.periods.entries.first { parts.append(only.heading) }
    if !isShown(.measure), !query.measures.isEmpty {
      parts.append(format(0).title)
    }
    if let first = query.periods.entries.first, let last = query.periods.entries.last,
      query.periods.entries.count > 1, query.periods.isRange
    {
      parts.append("\(first.title) to \(last.title)")
    }
    parts.append("as restated")
    return parts.joined(separator: " · ")
  }

  private func isShown(_ axis: Layout.Axis) -> Bool {
    query.layout.rows.contains(axis) || query.layout.columns.contains(axis)
  }

  private func labelTitles(_ formats: [MeasureFormat]) -> [String] {
    let titles = query.layout.rows.map { axis in
      switch axis {
      case .measure: "metric"
      case .segment: "segment"
      case .time: query.periods.title
      }
    }
    return titles.isEmpty ? [""] : titles
  }

  private func columnTitle(
    _ position: ResultGrid.Position, _ formats: [MeasureFormat]
  ) -> [String] {
    query.layout.columns.map { label(of: $0, at: position, formats) }
  }

  private func label(
    of axis: Layout.Axis, at position: ResultGrid.Position, _ formats: [MeasureFormat]
  ) -> String {
    switch axis {
    case .measure: formats[position.measure].title
    case .segment: query.segments.entries[position.segment].title
    case .time: query.periods.entries[position.period].heading
    }
  }

  /// How a measure is shown: at the scale of its own figures, not of growth beside them.
  private func format(_ measure: Int) -> MeasureFormat {
    let cells = grid.cells(ofMeasure: measure).enumerated().filter {
      query.periods.entries[$0.offset % query.periods.entries.count].growth == nil
    }
    return MeasureFormat(query.measures[measure], cells: cells.map(\.element), negative)
  }

  /// The place of a cell's format among those of all measures.
  private func formatIndex(at position: ResultGrid.Position) -> Int {
    let base = position.measure * MeasureFormat.variants
    guard let growth = query.periods.entries[position.period].growth else { return base }
    return base + MeasureFormat.variant(of: growth, query.measures[position.measure])
  }

  /// One fact a cell, in the order of reading.
  private func facts(rows: [ResultGrid.Position], columns: [ResultGrid.Position]) -> [Fact] {
    rows.flatMap { row in columns.map { fact(merged(row, $0)) } }
  }

  private func fact(_ position: ResultGrid.Position) -> Fact {
    let measure = query.measures[position.measure]
    let period = query.periods.entries[position.period]
    let start = period.periods.map(\.start).min()
    let end = period.periods.map(\.end).max()
    let comparison = period.growth?.comparison(of: measure.signature)
    let unit = comparison == .growth ? Unit.ratio : measure.signature.unit
    return Fact(
      company: query.company.name,
      segment: query.segments.entries[position.segment].title,
      period: period.title,
      start: measure.signature.kind == .stock ? nil : start?.firstDay,
      end: end?.lastDay,
      measure: period.growth.map { "\($0.name)(\(measure.name))" } ?? measure.name,
      cell: grid[position].cell, unit: unit.description)
  }
}
