import QueryEngine

/// What the statements of a run have come to so far.
struct OutcomeTally {
  private var met = 0
  private var unmet = 0
  private var hasFaults = false
  private var hasFailed = false

  /// Counts one more outcome.
  mutating func count(_ outcome: Outcome) {
    switch outcome {
    case .met: met += 1
    case .failure(.unmet): unmet += 1
    case .failure(.faults): hasFaults = true
    case .failure: hasFailed = true
    case .table, .message, .prose: break
    }
  }

  /// What the run as a whole came to; a statement that failed weighs more than an expectation that
  /// doesn't hold, because it may be the reason.
  var failure: CommandFailure? {
    if hasFailed { return .statement }
    if unmet > 0 { return .unmetExpectation }
    return hasFaults ? .faults : nil
  }

  /// How many expectations were met, and how many weren't; nil where there was none.
  var summary: String? {
    if met + unmet == 0 { return nil }
    let line = "\(met) expectation\(met == 1 ? "" : "s") met"
    return unmet > 0 ? line + ", \(unmet) unmet" : line
  }
}
