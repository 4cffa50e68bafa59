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
    var paragraphs = Fault.paragraphs(of: faults, for: files)
    paragraphs.append(ImportMessage.closing(count: faults.count + furtherCount, told: faults.count))
    return paragraphs.joined(separator: "\n")
  }
}

extension ImportFailure.Fault {
  /// Each fault with its place, its line and a caret.
  static func paragraphs(
    of faults: [ImportFailure.Fault], for files: [ImportFile]
  ) -> [String] {
    let needed = Set(faults.compactMap(\.file))
    let sources = Dictionary(
      uniqueKeysWithValues: needed.map {
        ($0, SourceText(name: files[$0].name, utf8: files[$0].bytes))
      })
    return faults.map { fault in
      DiagnosticFormatter.format(fault.diagnostic, in: fault.file.flatMap { sources[$0] })
    }
  }
}
