import Catalog
import MetricStore
import Metrics
import QuerySyntax

/// The evaluated cells of a resolved query, by measure, release, company, segment and period.
struct ResultGrid {
  let query: ResolvedQuery
  /// The releases that are shown: those before anything asked for was known are left out.
  let releases: Range<Int>
  /// What segments of a breakdown add to their total where they have no value themselves because they
  /// aren't born yet or have ended; nothing, or what they have of their time.
  let lifetimeValues: [Position: Evaluated]
  private var cells: [Evaluated]
  private let evaluators: [CellEvaluator]

  /// Evaluates every cell that `query` asks for.
  init(_ query: ResolvedQuery, evaluator: CellEvaluator) throws {
    self.query = query
    evaluators =
      query.releases.entries.isEmpty
      ? [evaluator] : query.releases.entries.map { evaluator.asOf($0, for: query) }
    var cells: [Evaluated] = []
    cells.reserveCapacity(
      query.measures.count * query.releases.count * query.rowCompanies.entries.count
        * query.segments.entries.count * query.periods.entries.count)
    do {
      for measure in query.measures {
        for evaluator in evaluators {
          for company in query.rowCompanies.entries {
            for segment in query.segments.entries {
              for period in query.periods.entries {
                cells.append(
                  try query.evaluate(measure, company, segment, period, with: evaluator))
              }
            }
          }
        }
      }
    } catch {
      Disposal.letGo(&cells, leaving: [])
      throw error
    }
    self.cells = cells
    releases = ResultGrid.knownReleases(cells, of: query)
    lifetimeValues = try query.lifetimeValues(cells, evaluators)
  }

  /// Lets go of the cells; there are none afterwards.
  mutating func letGo() { Disposal.letGo(&cells, leaving: []) }

  /// The releases from the first one on by which any of the cells had a value; all where none has.
  private static func knownReleases(_ cells: [Evaluated], of query: ResolvedQuery) -> Range<Int> {
    let size =
      query.rowCompanies.entries.count * query.segments.entries.count
      * query.periods.entries.count
    let count = query.releases.count
    let known = cells.indices.filter { !cells[$0].cell.isMissing }.map { $0 / size % count }
    return (known.min() ?? 0)..<count
  }

  /// What evaluates more for a row or column.
  func evaluator(at position: Position) -> CellEvaluator { evaluators[position.release] }

  /// The newest declarations that the query reads.
  var catalog: Catalog { evaluators[evaluators.count - 1].catalog }

  /// Throws ``StoreError/interrupted`` when somebody wants the work to stop; called again and again by
  /// whatever goes through all cells.
  func goOn() throws(StoreError) { try evaluators[0].goOn() }

  /// A place on each axis.
  struct Position: Hashable {
    var measure = 0
    var company = 0
    var segment = 0
    var period = 0
    var release = 0

    subscript(axis: Layout.Axis) -> Int {
      get {
        switch axis {
        case .measure: measure
        case .company: company
        case .segment: segment
        case .time: period
        case .release: release
        }
      }
      set {
        switch axis {
        case .measure: measure = newValue
        case .company: company = newValue
        case .segment: segment = newValue
        case .time: period = newValue
        case .release: release = newValue
        }
      }
    }
  }

  subscript(position: Position) -> Evaluated {
    var index = position.measure * query.releases.count + position.release
    index = index * query.rowCompanies.entries.count + position.company
    index = index * query.segments.entries.count + position.segment
    return cells[index * query.periods.entries.count + position.period]
  }

  /// All cells of one measure.
  func cells(ofMeasure measure: Int) -> ArraySlice<Evaluated> {
    let size =
      query.releases.count * query.rowCompanies.entries.count * query.segments.entries.count
      * query.periods.entries.count
    return cells[measure * size..<(measure + 1) * size]
  }

  /// All cells of one measure, or those of one company alone.
  func cells(ofMeasure measure: Int, company: Int?) -> ArraySlice<Evaluated> {
    let all = cells(ofMeasure: measure)
    guard let company else { return all }
    let size = query.segments.entries.count * query.periods.entries.count
    let companies = query.rowCompanies.entries.count
    return ArraySlice(
      (0..<query.releases.count).flatMap { release in
        let first = all.startIndex + (release * companies + company) * size
        return all[first..<first + size]
      })
  }

  /// All cells.
  var all: [Evaluated] { cells }

  private func indices(of axis: Layout.Axis) -> Range<Int> {
    switch axis {
    case .measure: query.measures.indices
    case .company: query.rowCompanies.entries.indices
    case .segment: query.segments.entries.indices
    case .time: query.periods.entries.indices
    case .release: releases
    }
  }

  /// Every combination of the entries of some axes, the first axis changing slowest.
  func positions(of axes: [Layout.Axis]) -> [Position] {
    axes.reduce([Position()]) { positions, axis in
      positions.flatMap { position in
        indices(of: axis).map { index in
          var next = position
          next[axis] = index
          return next
        }
      }
    }
  }
}

extension ResolvedQuery {
  /// Where entries of the axes meet.
  func place(
    _ company: CompanySelection.Entry, _ segment: SegmentSelection.Entry, _ periods: [Period]
  ) -> Place {
    Place(
      companies: company.names, segments: segment.paths, periods: periods, axes: axes,
      allowsPartial: coverage.sumsWhatIsThere)
  }

  /// What the segments of a breakdown without a value add to their total all the same.
  fileprivate func lifetimeValues(
    _ cells: [Evaluated], _ evaluators: [CellEvaluator]
  ) throws -> [ResultGrid.Position: Evaluated] {
    guard segments.isBreakdown else { return [:] }
    var values: [ResultGrid.Position: Evaluated] = [:]
    var rest = cells[...]
    for measure in measures.indices {
      for (release, evaluator) in evaluators.enumerated() {
        for company in rowCompanies.entries.indices {
          for segment in segments.entries.indices {
            for period in periods.entries.indices {
              let position = ResultGrid.Position(
                measure: measure, company: company, segment: segment, period: period,
                release: release)
              guard rest.removeFirst().cell.isMissing else { continue }
              values[position] = try lifetimeValue(at: position, with: evaluator)
            }
          }
        }
      }
    }
    return values
  }

  private func lifetimeValue(
    at position: ResultGrid.Position, with evaluator: CellEvaluator
  ) throws -> Evaluated? {
    let (entry, company) = (
      segments.entries[position.segment], rowCompanies.entries[position.company]
    )
    guard entry.role == .member, company.names.count < 2,
      let own = evaluator.catalog.segment(at: entry.title)
    else { return nil }
    let measure = measures[position.measure]
    return try evaluator.lifetimeValue(
      of: measure.expression, measure.signature.kind, in: own,
      at: place(
        company, .init(title: own.path, paths: [own.path]),
        periods.entries[position.period].periods
      ).alone)
  }

  /// The value of a measure for a company, a segment and a period.
  func evaluate(
    _ measure: ResolvedMeasure, _ company: CompanySelection.Entry,
    _ segment: SegmentSelection.Entry, _ period: PeriodSelection.Entry,
    with evaluator: CellEvaluator
  ) throws -> Evaluated {
    do {
      let expression = period.extra.flatMap { measure.extras[$0] }?.expression ?? measure.expression
      let places = summarised(company, segment, period)
      if !places.isEmpty {
        // Ranks have an order and no mean.
        if expression.contains(where: \.isRanked) { return .blank }
        return try .summary(
          of: try places.map {
            .init(periods: $0.periods, value: try evaluator.evaluate(expression, at: $0))
          }, by: .average)
      }
      return try evaluator.evaluate(expression, at: place(company, segment, period.periods))
    } catch is ArithmeticOverflow {
      throw QueryMessage.overflow(
        measure.name, "\(segment.title) \(period.heading)", at: measure.range)
    } catch let exceeded as EvaluationEffort.Exceeded {
      throw QueryMessage.exceeded(exceeded, at: measure.range)
    }
  }

  /// The places whose mean an entry stands for; none for any other entry.
  private func summarised(
    _ company: CompanySelection.Entry, _ segment: SegmentSelection.Entry,
    _ period: PeriodSelection.Entry
  ) -> [Place] {
    if company.role == .average {
      return company.names.map { place(.init(title: $0, names: [$0]), segment, period.periods) }
    }
    if segment.role == .average {
      return segment.paths.map {
        place(company, .init(title: $0, paths: [$0]), period.periods)
      }
    }
    return period.role == .average ? period.periods.map { place(company, segment, [$0]) } : []
  }
}
