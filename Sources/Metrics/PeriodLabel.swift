/// A period as it is written, before a company's calendar says which months it means.
package enum PeriodLabel: Hashable, Sendable {
  /// A fiscal quarter, from 1 to 4.
  case quarter(Int, year: Int)
  /// A fiscal half, 1 or 2.
  case half(Int, year: Int)
  /// The first nine months of a fiscal year.
  case nineMonths(year: Int)
  /// A fiscal year.
  case year(Int)
  /// A quarter of the calendar year, from 1 to 4.
  case calendarQuarter(Int, year: Int)
  /// A calendar year.
  case calendarYear(Int)
  /// The quarter that ends in a month.
  case quarterEnding(Month)
}

extension PeriodLabel: CustomStringConvertible {
  /// The shortest way to write the label: `2Q04`, `1H04`, `9M04`, `FY04`, `CY2004Q3`, `2004-09`.
  ///
  /// A year outside 1970 to 2069 is written in full, as two digits would mean another.
  package var description: String {
    switch self {
    case .quarter(let quarter, let year):
      PeriodLabel.isShort(year)
        ? "\(quarter)Q\(PeriodLabel.short(year))" : "FY\(year)Q\(quarter)"
    case .half(let half, let year):
      PeriodLabel.isShort(year) ? "\(half)H\(PeriodLabel.short(year))" : "FY\(year)H\(half)"
    case .nineMonths(let year):
      PeriodLabel.isShort(year) ? "9M\(PeriodLabel.short(year))" : "9M\(year)"
    case .year(let year):
      PeriodLabel.isShort(year) ? "FY\(PeriodLabel.short(year))" : "FY\(year)"
    case .calendarQuarter(let quarter, let year): "CY\(year)Q\(quarter)"
    case .calendarYear(let year): "CY\(year)"
    case .quarterEnding(let month):
      "\(month.year)-\(month.month < 10 ? "0" : "")\(month.month)"
    }
  }

  private static func isShort(_ year: Int) -> Bool { (1970...2069).contains(year) }

  private static func short(_ year: Int) -> String {
    let digits = year % 100
    return digits < 10 ? "0\(digits)" : "\(digits)"
  }
}
