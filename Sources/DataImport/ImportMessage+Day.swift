import Metrics

extension ImportMessage {
  /// Why a text that is written like a day is none; nil where it isn't written so.
  static func noSuchDay(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], CalendarDate(parsing: text) == nil,
      let year = Int(parts[0]), let month = Int(parts[1]), Int(parts[2]) != nil
    else { return nil }
    guard let last = Month(year: year, month: month).lastDay, (1...12).contains(month) else {
      return "a year has the months 01 to 12"
    }
    return "that month ends on \(last)"
  }

  /// The day or the month that a text means in another order or with other signs, as it is written
  /// here; nil where it isn't certain which it means.
  ///
  /// For example, `2004/9/30` gives `2004-09-30`, and `2004年9月` gives `2004-09`.
  static func isoDay(_ text: String) -> String? {
    guard text.allSatisfy({ "0123456789/.- 年月日".contains($0) }) else { return nil }
    let numbers = text.split { !("0"..."9").contains($0) }
    let isCompact = numbers.count == 1 && text.utf8.count == 8
    let parts =
      isCompact ? [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)] : numbers
    guard (2...3).contains(parts.count), parts[0].count == 4, text.hasPrefix(parts[0]),
      let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    if parts.count == 2 { return "\(year)-\(month < 10 ? "0" : "")\(month)" }
    return Int(parts[2]).flatMap { CalendarDate(year: year, month: month, day: $0)?.description }
  }
}
