import Metrics

/// A fiscal year that starts in April and is named by the year in which it starts.
let april = FiscalCalendar(startMonth: 4, naming: .start)

/// What a table of cases says in one word: what was printed, when, and with what digits.
struct Printed: Sendable {
  let period: String
  let value: Value
  let day: Int32

  /// Digits at a precision, or the withdrawal of what was printed.
  enum Value: Sendable {
    case million(Int64)
    case thousand(Int64)
    case unit(Int64)
    case withdrawn
  }

  init(_ period: String, _ value: Value, day: Int32 = 1) {
    self.period = period
    self.value = value
    self.day = day
  }

  func observation(sequence: Int) -> Observation {
    let (mantissa, exponent): (Int64, Int8) =
      switch value {
      case .million(let mantissa): (mantissa, 6)
      case .thousand(let mantissa): (mantissa, 3)
      case .unit(let mantissa): (mantissa, 0)
      case .withdrawn: (0, 0)
      }
    let isWithdrawn = if case .withdrawn = value { true } else { false }
    return Observation(
      sequence: Int64(sequence), published: CalendarDate(dayNumber: day),
      period: Period(label: period), mantissa: mantissa, exponent: exponent,
      state: isWithdrawn ? .withdrawn : .value)
  }
}

extension [Printed] {
  /// The observations in the order in which the store packs them, numbered as they were printed.
  var observations: [Observation] {
    enumerated().map { $1.observation(sequence: $0 + 1) }.sorted { $0.packedOrder < $1.packedOrder }
  }
}

extension Observation {
  fileprivate var packedOrder: (Int32, Int, Int32, Int64) {
    (period.end.number, period.months, published.dayNumber, sequence)
  }
}

extension Period {
  /// The period of a label, or with `@` before it the moment at its end.
  init(label text: String) {
    let isMoment = text.hasPrefix("@")
    let label = PeriodLabel(parsing: text.drop { $0 == "@" })
    let period = april.period(of: label ?? .year(1000))
    self = isMoment ? period.instant : period
  }
}
