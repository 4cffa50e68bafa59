import Metrics
import Tabular

/// Sets the cells of a result out for drawing: a bar a row for one period, and else a series over
/// the periods for each segment and measure.
struct PlotBuilder {
  let grid: ResultGrid
  let formats: ResultFormats
  /// What an entry of an axis is called.
  let label: (Layout.Axis, ResultGrid.Position) -> String

  private var query: ResolvedQuery { grid.query }

  /// The plot of the cells at some places, which are in the order of reading.
  func plot(_ positions: [ResultGrid.Position]) -> Plot {
    let isSeries = query.periods.entries.count > 1
    let runs = unique(positions.map { run(of: $0) })
    let periods = periods(of: positions)
    let shown = Set(positions)
    let cell = { (position: ResultGrid.Position) in
      shown.contains(position) && !grid[position].isBlank ? grid[position].cell : nil
    }
    let measure = coarsestMeasure
    return Plot(
      shape: isSeries ? .series : .bars, caption: caption(measure),
      format: formats.all[formats.index(ofMeasure: measure, nil)],
      categories: isSeries
        ? categories(periods) : runs.map { Plot.Category(name: name(of: $0)) },
      series: isSeries
        ? runs.map { run in
          Plot.Series(name: name(of: run), cells: periods.map { cell(run.at(period: $0)) })
        } : [Plot.Series(name: "", cells: runs.map { cell($0) })])
  }

  /// The periods from left to right: as the rows are ordered where they name nothing else.
  private func periods(of positions: [ResultGrid.Position]) -> [Int] {
    let shown = unique(positions.map(\.period))
    return query.layout.rows == [.time] ? shown : shown.sorted()
  }

  private func categories(_ periods: [Int]) -> [Plot.Category] {
    periods.enumerated().map { index, period in
      let start = query.periods.entries[period].periods.first?.start
      let previous = index > 0 ? query.periods.entries[periods[index - 1]].periods.last : nil
      let follows = previous.map { $0.end + 1 == start } ?? false
      return Plot.Category(
        name: PeriodNames(query: query).isTold
          ? PeriodNames(query: query).shortText(of: query.periods.entries[period])
          : label(.time, .init(period: period)), followsPrevious: follows)
    }
  }

  /// A place without its period.
  private func run(of position: ResultGrid.Position) -> ResultGrid.Position {
    position.at(period: 0)
  }

  private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return elements.filter { seen.insert($0).inserted }
  }

  /// What tells a company, a segment and a measure from the others; where there is one of each, the
  /// segment.
  private func name(of run: ResultGrid.Position) -> String {
    var names: [String] = []
    let segments = query.segments.entries
    let companies = query.rowCompanies.entries
    if companies.count > 1 { names.append(companies[run.company].title) }
    if segments.count > 1
      || (query.measures.count == 1 && query.releases.entries.isEmpty && companies.count == 1)
    {
      names.append(segments.count > 1 ? label(.segment, run) : segments[run.segment].title)
    }
    if query.measures.count > 1 { names.append(query.measures[run.measure].name) }
    if !query.releases.entries.isEmpty { names.append(label(.release, run)) }
    return names.joined(separator: " ")
  }

  /// The measure whose scale all figures are drawn at: that of the coarsest, so that none is told
  /// finer than it is known.
  private var coarsestMeasure: Int {
    query.measures.indices.max { formats.scale(ofMeasure: $0) < formats.scale(ofMeasure: $1) } ?? 0
  }

  /// What the heading leaves to the axes of a table: the measure or the unit of several, and the
  /// period of bars.
  private func caption(_ measure: Int) -> String {
    var parts: [String] = []
    if query.measures.count > 1 {
      parts.append(formats.unit(ofMeasure: measure))
    } else if query.layout.shows(.measure) {
      parts.append(formats.titles[measure])
    }
    if query.periods.entries.count == 1, query.layout.shows(.time) {
      parts.append(label(.time, .init()))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension ResultGrid.Position {
  fileprivate func at(period: Int) -> Self {
    var copy = self
    copy.period = period
    return copy
  }
}
