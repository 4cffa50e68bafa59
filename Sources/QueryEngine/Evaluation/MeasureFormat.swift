import Catalog
import Metrics
import QuerySyntax
import Tabular

/// How one measure is shown in one result: its format, and its name with unit and scale.
struct MeasureFormat {
  let format: NumberFormat
  let title: String
  /// The unit with its scale; empty for a ratio.
  let unit: String

  init(
    _ measure: ResolvedMeasure, cells: [Evaluated], _ negative: NumberFormat.Negative
  ) {
    let exponents = cells.compactMap(\.shownExponent)
    let coarsest = exponents.max() ?? 0
    let decimals = measure.display.decimals
    var unit = measure.signature.unit.isRatio ? "" : measure.signature.unit.description
    let style: NumberFormat.Style
    switch measure.display.style {
    case .amount(nil) where exponents.isEmpty && cells.contains { $0.cell.number != nil }:
      // Nothing but exact numbers, or quotients of amounts, which have no last digit of their own.
      style = MeasureFormat.exact(cells, decimals) ?? MeasureFormat.quotient(decimals)
    case .amount(let scale):
      let shown = scale ?? MeasureFormat.naturalScale(coarsest)
      let places = MeasureFormat.places(scale: scale, shown: shown, coarsest: coarsest)
      style = .amount(scaleExponent: shown, decimals: decimals ?? places)
      unit = MeasureFormat.unitText(measure.signature.unit, scale: shown)
    case .percent:
      let places = exponents.isEmpty ? 1 : max(0, -2 - coarsest)
      style = .percent(decimals: decimals ?? places)
      unit = ""
    case .percentagePoints:
      style = .percentagePoints(decimals: decimals ?? 1)
      unit = ""
    case .number(let places):
      style = .amount(scaleExponent: 0, decimals: decimals ?? places)
    case .quotient: style = MeasureFormat.quotient(decimals)
    }
    format = NumberFormat(style: style, negative: negative)
    self.unit = unit
    title = unit.isEmpty ? measure.name : "\(measure.name) (\(unit))"
  }

  private static func quotient(_ decimals: Int?) -> NumberFormat.Style {
    decimals.map { .amount(scaleExponent: 0, decimals: $0) } ?? .quotient(significantDigits: 4)
  }

  /// Every digit of numbers that are exact, such as `12345`; nil where one of them isn't.
  private static func exact(_ cells: [Evaluated], _ decimals: Int?) -> NumberFormat.Style? {
    var finest = 0
    for number in cells.compactMap(\.cell.number) {
      guard case .amount(let amount) = number else { return nil }
      finest = min(finest, amount.shownExponent)
    }
    return .amount(scaleExponent: 0, decimals: decimals ?? -finest)
  }

  private static let scaleWords = [3: "thousand", 6: "million", 9: "billion", 12: "trillion"]

  /// A unit with its scale: `JPY thousand`; nothing for a plain ratio.
  static func unitText(_ unit: Unit, scale: Int) -> String {
    [unit.isRatio ? "" : unit.description, scaleWords[scale] ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The largest scale that hides no known digit.
  static func naturalScale(_ exponent: Int) -> Int {
    min(12, max(0, exponent / 3 * 3))
  }

  /// Thousands and millions are shown whole, as issuers print them; billions with one decimal, as
  /// people say them; and the base unit with the digits that are known.
  private static func places(scale: Int?, shown: Int, coarsest: Int) -> Int {
    if shown == 0 { return max(0, -coarsest) }
    return scale != nil && shown >= 9 ? 1 : 0
  }
}

/// The formats of a query's measures and of what is told beside them.
struct ResultFormats {
  /// Every format, one after the other.
  private(set) var all: [NumberFormat] = []
  /// The measures' names with unit and scale.
  private(set) var titles: [String] = []
  /// The currency and scale of each company's amounts, where those differ; nothing elsewhere.
  private(set) var companyUnits: [String] = []
  /// The measures' units with their scales.
  private var units: [[String]] = []
  private var indices: [Key: Int] = [:]
  private let isByCompany: Bool

  private struct Key: Hashable {
    let measure: Int
    let extra: Extra?
    let company: Int
  }

  init(_ grid: ResultGrid, negative: NumberFormat.Negative) {
    let measures = grid.query.measures
    isByCompany = grid.query.showsCurrencies
    for (index, measure) in measures.enumerated() {
      units.append([])
      if isByCompany {
        for company in grid.query.rowCompanies.entries.indices {
          let own = grid.query.measure(measure, ofCompany: company)
          add(own, index, company: company, grid, negative)
        }
        if measure.isMoneyOfRows { titles[index] = measure.name }
      } else {
        add(measure, index, company: nil, grid, negative)
      }
    }
    guard isByCompany, let money = measures.firstIndex(where: \.isMoneyOfRows) else { return }
    companyUnits = units[money]
  }

  private mutating func add(
    _ measure: ResolvedMeasure, _ index: Int, company: Int?, _ grid: ResultGrid,
    _ negative: NumberFormat.Negative
  ) {
    let entries = grid.query.periods.entries
    let cells = grid.cells(ofMeasure: index, company: company).enumerated().map {
      ($0.element, entries[$0.offset % entries.count].extra)
    }
    // A measure stands at the scale of its own figures, not of growth beside them. The amounts of a
    // company that are told in its currency stand at one scale, which is told once.
    let shown =
      company != nil && measure.isMoneyOfRows
      ? grid.amounts(ofCompany: company ?? 0) : cells.filter { $0.1 == nil }.map(\.0)
    let own = MeasureFormat(measure, cells: shown, negative)
    if titles.count == index { titles.append(own.title) }
    units[index].append(own.unit)
    let place = company ?? 0
    indices[Key(measure: index, extra: nil, company: place)] = all.count
    all.append(own.format)
    for (extra, beside) in measure.extras.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      indices[Key(measure: index, extra: extra, company: place)] = all.count
      if case .amount = beside.display.style {
        all.append(own.format)
      } else {
        let shown = cells.filter { $0.1 == extra }.map(\.0)
        all.append(MeasureFormat(beside, cells: shown, negative).format)
      }
    }
  }

  /// The power of ten that a measure is shown in.
  func scale(ofMeasure measure: Int) -> Int {
    if case .amount(let scale, _) = all[index(ofMeasure: measure, nil)].style { scale } else { 0 }
  }

  /// The unit of a measure with its scale.
  func unit(ofMeasure measure: Int, company: Int = 0) -> String {
    units[measure][isByCompany ? company : 0]
  }

  /// The place of a format among all of them.
  func index(ofMeasure measure: Int, _ extra: Extra?, company: Int = 0) -> Int {
    indices[Key(measure: measure, extra: extra, company: isByCompany ? company : 0)] ?? 0
  }
}

extension ResultGrid {
  /// The cells of all measures that are amounts of money, of one company.
  fileprivate func amounts(ofCompany company: Int) -> [Evaluated] {
    let entries = query.periods.entries
    return query.measures.indices.filter { query.measures[$0].isMoneyOfRows }.flatMap {
      cells(ofMeasure: $0, company: company).enumerated()
        .filter { entries[$0.offset % entries.count].extra == nil }.map(\.element)
    }
  }
}

extension Evaluated {
  /// The exponent of the last digit that is known of an amount; nil where there is none.
  fileprivate var shownExponent: Int? { cell.number == nil ? nil : exponent }
}
