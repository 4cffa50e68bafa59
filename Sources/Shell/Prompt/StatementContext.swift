import QuerySyntax
import TextForm

/// Where in a statement the cursor stands, as far as completion cares: the words before it, and the
/// clause that they are in.
struct StatementContext {
  /// The words of the statement before the one at the cursor, folded; signs are words of their own.
  let words: [String]
  /// The word that the last clause begins with, and what stands behind it; nil before any clause.
  let clause: (word: String, arguments: [String])?

  /// The words of statements that ask about a query, which may be a measure without a verb.
  static let wordsBeforeMeasures: Set<String> = ["bridge", "expect", "history", "why"]

  private static let signs: Set<Character> = [
    ",", "(", ")", "[", "]", ":", "=", "+", "-", "*", "/", "<", ">",
  ]
  private static let middles: Set<String> = ["as of", "order by", "like for", "for like"]
  private static let clauseWords = Set(Vocabulary.clauseWords + ["to"])

  /// The context behind a text, of which the last statement counts.
  init(before text: String) {
    var words: [String] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { words.append(NameFolding.fold(word)) }
      word = ""
    }
    for character in text {
      if character == ";" {
        endWord()
        words = []
      } else if Self.signs.contains(character) {
        endWord()
        words.append(String(character))
      } else if character.isWhitespace {
        endWord()
      } else {
        word.append(character)
      }
    }
    endWord()
    self.init(words: words)
  }

  /// The context behind some words of a statement.
  init(words: [String]) {
    self.words = words
    clause = Self.lastClause(of: words)
  }

  /// Whether something of a list or an expression comes next, and no new clause.
  var expectsItem: Bool {
    guard let last = words.last else { return true }
    if clause?.arguments.isEmpty == true { return true }
    return last == "," || "(+-*/<>=".contains(last)
  }

  /// What stands before the bracket that is open at the cursor.
  var pinned: String? {
    guard let open = words.lastIndex(of: "["), open > 0, !words[open...].contains("]") else {
      return nil
    }
    return words[open - 1]
  }

  /// Whether a word stands anywhere in the statement.
  func contains(_ word: String) -> Bool { words.contains(word) }

  /// Whether a character can't stand in any name.
  static func endsName(_ character: Character) -> Bool {
    character.isWhitespace || character == ";" || ",()[]".contains(character)
  }

  /// Whether the cursor stands in a separator.
  static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || character == ";" || signs.contains(character)
  }

  private static func lastClause(of words: [String]) -> (word: String, arguments: [String])? {
    // What a query begins with may be the word of a clause too, as `last` is.
    let start = words.first.map(wordsBeforeMeasures.contains) == true ? 2 : 1
    var index = words.count - 1
    while index >= start {
      let isCall = index + 1 < words.count && words[index + 1] == "("
      // Words in the middle of a clause are none of their own; neither is the `to` of `ratio a to b`.
      let isPart = middles.contains(words[index - 1] + " " + words[index])
      let isRatio = words[index] == "to" && !words[..<index].contains("from")
      if clauseWords.contains(words[index]), !isCall, !isPart, !isRatio {
        return (words[index], Array(words[(index + 1)...]))
      }
      index -= 1
    }
    return nil
  }
}
