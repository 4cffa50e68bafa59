import Metrics

/// The words for why a figure isn't there.
struct AbsenceWording {
  let changes: ChangeWording

  /// `withdrawn by tea-3q11`, or `not derived: 1H11 was printed before tea-3q11 restated 1Q11`.
  func text(of absence: Absence) throws -> String {
    if absence.cause == .withdrawn {
      return "withdrawn by \(try changes.release(of: absence.change))"
    }
    return "not derived: \(try reason(for: absence))"
  }

  /// What stands in the way of a difference.
  func reason(for absence: Absence) throws -> String {
    let change = try changes.text(of: absence.change)
    switch absence.cause {
    case .withdrawn, .lacksTerm: return change
    case .outdated(let spans):
      return AbsenceWording.outdated(try names(of: spans, absence), before: change)
    case .restatedAlone(let others):
      return "\(change) and not \(AbsenceWording.listed(try names(of: others, absence)))"
    }
  }

  private func names(of periods: [Period], _ absence: Absence) throws -> [String] {
    try periods.map { try changes.name(of: $0, beside: absence.change) }
  }

  /// `1H11 and 9M11 were printed before tea-3q11 restated 1Q11`.
  static func outdated(_ names: [String], before change: String) -> String {
    "\(listed(names)) \(names.count == 1 ? "was" : "were") printed before \(change)"
  }

  /// Names with `and` before the last.
  static func listed(_ names: [String]) -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }
}
