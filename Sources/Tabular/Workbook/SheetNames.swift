/// Names for the tabs of a workbook, each there once and all of them allowed.
struct SheetNames {
  /// The longest that a spreadsheet takes, in units of UTF-16.
  private static let mostUnits = 31
  private var taken: Set<String>

  /// No names yet; those that are `reserved` are never given.
  init(reserved: [String]) {
    // Spreadsheets keep this one for themselves.
    taken = Set((reserved + ["History"]).map { $0.lowercased() })
  }

  /// The nearest name to `wish` that is allowed and not given yet.
  mutating func name(for wish: String) -> String {
    let base = SheetNames.allowed(wish)
    var candidate = SheetNames.cut(base, behind: "")
    var number = 1
    while !taken.insert(candidate.lowercased()).inserted {
      number += 1
      candidate = SheetNames.cut(base, behind: " (\(number))")
    }
    return candidate
  }

  /// The name without the characters that mean something in a reference to a sheet.
  private static func allowed(_ wish: String) -> String {
    var name = wish.map(allowed)[...]
    // A reference stands between apostrophes.
    while let first = name.first, first == "'" || first.isWhitespace { name.removeFirst() }
    while let last = name.last, last == "'" || last.isWhitespace { name.removeLast() }
    return name.isEmpty ? "result" : String(name)
  }

  private static func allowed(_ character: Character) -> Character {
    switch character {
    case "*": "×"
    case "/": "÷"
    case "[": "("
    case "]": ")"
    case ":", "?", "\\": "-"
    default: character.isNewline ? " " : character
    }
  }

  /// The name with an ending, cut so that both fit, and marked where something is missing.
  private static func cut(_ name: String, behind ending: String) -> String {
    let room = mostUnits - ending.utf16.count
    if name.utf16.count <= room { return name + ending }
    var kept = ""
    for character in name {
      if kept.utf16.count + String(character).utf16.count > room - 1 { break }
      kept.append(character)
    }
    return kept + "…" + ending
  }
}
