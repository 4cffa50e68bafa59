/// The length of the periods of a result.
package enum Grain: String, CaseIterable, Hashable, Sendable {
  /// A fiscal quarter.
  case quarter
  /// Half a fiscal year.
  case half
  /// A fiscal year.
  case year
  /// A quarter of the calendar year.
  case calendarQuarter = "calendar quarter"
  /// A calendar year.
  case calendarYear = "calendar year"

  /// The months that a period of this grain covers.
  package var months: Int {
    switch self {
    case .quarter, .calendarQuarter: 3
    case .half: 6
    case .year, .calendarYear: 12
    }
  }

  /// Whether periods follow the calendar year, whatever a company's fiscal year is.
  package var isCalendar: Bool { self == .calendarQuarter || self == .calendarYear }

  /// The fiscal grain of the same length.
  package var fiscal: Grain {
    switch self {
    case .calendarQuarter: .quarter
    case .calendarYear: .year
    default: self
    }
  }
}
