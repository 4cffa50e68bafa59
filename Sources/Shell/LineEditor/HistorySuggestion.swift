/// What the newest entry that begins with `text` goes on with; nil where none does.
///
/// An empty line suggests nothing: what comes next is anybody's guess.
func historySuggestion(for text: String, in entries: [String]) -> String? {
  guard !text.allSatisfy(\.isWhitespace),
    let entry = entries.last(where: { $0.utf8.starts(with: text.utf8) && $0 != text })
  else { return nil }
  return String(decoding: entry.utf8.dropFirst(text.utf8.count), as: UTF8.self)
}

/// The beginning of a suggestion up to the end of its first word.
func firstWord(of suggestion: String) -> String {
  let gap = suggestion.prefix { !$0.isLetter && !$0.isNumber }
  let word = suggestion.dropFirst(gap.count).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
  return String(gap + word)
}
