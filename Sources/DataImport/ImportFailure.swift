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
struct FaultList {
  private let limit: Int
  private(set) var faults: [ImportFailure.Fault] = []
  private(set) var furtherCount = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// How many faults were found, told or not.
  var count: Int { faults.count + furtherCount }

  var isEmpty: Bool { count == 0 }

  var failure: ImportFailure { ImportFailure(faults: faults, furtherCount: furtherCount) }

  /// Adds a fact; it is put into words only if it is going to be told.
  mutating func add(_ fact: ImportFact, file: Int? = nil, at range: SourceRange? = nil) {
    guard faults.count < limit else {
      furtherCount += 1
      return
    }
    var diagnostic = ImportMessage.diagnostic(for: fact)
    diagnostic.range = range
    faults.append(ImportFailure.Fault(file: file, diagnostic: diagnostic))
  }
}
