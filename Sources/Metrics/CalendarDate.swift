/// A day, counted from 1 January 1970 (day 0) in the Gregorian calendar.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  package let dayNumber: Int32

  /// The day with that number.
  package init(dayNumber: Int32) {
    self.dayNumber = dayNumber
  }

  /// The day with that year, month and day; nil when there is none or the year is not four digits.
  package init?(year: Int, month: Int, day: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.length(ofMonth: month, year: year)).contains(day)
    else { return nil }
    self.dayNumber = CalendarDate.dayNumber(year: year, month: month, day: day)
  }

  /// The date written as `2004-11-11`; nil for any other text.
  package init?(parsing text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The month that holds the day.
  package var month: Month {
    let (year, month, _) = components
    return Month(year: year, month: month)
  }

  /// The year, the month from 1 and the day from 1.
  package var components: (year: Int, month: Int, day: Int) {
    // Years are counted from March, so that the leap day is a year's last.
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Whether `left` is the earlier day.
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The number of days of a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `2004-11-11`.
  package var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the date as `2004-11-11`.
  package func write(to bytes: inout [UInt8]) {
    let (year, month, day) = components
    let hasFourDigits = (1000...9999).contains(year)
    if !hasFourDigits { bytes += year.description.utf8 }
    bytes.append(addingCapacity: 10) { text in
      if hasFourDigits {
        CalendarDate.write(year / 100, to: &text)
        CalendarDate.write(year % 100, to: &text)
      }
      for number in [month, day] {
        text.append(UInt8(ascii: "-"))
        CalendarDate.write(number, to: &text)
      }
    }
  }

  /// Writes a number in two digits.
  private static func write(_ number: Int, to text: inout OutputSpan<UInt8>) {
    text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}

/// A calendar month, counted from January of the year 0 (month 0).
package struct Month: Hashable, Comparable, Sendable {
  /// Months since January of the year 0.
  package let number: Int32

  /// The month with that number.
  package init(number: Int32) {
    self.number = number
  }

  /// The month of that year, counted from 1.
  package init(year: Int, month: Int) {
    self.number = Int32(year * 12 + month - 1)
  }

  /// The calendar year.
  package var year: Int { (Int(number) - (month - 1)) / 12 }

  /// The month of the year, from 1.
  package var month: Int { (Int(number) % 12 + 12) % 12 + 1 }

  /// The month's first day.
  package var firstDay: CalendarDate? { CalendarDate(year: year, month: month, day: 1) }

  /// The month's last day.
  package var lastDay: CalendarDate? {
    CalendarDate(year: year, month: month, day: CalendarDate.length(ofMonth: month, year: year))
  }

  /// The month that many months later; the last that can be counted where that is too far.
  package static func + (month: Month, count: Int) -> Month {
    Month(number: Int32(clamping: Int(month.number) + Int(Int32(clamping: count))))
  }

  /// The month that many months earlier; the first that can be counted where that is too far.
  package static func - (month: Month, count: Int) -> Month {
    Month(number: Int32(clamping: Int(month.number) - Int(Int32(clamping: count))))
  }

  /// Whether `left` is the earlier month.
  package static func < (left: Month, right: Month) -> Bool {
    left.number < right.number
  }
}
