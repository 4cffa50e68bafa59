import Catalog
import Diagnostics
import QuerySyntax

/// Finds the names of several words that were typed with spaces: `gross margin` for gross_margin, and
/// a label without its quotes.
struct SpacedNames {
  let catalog: Catalog

  /// So many words make up a name at most.
  private static let mostWords = 5
  /// The longest line that is looked through.
  private static let longestLine = 400
  /// The faults that such a name leads to.
  private static let faults: Set<String> = [
    "syntax.pin-needed", "syntax.segments-in-row", "syntax.unexpected", "syntax.unknown-clause",
    "syntax.verb-behind-measure", "unknown-company", "unknown-metric", "unknown-segment",
  ]

  /// A diagnostic with the name that the words before its place, or at it, were meant for.
  func explained(_ diagnostic: Diagnostic, in source: SourceText) -> Diagnostic {
    guard SpacedNames.faults.contains(diagnostic.id), let range = diagnostic.range else {
      return diagnostic
    }
    let text = statement(at: range.lower, in: source)
    guard text.utf8.count <= SpacedNames.longestLine,
      text.allSatisfy({ $0.isLetter || $0.isNumber || " _.,/+-*".contains($0) }),
      let corrected = corrected(text)
    else { return diagnostic }
    var explained = diagnostic
    explained.notes = ["type \(corrected)"]
    return explained
  }

  /// What stands on the line of an offset, between the semicolons around it.
  private func statement(at offset: Int, in source: SourceText) -> String {
    let line = source.line(at: offset)
    let offset = min(offset, line.upper)
    let semicolon = UInt8(ascii: ";")
    let before = source.utf8[line.lower..<offset].lastIndex(of: semicolon)
    let behind = source.utf8[offset..<line.upper].firstIndex(of: semicolon)
    return source.text(
      in: SourceRange(before.map { $0 + 1 } ?? line.lower, behind ?? line.upper))
  }

  private func corrected(_ line: String) -> String? {
    let words = line.split(separator: " ").map(String.init)
    for count in stride(from: SpacedNames.mostWords, to: 1, by: -1) where count <= words.count {
      for first in 0...words.count - count {
        let last = first + count
        guard let name = name(of: words[first..<last]) else { continue }
        return (words[..<first] + [name] + words[last...]).joined(separator: " ")
      }
    }
    return nil
  }

  /// The name that some words are without their spaces, or the label that they are in quotes.
  private func name(of words: ArraySlice<String>) -> String? {
    guard words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } }) else {
      return nil
    }
    let joined = words.joined(separator: "_")
    if isKnown(joined) { return joined }
    let label = words.joined(separator: " ")
    return isKnown(label) ? "\"\(label)\"" : nil
  }

  private func isKnown(_ text: String) -> Bool {
    let name = Name(text, at: SourceRange(0, 0))
    return (try? catalog.metricIfKnown(name)) ?? nil != nil
      || (try? catalog.segmentPathIfKnown(name)) ?? nil != nil
  }
}
