import Catalog
import MetricStore
import Metrics
import QuerySyntax

/// What stands below a result: the meaning of the marks in it, what is missing, and whether parts
/// tie to their total.
struct ResultNotes {
  /// A note about more than this many series says how many more there are.
  static let mostListed = 6
  /// The first of some texts, and how many more there are.
  static func abridged(_ texts: [String], separator: String = ", ") -> String {
    let rest = texts.count - mostListed
    let more = rest > 0 ? ["and \(rest) more"] : []
    return (texts.prefix(mostListed) + more).joined(separator: separator)
  }

  /// The way out where two sides speak for different segments.
  static let likeForLikeHint = "; `like for like` compares what they share"

  let grid: ResultGrid
  let arrangement: RowArrangement
  /// The places of the cells that are shown, in the order of reading.
  let shown: [ResultGrid.Position]
  /// The places of the cells that notes are about: those that are shown, and those for want of which a
  /// row isn't.
  let positions: [ResultGrid.Position]
  /// The words for what publications changed.
  let changes: ChangeWording

  var query: ResolvedQuery { grid.query }

  private var cells: some Sequence<Evaluated> { positions.lazy.map { grid[$0] } }

  init(_ grid: ResultGrid, _ arrangement: RowArrangement) throws(StoreError) {
    self.grid = grid
    self.arrangement = arrangement
    changes = ChangeWording(grid.evaluator(at: .init(release: grid.releases.upperBound - 1)))
    shown = try grid.places(in: arrangement.rows)
    positions = shown + (try grid.places(in: arrangement.unknown))
  }

  /// The notes, each kind of which goes through all cells.
  func lines() throws(StoreError) -> [String] {
    let kinds: [() throws(StoreError) -> [String]] = [
      { marks }, missing, indexBases, negativeBases, { parts }, { uncovered }, { likeForLike },
      { acrossBases },
      revisions, ties,
      { alignments }, { yearChanges }, { unpublished }, { silent }, { silentCompanies },
      { overreaches }, { plainMeans }, { seasons }, { fractions }, { bareNumbers },
      { repetitions }, { unknownDigits }, { idleRounding }, { loneRow }, { hidden },
    ]
    var lines: [String] = []
    for kind in kinds {
      try grid.goOn()
      lines += try kind()
    }
    return lines
  }

  /// Does something that can only fail where the store does: what nobody can count together goes
  /// without a note.
  func telling(_ body: () throws -> [String]) throws(StoreError) -> [String] {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch {
      return []
    }
  }

  private var marks: [String] {
    var lines: [String] = []
    let cells = self.cells.lazy.map(\.cell)
    if cells.contains(where: { $0.number != nil && $0.isDerived }) {
      lines.append(CellNote.derived)
    }
    if cells.contains(where: \.isConflicting) {
      lines.append(CellNote.conflicting)
    }
    if cells.contains(where: { if case .undefined = $0.content { true } else { false } }) {
      let reasons = reasonsForNoMeaning
      lines.append(
        "n.m. not meaningful: " + reasons.dropLast().joined(separator: ", ") + ", or "
          + reasons[reasons.count - 1])
    }
    return lines
  }

  /// What can make a value of this query's functions undefined.
  private var reasonsForNoMeaning: [String] {
    var reasons = ["a denominator of zero", "growth on a base that isn't positive"]
    let expressions = query.measures.flatMap { [$0] + $0.extras.values }.map(\.expression)
    let functions: [(String, (TypedExpression) -> Bool)] = [
      ("compound growth to what isn't positive", \.compounds),
      ("the deviation of a single value", \.deviates),
      ("the logarithm of what isn't positive", \.takesLogarithm),
    ]
    for (reason, isUsed) in functions
    where expressions.contains(where: { $0.contains(where: isUsed) }) {
      reasons.append(reason)
    }
    return reasons
  }

  func isLacking(_ position: ResultGrid.Position) -> Bool {
    grid[position].cell.isMissing && !grid[position].isBlank
  }

  /// The same place as of the newest release.
  func newest(_ position: ResultGrid.Position) -> ResultGrid.Position {
    var newest = position
    newest.release = grid.releases.upperBound - 1
    return newest
  }

  private var uncovered: [String] {
    for evaluated in cells where evaluated.cell.isUncovered {
      for gap in evaluated.gaps {
        switch gap {
        case .uncovered(let left, let right):
          let sides = [left, right].map { $0.joined(separator: ", ") }
          return [
            "* refused: the parts speak for different segments (\(sides[0]) against \(sides[1]))"
              + ResultNotes.likeForLikeHint
          ]
        case .unlikeQuarters(let left, let right):
          let sides = [left, right].map { side in
            side.isEmpty ? "all" : side.map(query.companies.calendar.name).joined(separator: ", ")
          }
          return [
            "* refused: the parts speak for different quarters (\(sides[0]) against \(sides[1]))"
          ]
        default: continue
        }
      }
    }
    return []
  }

  /// Which values are made of some of their quarters only, and what the others lack.
  private var parts: [String] {
    let cells = Array(self.cells.filter { $0.part != nil && $0.cell.number != nil })
    if cells.isEmpty { return [] }
    return ["of what was reported\(counts); missing" + listing(of: cells.flatMap(\.gaps))]
  }

  /// How much each cell of a period speaks for, where they differ; a period says it in its name where
  /// they don't.
  private var counts: String {
    let known = Dictionary(
      grouping: positions.filter { grid[$0].cell.number != nil || grid[$0].cell.isUndefined },
      by: \.period)
    let texts = query.periods.entries.indices.flatMap { counts(of: known[$0] ?? []) }
    return texts.isEmpty ? "" : " (\(ResultNotes.abridged(texts)))"
  }

  private func counts(of cells: [ResultGrid.Position]) -> [String] {
    let summed = cells.filter {
      ![.stock, .rate].contains(query.measures[$0.measure].signature.kind)
    }
    if Set(summed.map { grid[$0].part?.reported }).count < 2 { return [] }
    return summed.compactMap { position in
      grid[position].part.map { "\(name(of: position)) \($0.reported) of \($0.asked)" }
    }
  }

  /// What tells a cell from the others: its segment, measure and period, where there are several.
  func name(of position: ResultGrid.Position) -> String {
    var words: [String] = []
    if query.rowCompanies.entries.count > 1 {
      words.append(query.rowCompanies.entries[position.company].title)
    }
    if query.segments.entries.count > 1 {
      words.append(query.segments.entries[position.segment].title)
    }
    if query.measures.count > 1 { words.append(query.measures[position.measure].name) }
    if query.periods.entries.count > 1 {
      let entry = query.periods.entries[position.period]
      let name = PeriodNames(query: query).shortText(of: entry)
      words.append(entry.extra.map { "\($0.rawValue)(\(name))" } ?? name)
    }
    if let release = name(ofRelease: position.release) { words.append(release) }
    return words.joined(separator: " ")
  }

  /// What tells the figures as of a release from those as of others; nil where there is one answer.
  func name(ofRelease release: Int) -> String? {
    grid.releases.count > 1 ? "as of \(query.releases.entries[release].name)" : nil
  }

  private var likeForLike: [String] {
    var lines: [String] = []
    for case .likeForLike(let segments) in cells.lazy.flatMap(\.gaps) {
      let line = "like for like: " + segments.joined(separator: ", ")
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  /// Says that the average of a ratio is that of its quarters, and not the ratio of all of them.
  private var plainMeans: [String] {
    query.measures.filter { measure in
      if case .number = measure.display.style { return false }
      return measure.signature.kind == .ratio && measure.expression.isAverage
    }.map { "\($0.name) is a plain mean, not weighted by size" }
  }

  /// Says when a growth rate compares different quarters of the year, whose seasons may differ.
  private var seasons: [String] {
    let isCompounded = query.measures.contains {
      $0.expression.contains { if case .compounded = $0 { true } else { false } }
    }
    let periods = query.periods.members.flatMap(\.periods).sorted { $0.end < $1.end }
    guard isCompounded, let first = periods.first, let last = periods.last,
      !(last.end.number - first.end.number).isMultiple(of: 12)
    else { return [] }
    let names = [first, last].map(query.companies.calendar.name)
    return [
      "cagr compares \(names[0]) with \(names[1]): a difference of season looks like growth"
    ]
  }

  private var hidden: [String] {
    if query.rows.condition == nil, query.rows.limit == nil { return [] }
    let unknown =
      arrangement.unknown.isEmpty
      ? "" : "; for \(arrangement.unknown.count) it isn't known whether they belong"
    let asked = query.rows.limit ?? 0
    let wanting =
      asked > arrangement.total && arrangement.total > 1 ? "; \(asked) were asked for" : ""
    return ["\(arrangement.shown) of \(arrangement.total) shown" + unknown + wanting]
  }

  private var silent: [String] {
    var lines: [String] = []
    if !query.segments.silent.isEmpty {
      let names = query.segments.silent.joined(separator: ", ")
      lines.append("not shown, as nothing is reported for them: \(names)")
    }
    if grid.releases.lowerBound > 0 {
      let names = query.releases.entries[..<grid.releases.lowerBound].map(\.name)
      lines.append(
        "not shown, as nothing of this was known by then: "
          + names.joined(separator: ", "))
    }
    return lines
  }
}

extension ResultGrid {
  /// The places of the cells in some rows, in the order of reading.
  fileprivate func places(in rows: [Position]) throws(StoreError) -> [Position] {
    let columns = positions(of: query.layout.columns)
    var places: [Position] = []
    places.reserveCapacity(rows.count * columns.count)
    for row in rows {
      try goOn()
      for column in columns {
        var position = row
        for axis in query.layout.columns { position[axis] = column[axis] }
        places.append(position)
      }
    }
    return places
  }
}

extension TypedExpression {
  fileprivate var compounds: Bool {
    switch self {
    case .compounded, .annualized: true
    default: false
    }
  }

  fileprivate var deviates: Bool {
    if case .aggregated(_, .stdev) = self { true } else { false }
  }

  fileprivate var takesLogarithm: Bool {
    if case .scalar(.naturalLogarithm, _) = self { true } else { false }
  }
}

extension TypedExpression {
  /// Whether it is the average of something, as it stands.
  fileprivate var isAverage: Bool {
    if case .aggregated(_, .average) = self { true } else { false }
  }
}
