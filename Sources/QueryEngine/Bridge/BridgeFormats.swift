import Catalog
import Metrics
import Tabular

/// How the figures of a bridge are shown: what is added up at one scale, which the heading tells, and
/// the sides of a quotient or a product each at their own, which their names tell.
struct BridgeFormats {
  /// Every format; cells point into it.
  private(set) var all: [NumberFormat] = []
  /// The name of the whole, with its unit.
  let title: String
  /// The format of shares and weights.
  let percent = 0
  private let effects: Int
  private var rests: Int?
  /// Of each row by name, its format and its name with the unit; nil where all share those of the whole.
  private var own: [String: (format: Int, title: String)] = [:]

  init(_ bridge: Bridge, negative: NumberFormat.Negative) {
    let total = bridge.total
    let isSum = bridge.isSum
    let values = [total.opening, total.closing].compactMap { $0 }
    let parts = bridge.rows.flatMap { [$0.opening, $0.closing, $0.effect] }.compactMap { $0 }
    let whole = MeasureFormat(
      bridge.whole, digits: KnownDigits(of: values + (isSum ? [total.effect] + parts : [])),
      negative)
    title = whole.title
    all = [NumberFormat(style: .percent(decimals: 1), negative: negative), whole.format]
    effects = 2
    if isSum {
      all.append(whole.format)
    } else {
      var difference = bridge.whole
      difference.display = bridge.whole.display.ofDifference
      all.append(MeasureFormat(difference, digits: KnownDigits(of: values), negative).format)
    }
    if let rest = bridge.rows.last, rest.isRest {
      rests = all.count
      all.append(all[effects].showing(rest.effect.cell.number))
    }
    guard !isSum else { return }
    for row in bridge.rows {
      guard let measure = row.measure, row.role != .rate || measure.name != bridge.whole.name else {
        continue
      }
      let format = MeasureFormat(
        measure, digits: KnownDigits(of: [row.opening, row.closing].compactMap { $0 }), negative)
      own[row.name] = (all.count, format.title)
      all.append(format.format)
    }
  }

  func name(of row: BridgeRow) -> String {
    let name = own[row.name]?.title ?? row.name
    guard row.role == .part || own[row.name] != nil else { return name }
    let prefix = BridgeFormats.prefix(of: row.factor)
    // A sum has to stay together behind its sign.
    return !prefix.isEmpty && row.isSum
      ? "\(prefix)(\(row.name))\(name.dropFirst(row.name.count))"
      : prefix + name
  }

  /// The value of a row in one of the periods.
  func value(_ value: Evaluated?, of row: BridgeRow) -> TableCell {
    guard let value, !value.isBlank else { return .text("") }
    return .figure(value.cell, format: own[row.name]?.format ?? 1)
  }

  func effect(_ effect: Evaluated) -> TableCell { .figure(effect.cell, format: effects) }

  /// What is left over, with the digits that it takes to see it.
  func rest(_ effect: Evaluated) -> TableCell { .figure(effect.cell, format: rests ?? effects) }

  func weight(_ weight: Evaluated) -> TableCell { .figure(weight.cell, format: percent) }

  /// The sign of a part, and how often it counts.
  private static func prefix(of factor: Number) -> String {
    let sign = factor.isNegative ? "− " : ""
    guard let size = try? factor.isNegative ? -factor : factor,
      let fraction = try? size.fraction()
    else { return sign }
    if fraction.numerator == 1, fraction.denominator == 1 { return sign }
    if case .amount(let amount) = size { return "\(sign)\(DecimalText.exact(amount)) × " }
    return "\(sign)\(fraction.numerator)/\(fraction.denominator) × "
  }
}

extension BridgeRow {
  fileprivate var isSum: Bool { (measure?.expression.signedTerms.count ?? 0) > 1 }
}

extension Bridge {
  /// Whether its rows are added up in one unit, so that all of them stand at one scale.
  fileprivate var isSum: Bool {
    guard whole.display.style.isAmount else { return false }
    return rows.allSatisfy { row in
      guard row.role == .part || row.isRest else { return false }
      return row.measure.map { $0.signature.unit == whole.signature.unit } ?? true
    }
  }
}

extension NumberFormat {
  /// The same with as many decimals as it takes to tell a number from zero, and every digit of an
  /// amount.
  fileprivate func showing(_ number: Number?) -> NumberFormat {
    guard let number else { return self }
    let more: NumberFormat.Style
    switch style {
    case .amount(let scale, let decimals):
      let places =
        number.amount.map { max(0, scale - Int($0.exponent)) }
        ?? NumberFormat.places(of: number, at: scale)
      more = .amount(scaleExponent: scale, decimals: max(decimals, places))
    case .percent(let decimals):
      more = .percent(decimals: max(decimals, NumberFormat.places(of: number, at: -2)))
    case .percentagePoints(let decimals):
      more = .percentagePoints(decimals: max(decimals, NumberFormat.places(of: number, at: -2)))
    case .quotient: more = style
    }
    return NumberFormat(style: more, negative: negative)
  }

  /// The place of the first digit of a number behind the point, and one more.
  private static func places(of number: Number, at scale: Int) -> Int {
    var size = number.binary.magnitude
    for _ in 0..<max(0, scale) { size /= 10 }
    for _ in 0..<max(0, -scale) { size *= 10 }
    var places = 1
    while size > 0, size < 1, places < 17 {
      size *= 10
      places += 1
    }
    return places
  }
}
