import Catalog
import Metrics
import Tabular

/// The formats of what is compared: each row stands at the scale of its own coarsest figure, and shows
/// every digit that tells two figures apart.
struct CheckFormats {
  /// The four figures of a row, with the unit that they stand in.
  struct Row {
    let cells: [TableCell]
    let unit: String
  }

  private(set) var all: [NumberFormat] = []
  private var indices: [NumberFormat: Int] = [:]
  private let negative: NumberFormat.Negative
  private let isForMachines: Bool

  init(negative: NumberFormat.Negative, isForMachines: Bool) {
    self.negative = negative
    self.isForMachines = isForMachines
  }

  /// What is printed, what its parts give, the difference, and what that has to stay below.
  mutating func row(of tie: Tie, _ metric: Metric, _ unit: Unit) -> Row {
    let isPercent = metric.shownIn == .percent
    let digits = ComparedDigits(tie, isPercent: isPercent)
    let cells = digits.all.map { number, decimals, isDifference in
      let style: NumberFormat.Style =
        if !isPercent {
          .amount(scaleExponent: digits.scale, decimals: decimals)
        } else if isDifference {
          .percentagePoints(decimals: decimals)
        } else {
          .percent(decimals: decimals)
        }
      return TableCell.figure(Cell(number, origin: .computed), format: index(of: style))
    }
    if isForMachines { return Row(cells: cells, unit: unit.description) }
    return Row(
      cells: cells, unit: isPercent ? "" : MeasureFormat.unitText(unit, scale: digits.scale))
  }

  private mutating func index(of style: NumberFormat.Style) -> Int {
    let format = NumberFormat(style: style, negative: negative)
    if let known = indices[format] { return known }
    indices[format] = all.count
    all.append(format)
    return all.count - 1
  }
}

/// The figures of a comparison with as many digits as it takes to see how they differ.
struct ComparedDigits {
  /// The power of ten at which they are shown.
  let scale: Int
  /// Each with its decimals: what is printed, what its parts give, the residual and the tolerance.
  let all: [(number: Number, decimals: Int, isDifference: Bool)]

  init(_ tie: Tie, isPercent: Bool = false) {
    let exponents = [Int(tie.printed.exponent), tie.parts.amount.map { Int($0.exponent) }]
    let scale =
      isPercent ? -2 : MeasureFormat.naturalScale(exponents.compactMap { $0 }.max() ?? 0)
    // A quotient has no last digit: two more than are printed tell where in the last one it lies.
    let behindPrinted = max(0, scale - Int(tie.printed.exponent)) + 2
    let decimals = { (number: Number) in
      number.amount.map { max(0, scale - Int($0.exponent)) } ?? behindPrinted
    }
    self.scale = scale
    all = [
      (.amount(tie.printed), false), (tie.parts, false), (tie.residual, true),
      (tie.tolerance.withoutLastZeros, true),
    ].map { (number: Number, isDifference: Bool) in
      (number.digitsAlone, decimals(number), isDifference)
    }
  }
}

extension ComparedDigits {
  /// By how much two amounts differ, and by how much they may: `residual -1, tolerance 2 JPY million`.
  func described(in unit: Unit) -> String {
    let texts = all.suffix(2).map {
      NumberFormat(style: .amount(scaleExponent: scale, decimals: $0.decimals)).text($0.number)
    }
    let unit = MeasureFormat.unitText(unit, scale: scale)
    return "residual \(texts[0]), tolerance \(texts[1])" + (unit.isEmpty ? "" : " " + unit)
  }
}

extension Number {
  /// The amount, if it is one.
  var amount: Amount? {
    if case .amount(let amount) = self { amount } else { nil }
  }

  /// The number without its precision, which limits the digits that are shown.
  var digitsAlone: Number {
    amount.map { .amount(Amount(exact: $0.mantissa, exponent: $0.exponent)) } ?? self
  }

  /// The same with as few digits behind the point as it takes.
  fileprivate var withoutLastZeros: Number {
    guard let amount, amount.mantissa != 0 else { return self }
    var (mantissa, exponent) = (amount.mantissa, amount.exponent)
    while mantissa.isMultiple(of: 10), exponent < .max {
      mantissa /= 10
      exponent += 1
    }
    return .amount(Amount(exact: mantissa, exponent: exponent))
  }
}
