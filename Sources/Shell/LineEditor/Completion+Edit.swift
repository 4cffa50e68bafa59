import TextForm

/// A change to the line: what is taken away around the cursor, and what comes in its place.
struct CompletionEdit: Equatable {
  /// How many characters before the cursor are deleted.
  var deletedCharacters: Int
  /// How many characters behind the cursor are deleted: the rest of a word that is inserted whole.
  var deletedCharactersBehind = 0
  /// What is inserted there.
  var inserted: String

  /// The line with this change.
  func applied(to line: EditedLine) -> EditedLine {
    EditedLine(
      String(line.beforeCursor.dropLast(deletedCharacters)) + inserted,
      String(line.afterCursor.dropFirst(deletedCharactersBehind)))
  }
}

extension Completion {
  /// The change that Tab makes.
  ///
  /// A single candidate is inserted whole, with a space behind it. Of several, what they have in
  /// common is inserted, provided that it is longer than what was typed. Inside a word, the
  /// rest of it isn't written twice.
  ///
  /// - Parameter line: The line; a space that begins its rest is not doubled.
  /// - Returns: the change, or `nil` when what is typed can't be completed any further.
  func edit(of line: EditedLine) -> CompletionEdit? {
    let characters = Array(line.beforeCursor)
    let replaced = replacing.clamped(to: 0..<characters.count)
    let typed = String(characters[replaced])
    let isAtCursor = replaced.upperBound == characters.count
    let rest = isAtCursor ? String(line.afterCursor.prefix(while: LineMotion.isPartOfWord)) : ""
    guard let text = commonText(of: candidates) else { return nil }
    let overlap = CompletionEdit.overlap(of: text.dropFirst(typed.count), with: rest)
    let behind = line.afterCursor.dropFirst(overlap)
    let insertion = text + (candidates.count == 1 ? ending(of: candidates[0], before: behind) : "")
    guard candidates.count == 1 || extends(insertion, typed), insertion != typed else { return nil }
    return CompletionEdit(
      deletedCharacters: characters.count - replaced.lowerBound, deletedCharactersBehind: overlap,
      inserted: insertion + String(characters[replaced.upperBound...]))
  }

  /// Whether a beginning says more than what was typed, all of which is in it.
  private func extends(_ insertion: String, _ typed: String) -> Bool {
    insertion.count > typed.count
      && NameFolding.fold(insertion).hasPrefix(NameFolding.fold(typed))
  }

  /// The same with only those candidates that begin with all of the word at the cursor, if there are any.
  func narrowed(to line: EditedLine) -> Completion {
    let rest = line.afterCursor.prefix(while: LineMotion.isPartOfWord)
    guard !rest.isEmpty else { return self }
    let characters = Array(line.beforeCursor)
    let word = characters[replacing.clamped(to: 0..<characters.count)] + rest
    let fitting = candidates.filter { $0.text.hasPrefix(String(word)) }
    return Completion(replacing: replacing, candidates: fitting.isEmpty ? candidates : fitting)
  }

  /// The beginning that all candidates share; of a single one that is all of it.
  private func commonText(of candidates: [Candidate]) -> String? {
    guard let first = candidates.first else { return nil }
    return candidates.dropFirst().reduce(first.text) { common, candidate in
      candidate.text.hasPrefix(common) ? common : commonPrefix(of: common, and: candidate.text)
    }
  }

  /// A space, or what else ends a candidate: not behind one that asks to be gone on with.
  private func ending(of candidate: Candidate, before textAfterCursor: Substring) -> String {
    let isUnfinished = candidate.text.last.map { "/.([".contains($0) } ?? true
    let isThere = textAfterCursor.first == candidate.ending.first
    return isUnfinished || isThere ? "" : candidate.ending
  }

  private func commonPrefix(of one: String, and other: String) -> String {
    String(zip(one, other).prefix { $0 == $1 }.map(\.0))
  }
}

extension CompletionEdit {
  /// How much of the rest of a word is part of what is inserted: all of it, or nothing.
  fileprivate static func overlap(of added: Substring, with rest: String) -> Int {
    added.hasPrefix(rest) || added.hasSuffix(rest) ? rest.count : 0
  }
}
