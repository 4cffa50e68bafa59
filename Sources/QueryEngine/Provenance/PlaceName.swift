import Catalog
import Metrics

/// The names of segments and periods, as a figure is called by them.
struct PlaceName {
  let calendar: FiscalCalendar

  /// Several segments are named one by one up to so many.
  private static let mostNamed = 3

  /// The path of a segment, or those of several with a sign of addition between them; the root is
  /// `total`.
  func name(of segments: [String]) -> String {
    segments.count > PlaceName.mostNamed
      ? "\(segments.count) segments" : segments.joined(separator: " + ")
  }

  /// The name of a period, or of the stretch that several make up.
  func name(of periods: [Period]) -> String {
    let inOrder = periods.sorted { ($0.end, $0.months) < ($1.end, $1.months) }
    guard let first = inOrder.first, let last = inOrder.last, inOrder.count > 1 else {
      return inOrder.first.map(name) ?? ""
    }
    let isRange = zip(inOrder, inOrder.dropFirst()).allSatisfy { $0.end + 1 == $1.start }
    if isRange { return "\(calendar.name(of: first)) to \(calendar.name(of: last))" }
    return inOrder.count > PlaceName.mostNamed
      ? "\(inOrder.count) periods" : inOrder.map(calendar.name).joined(separator: ", ")
  }

  /// The name of a period; a stretch without one is told by the quarters that it fills.
  func name(of period: Period) -> String {
    let quarters = period.quarters
    guard calendar.label(of: period) == nil, FiscalCalendar.calendarName(of: period) == nil,
      let first = quarters.first, let last = quarters.last, quarters.count > 1
    else { return calendar.name(of: period) }
    return "\(calendar.name(of: first)) to \(calendar.name(of: last))"
  }
}
