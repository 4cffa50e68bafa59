import Catalog
import MetricStore
import Metrics
import Tabular

/// Lays evaluated cells out as a result table, for people and for machines.
struct ResultBuilder {
  let grid: ResultGrid
  let arrangement: RowArrangement
  let query: ResolvedQuery
  private let formats: ResultFormats
  /// What stands behind the name of each period, by its index.
  private let partLabels: [String]
  private let sources: FigureSources
  private let names: PeriodNames

  /// Lays out a grid.
  init(
    _ grid: ResultGrid, _ arrangement: RowArrangement, sources: FigureSources,
    negative: NumberFormat.Negative
  ) throws(StoreError) {
    self.grid = grid
    self.arrangement = arrangement
    self.sources = sources
    self.query = grid.query
    names = PeriodNames(query: grid.query)
    formats = try ResultFormats(grid, negative: negative)
    partLabels = try grid.partLabels()
  }

  func table(origin: ResultTable.Origin) throws(StoreError) -> ResultTable {
    let columns = grid.positions(of: query.layout.columns)
    let trends = query.annotations.contains(.spark) ? trendColumns : []
    var table = ResultTable(
      heading: heading, labelTitles: labelTitles,
      columns: columns.map { .init(title: columnTitle($0)) }
        + trends.map { .init(title: trendTitle($0)) } + sourceColumns,
      rows: try arrangement.rows.map { (position) throws(StoreError) in
        try row(position, columns: columns, trends: trends)
      },
      formats: query.annotations.contains(.precision)
        ? formats.all.map(\.showingPrecision) : formats.all,
      notes: try ResultNotes(grid, arrangement).lines(),
      layout: .figures(try facts(columns)), origin: origin)
    if query.annotations.contains(.plot) { table.plot = plot(columns) }
    return table
  }

  private func plot(_ columns: [ResultGrid.Position]) -> Plot {
    PlotBuilder(grid: grid, formats: formats, label: label).plot(
      arrangement.rows.flatMap { row in columns.map { merged(row, $0) } })
  }

  private func merged(
    _ row: ResultGrid.Position, _ column: ResultGrid.Position
  ) -> ResultGrid.Position {
    var position = row
    for axis in query.layout.columns { position[axis] = column[axis] }
    return position
  }

  private func row(
    _ row: ResultGrid.Position, columns: [ResultGrid.Position], trends: [ResultGrid.Position]
  ) throws(StoreError) -> ResultTable.Row {
    let cells = try columns.map { (column) throws(StoreError) in
      try grid.goOn()
      return cell(at: merged(row, column))
    }
    let lines = trends.map { TableCell.text(trend(at: merged(row, $0))) }
    let labels = query.layout.rows.map { label(of: $0, at: row) }
    return ResultTable.Row(
      labels: labels.isEmpty ? [""] : labels, cells: cells + lines + source(of: row, columns),
      isTotal: isTotal(row))
  }

  /// The column of sources, where the query asks for it.
  private var sourceColumns: [ResultTable.Column] {
    query.annotations.contains(.source) ? [.init(title: ["source"])] : []
  }

  private func source(
    of row: ResultGrid.Position, _ columns: [ResultGrid.Position]
  ) -> [TableCell] {
    if !query.annotations.contains(.source) { return [] }
    return [.text(sources.text(of: columns.map { grid[merged(row, $0)] }))]
  }

  private func cell(at position: ResultGrid.Position) -> TableCell {
    let evaluated = grid[position]
    if evaluated.isBlank { return .text("") }
    let extra = query.periods.entries[position.period].extra
    return .figure(
      evaluated.cell,
      format: formats.index(ofMeasure: position.measure, extra, company: position.company))
  }

  private func isTotal(_ row: ResultGrid.Position) -> Bool {
    (query.layout.rows == [.segment] && isTotal(query.segments.entries[row.segment]))
      || (query.layout.rows == [.time] && query.periods.entries[row.period].role != .member)
      || (query.layout.rows == [.company]
        && query.rowCompanies.entries[row.company].role != .member)
  }
}

extension ResultBuilder {
  /// Whether an entry stands below a line: in a tree it stands in its place.
  private func isTotal(_ entry: SegmentSelection.Entry) -> Bool {
    entry.role != .member && !(query.segments.isTree && entry.role == .ofWhich)
  }

  /// Company, segment where there is one, basis and range: what one is looking at.
  private var heading: String {
    var parts: [String] = []
    if !query.layout.shows(.company), let only = query.rowCompanies.entries.first {
      parts.append(only.title)
    }
    if !query.layout.shows(.segment), let only = query.segments.entries.first {
      parts.append(only.title)
    }
    if !query.layout.shows(.time), let only = query.periods.entries.first {
      parts.append(names.text(of: only, part: partLabels[0]))
    }
    if !query.layout.shows(.measure), !query.measures.isEmpty { parts.append(formats.titles[0]) }
    parts += query.wholesDescribed(in: grid.catalog)
    let members = query.periods.members
    if let first = members.first, let last = members.last, members.count > 1,
      query.periods.isRange
    {
      parts.append("\(names.shortText(of: first)) to \(names.shortText(of: last))")
    }
    parts.append(query.basisDescribed)
    return parts.joined(separator: " · ")
  }

  private var labelTitles: [String] {
    let titles = query.layout.rows.map { axis in
      switch axis {
      case .measure: "metric"
      case .company: "company"
      case .segment: "segment"
      case .time: query.periods.title
      case .release: "release"
      }
    }
    return titles.isEmpty ? [""] : titles
  }

  private func columnTitle(_ position: ResultGrid.Position) -> [String] {
    query.layout.columns.flatMap { axis in
      axis == .time
        ? names.lines(
          of: query.periods.entries[position.period], part: partLabels[position.period])
        : [label(of: axis, at: position)]
    }
  }

  private func label(of axis: Layout.Axis, at position: ResultGrid.Position) -> String {
    switch axis {
    case .measure: return formats.titles[position.measure]
    case .company:
      let title = query.rowCompanies.entries[position.company].title
      let unit = formats.companyUnits.isEmpty ? "" : formats.companyUnits[position.company]
      return unit.isEmpty ? title : "\(title) (\(unit))"
    case .segment:
      let entry = query.segments.entries[position.segment]
      let depth = query.layout.rows.contains(.segment) ? entry.depth : 0
      return String(repeating: "  ", count: depth) + entry.title
    case .time:
      return names.text(
        of: query.periods.entries[position.period], part: partLabels[position.period])
    case .release: return query.releases.entries[position.release].title
    }
  }
}

extension ResultBuilder {
  /// One place for each line of figures that runs across: all column axes but time.
  private var trendColumns: [ResultGrid.Position] {
    grid.positions(of: query.layout.columns.filter { $0 != .time })
  }

  private func trendTitle(_ position: ResultGrid.Position) -> [String] {
    let outer = query.layout.columns.filter { $0 != .time }.map { label(of: $0, at: position) }
    return outer + ["trend"]
  }

  private func trend(at position: ResultGrid.Position) -> String {
    let entries = query.periods.entries
    return Sparkline.text(
      entries.indices.filter { entries[$0].extra == nil && entries[$0].role == .member }.map {
        var cell = position
        cell.period = $0
        return grid[cell].cell.number?.binary
      })
  }

  /// One fact a cell, in the order of reading.
  private func facts(_ columns: [ResultGrid.Position]) throws(StoreError) -> [Fact] {
    var facts: [Fact] = []
    for row in arrangement.rows {
      for column in columns {
        try grid.goOn()
        let position = merged(row, column)
        if !grid[position].isBlank { facts.append(fact(position)) }
      }
    }
    return facts
  }

  private func fact(_ position: ResultGrid.Position) -> Fact {
    let period = query.periods.entries[position.period]
    let own = query.measure(query.measures[position.measure], ofCompany: position.company)
    let measure = period.extra.flatMap { own.extras[$0] } ?? own
    let company = query.rowCompanies.entries[position.company]
    let months = names.months(of: period, forCompanies: company.names)
    let start = months.map(\.start).min()
    let end = months.map(\.end).max()
    var fact = Fact(
      company: company.names.count > 1 ? company.names.joined(separator: " + ") : company.title,
      segment: segmentName(query.segments.entries[position.segment]),
      period: names.name(of: period, forCompanies: company.names),
      start: measure.signature.kind == .stock ? nil : start?.firstDay,
      end: end?.lastDay, measure: measure.name, cell: grid[position].toldCell,
      unit: measure.display.countedIn ?? measure.signature.unit.description)
    let releases = query.releases.entries
    fact.release =
      releases.isEmpty ? sources.releases(of: grid[position]) : releases[position.release].name
    return fact
  }
}

extension ResultBuilder {
  /// What a machine is told of a segment: the total of some is never called by the name of the root.
  private func segmentName(_ entry: SegmentSelection.Entry) -> String {
    entry.role == .total || entry.role == .ofWhich
      ? entry.paths.joined(separator: " + ") : entry.title
  }
}

extension MeasureDisplay {
  /// What a rank, a count or an index is counted in, which is no fraction of anything; nil for what
  /// has a unit or is a ratio.
  var countedIn: String? {
    if case .number = style { "number" } else { nil }
  }
}
