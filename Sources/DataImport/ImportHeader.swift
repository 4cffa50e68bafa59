package import Diagnostics
import TextForm

/// What the columns of a file are, as its first line says.
package struct ImportHeader: Sendable {
  /// How figures are laid out.
  package enum Layout: String, Hashable, Sendable {
    /// One figure a line, with its period beside it.
    case tidy
    /// A line of figures, each under its period, as results tables are printed.
    case wide
  }

  /// A column of figures and the period at its head.
  package struct PeriodColumn: Hashable, Sendable {
    /// The column's index.
    package let index: Int
    /// The period of its figures.
    package let period: WrittenPeriod
  }

  /// A heading and its place.
  package struct Heading: Sendable {
    /// The heading, without the white space around it.
    package let text: String
    /// Where it stands in the file.
    package let range: SourceRange

    /// A heading at a place.
    package init(_ text: String, at range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  /// How figures are laid out.
  package let layout: Layout
  /// The number of columns.
  package let columnCount: Int
  /// The columns of figures of a wide file, in their order.
  package let periodColumns: [PeriodColumn]
  /// The indices of the columns that have no heading, and may hold nothing.
  let unnamedColumns: [Int]
  private let indices: [ColumnRole: Int]

  /// The index of the column with a role; nil when the file has none.
  package func index(of role: ColumnRole) -> Int? { indices[role] }

  init(
    layout: Layout, columnCount: Int, periodColumns: [PeriodColumn], unnamedColumns: [Int],
    indices: [ColumnRole: Int]
  ) {
    self.layout = layout
    self.columnCount = columnCount
    self.periodColumns = periodColumns
    self.unnamedColumns = unnamedColumns
    self.indices = indices
  }
}

/// Makes a header of headings, or says everything that is wrong with them.
struct HeaderReader {
  /// What a heading turned out to be.
  private enum Meaning {
    case role(ColumnRole)
    case period(WrittenPeriod)
    case unknown
    case unnamed
  }

  private let headings: [ImportHeader.Heading]
  private let meanings: [Meaning]
  private let separator: FieldSeparator
  private let suppliesMetric: Bool
  /// The headings that are renamed although they hold a unit.
  private(set) var renamedWithUnit: [ImportHeader.Heading] = []
  private(set) var faults: [(fact: ImportFact, range: SourceRange)] = []

  /// A reader of headings, some of which `columnNames`, folded, renames.
  ///
  /// - Parameters:
  ///   - headings: The first line of a file.
  ///   - separator: What stands between them.
  ///   - columnNames: What to call a column instead, by its folded heading.
  ///   - suppliesMetric: Whether the metric is given otherwise, so that no column need name it.
  init(
    _ headings: [ImportHeader.Heading], separator: FieldSeparator, columnNames: [String: String],
    suppliesMetric: Bool
  ) {
    self.headings = headings
    self.separator = separator
    self.suppliesMetric = suppliesMetric
    var meanings = headings.map { HeaderReader.meaning(of: $0.text, columnNames) }
    let namesUnits = meanings.contains { if case .role(.unit) = $0 { true } else { false } }
    for (index, heading) in headings.enumerated()
    where HeaderReader.losesUnit(heading.text, renamedTo: meanings[index], columnNames) {
      if namesUnits { renamedWithUnit.append(heading) } else { meanings[index] = .unknown }
    }
    self.meanings = meanings
  }

  /// Whether a rename leaves out a unit that the heading says of the figures.
  private static func losesUnit(
    _ heading: String, renamedTo meaning: Meaning, _ columnNames: [String: String]
  ) -> Bool {
    guard columnNames[NameFolding.fold(heading)] != nil else { return false }
    return switch meaning {
    case .period, .role(.value), .role(.metric): HeadingUnit(in: heading) != nil
    case .role, .unknown, .unnamed: false
    }
  }

  private static func meaning(of heading: String, _ columnNames: [String: String]) -> Meaning {
    let folded = NameFolding.fold(heading)
    let name = columnNames[folded] ?? folded
    if name.isEmpty { return .unnamed }
    if let role = ColumnRole(rawValue: name) { return .role(role) }
    return WrittenPeriod(parsing: name).map(Meaning.period) ?? .unknown
  }

  /// Whether a heading names a column that isn't a period.
  static func isRole(_ heading: String, _ columnNames: [String: String]) -> Bool {
    if case .role = meaning(of: heading, columnNames) { true } else { false }
  }

  /// The headings in the form in which `columnNames` calls them.
  var foldedHeadings: [String] { headings.map { NameFolding.fold($0.text) } }

  /// Renames in the form in which headings are compared.
  static func foldedNames(_ names: [String: String]) -> [String: String] {
    Dictionary(
      names.map { (NameFolding.fold($0.key), NameFolding.fold($0.value)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The header; nil when there are faults.
  mutating func header() -> ImportHeader? {
    if let fact = factAboutWhole() {
      note(fact, at: wholeRange)
      return nil
    }
    let roles = indicesOfRoles()
    let isTidy = roles[.value] != nil || roles[.period] != nil
    let periods = periodColumns(isTidy: isTidy)
    if faults.isEmpty { requireColumns(roles, isTidy: isTidy, hasPeriods: !periods.isEmpty) }
    guard faults.isEmpty else { return nil }
    return ImportHeader(
      layout: isTidy ? .tidy : .wide, columnCount: headings.count, periodColumns: periods,
      unnamedColumns: unnamedColumns, indices: roles)
  }

  /// What is wrong with the line as a whole, when it is no header of ours at all.
  private func factAboutWhole() -> ImportFact? {
    if hasRole { return nil }
    let holdsData = headings.contains { heading in
      WrittenPeriod(parsing: heading.text) == nil
        && ((try? FigureGrammar.figure(in: heading.text)) ?? nil) != nil
    }
    return holdsData ? .header(.missingHeader) : nil
  }

  /// Whether any column is known, apart from periods.
  var hasRole: Bool { meanings.contains { if case .role = $0 { true } else { false } } }

  private var unnamedColumns: [Int] {
    meanings.indices.filter { if case .unnamed = meanings[$0] { true } else { false } }
  }

  private mutating func indicesOfRoles() -> [ColumnRole: Int] {
    var indices: [ColumnRole: Int] = [:]
    var unknown: [Int] = []
    for (index, meaning) in meanings.enumerated() {
      switch meaning {
      case .role(let role):
        if indices.updateValue(index, forKey: role) != nil {
          note(.header(.duplicateColumn(role.rawValue)), at: headings[index].range)
        }
      case .unknown: unknown.append(index)
      case .period, .unnamed: continue
      }
    }
    noteUnknown(unknown, known: indices.keys)
    return indices
  }

  private mutating func noteUnknown(_ unknown: [Int], known: some Sequence<ColumnRole>) {
    let suggestions = HeadingSuggestions(
      headings.map(\.text), unknown: unknown, known: known, needsMetric: !suppliesMetric)
    for index in unknown {
      let map = index == unknown.first ? suggestions.map : nil
      let fact = HeaderFact.unknownColumn(
        headings[index].text, likely: suggestions.names[index], map: map)
      note(.header(fact), at: headings[index].range)
    }
  }

  private mutating func periodColumns(isTidy: Bool) -> [ImportHeader.PeriodColumn] {
    var columns: [ImportHeader.PeriodColumn] = []
    for (index, meaning) in meanings.enumerated() {
      guard case .period(let period) = meaning else { continue }
      if !period.isWithinReach {
        note(.field(.periodTooFar(headings[index].text)), at: headings[index].range)
      }
      if isTidy {
        note(.header(.periodColumnInTidyFile(headings[index].text)), at: headings[index].range)
      } else if columns.contains(where: { $0.period == period }) {
        note(.header(.duplicateColumn(headings[index].text)), at: headings[index].range)
      }
      columns.append(ImportHeader.PeriodColumn(index: index, period: period))
    }
    return columns
  }

  private mutating func requireColumns(
    _ roles: [ColumnRole: Int], isTidy: Bool, hasPeriods: Bool
  ) {
    let needed: [ColumnRole] = isTidy || !hasPeriods ? [.metric, .period, .value] : [.metric]
    let missing = needed.filter { roles[$0] == nil && !($0 == .metric && suppliesMetric) }
    if missing.isEmpty { return }
    for index in unnamedColumns {
      note(.header(.unnamedColumn(index + 1, separator)), at: headings[index].range)
    }
    if !isTidy, !hasPeriods { return note(.header(.noColumnsOfFigures), at: wholeRange) }
    note(.header(.missingColumns(missing)), at: wholeRange)
  }

  private var wholeRange: SourceRange {
    let first = headings.first?.range ?? SourceRange(0, 0)
    return headings.reduce(first) { $0.union($1.range) }
  }

  private mutating func note(_ fact: ImportFact, at range: SourceRange) {
    faults.append((fact, range))
  }
}
