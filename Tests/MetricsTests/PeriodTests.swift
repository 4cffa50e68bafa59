import Metrics
import Testing

@Suite("Periods are stretches of months")
struct PeriodTests {
  private static let september = Month(year: 2004, month: 9)

  @Test(
    "a period holds its quarters, first to last, and a moment the one it closes",
    arguments: [(0, [0]), (3, [0]), (6, [3, 0]), (9, [6, 3, 0]), (12, [9, 6, 3, 0])])
  func quarters(months: Int, back: [Int]) {
    let period = Period(end: Self.september, months: months)
    #expect(period.quarters == back.map { .quarter(ending: Self.september - $0) })
  }

  @Test(
    "a period starts with its first month, a moment with its own",
    arguments: [(0, 9), (3, 7), (6, 4)])
  func start(months: Int, month: Int) {
    #expect(Period(end: Self.september, months: months).start == Month(year: 2004, month: month))
  }

  @Test(
    "periods overlap when they share a month",
    arguments: [
      (3, 3, false), (2, 3, true), (0, 3, true), (3, 0, false), (6, 12, true), (-3, 3, false),
    ])
  func overlaps(shift: Int, months: Int, overlaps: Bool) {
    let quarter = Period.quarter(ending: Self.september)
    let other = Period(end: Self.september + shift, months: months)
    #expect(quarter.overlaps(other) == overlaps)
    #expect(other.overlaps(quarter) == overlaps)
  }

  @Test(
    "a shifted period keeps its length, and its end stays countable",
    arguments: [Int.min, -12, 0, 3, .max])
  func shifted(count: Int) {
    let shifted = Period(end: Self.september, months: 6).shifted(byMonths: count)
    #expect(shifted.months == 6 && shifted.start <= shifted.end)
  }

  @Test("a period's moment is at its end")
  func instant() {
    let half = Period(end: Self.september, months: 6)
    #expect(half.instant == Period(end: Self.september, months: 0))
    #expect(half.instant.instant == half.instant)
  }
}
