import Catalog
import MetricStore
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
    _ measure: ResolvedMeasure, digits: KnownDigits, _ negative: NumberFormat.Negative
  ) {
    let coarsest = digits.coarsest ?? 0
    let decimals = measure.display.decimals
    var unit = measure.signature.unit.isRatio ? "" : measure.signature.unit.description
    let style: NumberFormat.Style
    switch measure.display.style {
    case .amount(nil) where digits.coarsest == nil && digits.hasNumbers:
      // Nothing but exact numbers, or quotients of amounts, which have no last digit of their own.
      style =
        digits.finestOfExact.map { .amount(scaleExponent: 0, decimals: decimals ?? -$0) }
        ?? MeasureFormat.quotient(decimals)
    case .amount(let scale):
      let shown = scale ?? MeasureFormat.naturalScale(coarsest)
      let places = MeasureFormat.places(scale: scale, shown: shown, coarsest: coarsest)
      style = .amount(scaleExponent: shown, decimals: decimals ?? places)
      unit = MeasureFormat.unitText(measure.signature.unit, scale: shown)
    case .percent:
      let places = digits.coarsest == nil ? 1 : max(0, -2 - coarsest)
      style = .percent(decimals: decimals ?? places)
      unit = ""
    case .percentagePoints:
      style = .percentagePoints(decimals: decimals ?? 1)
      unit = ""
    case .number(let places):
      style = .amount(scaleExponent: 0, decimals: decimals ?? places)
    // What `round(…)` has cut off isn't shown as if it were known.
    case .quotient: style = MeasureFormat.quotient(decimals ?? digits.coarsest.map { max(0, -$0) })
    }
    format = NumberFormat(style: style, negative: negative)
    self.unit = unit
    title = unit.isEmpty ? measure.name : "\(measure.name) (\(unit))"
  }

  private static func quotient(_ decimals: Int?) -> NumberFormat.Style {
    decimals.map { .amount(scaleExponent: 0, decimals: $0) } ?? .quotient(significantDigits: 4)
  }

  /// A unit with its scale: `JPY thousand`; nothing for a plain ratio.
  static func unitText(_ unit: Unit, scale: Int) -> String {
    [unit.isRatio ? "" : unit.description, UnitText.scaleWord(of: scale) ?? ""].filter {
      !$0.isEmpty
    }
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
    return scale.map(places(ofScale:)) ?? 0
  }

  /// How many places a scale has that a query asks for.
  static func places(ofScale scale: Int) -> Int { scale >= 9 ? 1 : 0 }
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

  init(_ grid: ResultGrid, negative: NumberFormat.Negative) throws(StoreError) {
    let measures = grid.query.measures
    isByCompany = grid.query.showsCurrencies
    for (index, measure) in measures.enumerated() {
      units.append([])
      if isByCompany {
        for company in grid.query.rowCompanies.entries.indices {
          let own = grid.query.measure(measure, ofCompany: company)
          try add(own, index, company: company, grid, negative)
        }
        if measure.isMoneyOfRows { titles[index] = measure.name }
      } else {
        try add(measure, index, company: nil, grid, negative)
      }
    }
    guard isByCompany, let money = measures.firstIndex(where: \.isMoneyOfRows) else { return }
    companyUnits = units[money]
  }

  private mutating func add(
    _ measure: ResolvedMeasure, _ index: Int, company: Int?, _ grid: ResultGrid,
    _ negative: NumberFormat.Negative
  ) throws(StoreError) {
    let digits = try grid.digits(ofMeasure: index, company: company)
    // A measure stands at the scale of its own figures, not of growth beside them. The amounts of a
    // company that are told in its currency stand at one scale, which is told once.
    let shown =
      company != nil && measure.isMoneyOfRows
      ? try grid.digitsOfMoney(ofCompany: company) : digits[nil] ?? .init()
    let own = MeasureFormat(measure, digits: shown, negative)
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
        let shown = digits[extra] ?? .init()
        all.append(MeasureFormat(beside, digits: shown, negative).format)
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
  /// Which digits are known of one measure's figures and of what is told beside them, for all companies
  /// or for one.
  fileprivate func digits(
    ofMeasure measure: Int, company: Int?
  ) throws(StoreError) -> [Extra?: KnownDigits] {
    let entries = query.periods.entries
    var digits: [Extra?: KnownDigits] = [:]
    for (offset, evaluated) in cells(ofMeasure: measure, company: company).enumerated() {
      try goOn()
      digits[entries[offset % entries.count].extra, default: .init()].add(evaluated)
    }
    return digits
  }

  /// Which digits are known of all measures that are amounts of money, of one company.
  fileprivate func digitsOfMoney(ofCompany company: Int?) throws(StoreError) -> KnownDigits {
    var joint = KnownDigits()
    for measure in query.measures.indices where query.measures[measure].isMoneyOfRows {
      if let own = try digits(ofMeasure: measure, company: company)[nil] { joint.add(own) }
    }
    return joint
  }
}

/// Which digits are known of the figures of a measure.
struct KnownDigits {
  /// The exponent of the last digit that is known of all amounts; nil where none has such a digit.
  private(set) var coarsest: Int?
  /// Whether there is any number.
  private(set) var hasNumbers = false
  /// The exponent of the finest digit of numbers that are exact, such as `12345`; nil where one of them
  /// isn't.
  private(set) var finestOfExact: Int? = 0

  init() {}

  /// The digits of some figures.
  init(of figures: [Evaluated]) {
    for figure in figures { add(figure) }
  }

  /// Counts another figure in.
  mutating func add(_ evaluated: Evaluated) {
    guard let number = evaluated.cell.number else { return }
    hasNumbers = true
    if let exponent = evaluated.exponent { coarsest = max(coarsest ?? exponent, exponent) }
    if case .amount(let amount) = number {
      finestOfExact = finestOfExact.map { min($0, amount.shownExponent) }
    } else {
      finestOfExact = nil
    }
  }

  /// Counts other figures in.
  mutating func add(_ others: KnownDigits) {
    hasNumbers = hasNumbers || others.hasNumbers
    if let exponent = others.coarsest { coarsest = max(coarsest ?? exponent, exponent) }
    finestOfExact = finestOfExact.flatMap { own in others.finestOfExact.map { min(own, $0) } }
  }
}
