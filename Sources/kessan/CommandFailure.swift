/// Why a command ends early, with its exit status.
enum CommandFailure: Error {
  /// The store couldn't be opened.
  case unopened(String)
  /// A statement failed and has been told.
  case statement
  /// An expectation didn't hold and has been told, while every other statement succeeded.
  case unmetExpectation
  /// A check found what has been told.
  case faults
  /// Something else failed, in words.
  case failed(String)

  var status: Int32 {
    switch self {
    case .unopened: 3
    case .statement, .failed: 1
    case .unmetExpectation, .faults: 4
    }
  }

  /// Whether the results are complete all the same.
  var hasResults: Bool {
    if case .faults = self { true } else { false }
  }

  var message: String? {
    switch self {
    case .unopened(let text), .failed(let text): text
    case .statement, .unmetExpectation, .faults: nil
    }
  }
}
