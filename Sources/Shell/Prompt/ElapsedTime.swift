/// How long something took, for people.
enum ElapsedTime {
  /// Milliseconds with one digit behind the point, or seconds with two from a second on.
  static func text(nanoseconds: UInt64) -> String {
    let tenths = nanoseconds / 100_000
    if tenths < 10_000 { return "\(tenths / 10).\(tenths % 10) ms" }
    let hundredths = tenths / 100
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
