/// What the newest entry that begins with `text` goes on with; nil where none does.
///
/// An empty line suggests nothing: what comes next is anybody's guess.
func historySuggestion(for text: String, in entries: [String]) -> String? {
  guard !text.allSatisfy(\.isWhitespace),
    let entry = entries.last(where: { $0.utf8.starts(with: text.utf8) && $0 != text })
  else { return nil }
  return String(decoding: entry.utf8.dropFirst(text.utf8.count), as: UTF8.self)
}
