import Diagnostics
import Metrics

/// Gathers what is wrong, or odd, up to a limit, and counts the rest.
///
/// Some of it stands in as many rows as there are figures: that is told once in a file, with the count
/// of the others.
struct FaultList {
  private let limit: Int
  private var told: [ImportFailure.Fault] = []
  private var recurringFaults: [Place: Repetition] = [:]
  private(set) var furtherCount = 0

  private struct Place: Hashable {
    let file: Int?
    let fault: RecurringFault
  }

  private struct Repetition {
    /// The place among what is told; nil beyond the limit.
    let index: Int?
    var moreRows = 0
  }

  init(limit: Int) {
    self.limit = limit
  }

  /// How many faults were found, told or not.
  var count: Int { told.count + furtherCount }

  var isEmpty: Bool { count == 0 }

  /// How many more are going to be told one by one.
  var room: Int { max(0, limit - told.count) }

  /// What is told, each recurring fault with how often it stands elsewhere.
  var faults: [ImportFailure.Fault] {
    var faults = told
    for (place, repetition) in recurringFaults where repetition.moreRows > 0 {
      guard let index = repetition.index else { continue }
      let fault = faults[index]
      var diagnostic = fault.diagnostic
      diagnostic.notes.insert(ImportMessage.again(place.fault, repetition.moreRows), at: 0)
      faults[index] = ImportFailure.Fault(file: fault.file, diagnostic: diagnostic)
    }
    return faults
  }

  var failure: ImportFailure { ImportFailure(faults: faults, furtherCount: furtherCount) }

  /// Adds a fact; it is put into words only if it is going to be told.
  mutating func add(_ fact: ImportFact, file: Int? = nil, at range: SourceRange? = nil) {
    let isTold = room > 0
    if let fault = fact.recurringFault {
      let place = Place(file: file, fault: fault)
      if recurringFaults[place] != nil {
        recurringFaults[place]?.moreRows += 1
        return
      }
      recurringFaults[place] = Repetition(index: isTold ? told.count : nil)
    }
    guard isTold else {
      furtherCount += 1
      return
    }
    var diagnostic = ImportMessage.diagnostic(for: fact)
    diagnostic.range = range
    told.append(ImportFailure.Fault(file: file, diagnostic: diagnostic))
  }

  /// Counts what is found beyond the limit.
  mutating func addUntold(_ count: Int) {
    furtherCount += count
  }
}

/// What is told once for all the rows of a file that have it.
enum RecurringFault: Hashable {
  /// A name that isn't declared, by what is said of it.
  case unknownName(String)
  /// A field in a column without a heading, by the number of the column.
  case fieldBelowNoHeading(Int)
  /// A figure that has a mark of which nobody said whether it stands before decimals.
  case unsaidDecimalMark
  /// A period that ends after the day of publication.
  case unfinishedPeriod
}

extension ImportFact {
  /// What many rows may have in common with this one; nil for a fact that is told each time.
  fileprivate var recurringFault: RecurringFault? {
    switch self {
    case .series(.catalog(let diagnostic, _)) where diagnostic.id.hasPrefix("unknown-"):
      .unknownName(diagnostic.message)
    case .field(.fieldBelowNoHeading(_, let column)): .fieldBelowNoHeading(column)
    case .field(.figure(_, .unsaidDecimalMark, _)): .unsaidDecimalMark
    case .warning(.unfinishedPeriod): .unfinishedPeriod
    default: nil
    }
  }
}
