import Metrics

/// When the figures behind a value were first published, and when that was first revised.
///
/// Only the basis of first values needs it: there, two figures can come from publications between
/// which the company changed what it counts.
struct FirstPublication: Hashable, Sendable {
  /// The day of the newest of the publications.
  let newest: CalendarDate
  /// The first day on which one of the figures was restated or withdrawn; nil when none was.
  let revised: CalendarDate?

  /// What holds for two values together.
  static func joining(_ left: FirstPublication?, _ right: FirstPublication?) -> FirstPublication? {
    guard let left, let right else { return left ?? right }
    return FirstPublication(
      newest: max(left.newest, right.newest),
      revised: [left.revised, right.revised].compactMap { $0 }.min())
  }

  /// Whether a figure behind this value had been revised by the day on which the other one was
  /// complete, so that the two don't count the same.
  func isRevised(before other: FirstPublication) -> Bool {
    revised.map { $0 <= other.newest } ?? false
  }
}
