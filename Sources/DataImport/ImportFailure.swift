package import Diagnostics

/// Everything found wrong with the files of one import, of which nothing was kept.
package struct ImportFailure: Error, Sendable {
  /// One thing that is wrong, in words.
  package struct Fault: Hashable, Sendable {
    /// The index of the file; nil where no file is to blame.
    package let file: Int?
    /// What is wrong; its range counts the bytes of the file.
    package let diagnostic: Diagnostic
  }

  /// What is wrong, file by file from top to bottom, up to the limit.
  package let faults: [Fault]
  /// How much more is wrong than is told.
  package let furtherCount: Int

  /// The failure for a person: each fault with its place, its line and a caret, then the count of
  /// those beyond the limit.
  package func text(for files: [ImportFile]) -> String {
    let needed = Set(faults.compactMap(\.file))
    let sources = Dictionary(
      uniqueKeysWithValues: needed.map {
        ($0, SourceText(name: files[$0].name, utf8: files[$0].bytes))
      })
    var paragraphs = faults.map { fault in
      DiagnosticFormatter.format(fault.diagnostic, in: fault.file.flatMap { sources[$0] })
    }
    paragraphs.append(ImportMessage.closing(count: faults.count + furtherCount, told: faults.count))
    return paragraphs.joined(separator: "\n")
  }
}

/// Gathers what is wrong, up to a limit, and counts the rest.
///
/// A name that isn't known stands in as many rows as it has figures: it is told once in a file, with
/// the count of the others.
struct FaultList {
  private let limit: Int
  private var told: [ImportFailure.Fault] = []
  private var unknownNames: [UnknownName: Repetition] = [:]
  private(set) var furtherCount = 0

  private struct UnknownName: Hashable {
    let file: Int?
    let message: String
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

  /// What is told, each name with how often it stands elsewhere.
  var faults: [ImportFailure.Fault] {
    var faults = told
    for repetition in unknownNames.values where repetition.moreRows > 0 {
      guard let index = repetition.index else { continue }
      let fault = faults[index]
      var diagnostic = fault.diagnostic
      diagnostic.notes.insert(ImportMessage.named(inMoreRows: repetition.moreRows), at: 0)
      faults[index] = ImportFailure.Fault(file: fault.file, diagnostic: diagnostic)
    }
    return faults
  }

  var failure: ImportFailure { ImportFailure(faults: faults, furtherCount: furtherCount) }

  /// Adds a fact; it is put into words only if it is going to be told.
  mutating func add(_ fact: ImportFact, file: Int? = nil, at range: SourceRange? = nil) {
    let isTold = told.count < limit
    if let message = fact.unknownName {
      let name = UnknownName(file: file, message: message)
      if unknownNames[name] != nil {
        unknownNames[name]?.moreRows += 1
        return
      }
      unknownNames[name] = Repetition(index: isTold ? told.count : nil)
    }
    guard isTold else {
      furtherCount += 1
      return
    }
    var diagnostic = ImportMessage.diagnostic(for: fact)
    diagnostic.range = range
    told.append(ImportFailure.Fault(file: file, diagnostic: diagnostic))
  }
}

extension ImportFact {
  /// What is said of a name that isn't declared; nil for any other fact.
  fileprivate var unknownName: String? {
    guard case .series(.catalog(let diagnostic, _)) = self, diagnostic.id.hasPrefix("unknown-")
    else { return nil }
    return diagnostic.message
  }
}
