import TextForm

/// A change to the line: what is taken away before the cursor, and what comes in its place.
struct CompletionEdit: Equatable {
  /// How many characters before the cursor are deleted.
  var deletedCharacters: Int
  /// What is inserted there.
  var inserted: String
}

extension Completion {
  /// The change that Tab makes.
  ///
  /// A single candidate is inserted whole, with a space behind it. Of several, what they have in
  /// common is inserted, provided that it is longer than what was typed.
  ///
  /// - Parameters:
  ///   - textBeforeCursor: the line up to the cursor.
  ///   - textAfterCursor: the rest of it; a space that begins it is not doubled.
  /// - Returns: the change, or `nil` when what is typed can't be completed any further.
  func edit(of textBeforeCursor: String, before textAfterCursor: String) -> CompletionEdit? {
    let characters = Array(textBeforeCursor)
    let replaced = replacing.clamped(to: 0..<characters.count)
    guard let insertion = insertion(before: textAfterCursor) else { return nil }
    let typed = String(characters[replaced])
    guard candidates.count == 1 || extends(insertion, typed), insertion != typed else { return nil }
    return CompletionEdit(
      deletedCharacters: characters.count - replaced.lowerBound,
      inserted: insertion + String(characters[replaced.upperBound...]))
  }

  /// Whether a beginning says more than what was typed, all of which is in it.
  private func extends(_ insertion: String, _ typed: String) -> Bool {
    insertion.count > typed.count
      && NameFolding.fold(insertion).hasPrefix(NameFolding.fold(typed))
  }

  /// The single candidate with its space, or the beginning that all candidates share.
  private func insertion(before textAfterCursor: String) -> String? {
    guard let first = candidates.first else { return nil }
    if candidates.count == 1 {
      return first.text + (needsEnding(first, before: textAfterCursor) ? first.ending : "")
    }
    return candidates.dropFirst().reduce(first.text) { common, candidate in
      candidate.text.hasPrefix(common) ? common : commonPrefix(of: common, and: candidate.text)
    }
  }

  /// Whether a space, or what else ends a candidate, belongs behind it: not behind one that asks to be
  /// gone on with.
  private func needsEnding(_ candidate: Candidate, before textAfterCursor: String) -> Bool {
    let isUnfinished = candidate.text.last.map { "/.([".contains($0) } ?? true
    return !isUnfinished && textAfterCursor.first != candidate.ending.first
  }

  private func commonPrefix(of one: String, and other: String) -> String {
    String(zip(one, other).prefix { $0 == $1 }.map(\.0))
  }
}
