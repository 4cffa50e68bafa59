import QuerySyntax

/// Queries as slips of the fingers, of the clipboard and of memory leave them.
struct Mutations {
  /// The scripts that are mutated.
  let scripts: [String]
  private let words: [String]
  private var generator: SeededGenerator

  init(of scripts: [String], seed: UInt64) {
    self.scripts = scripts
    words = Array(Set(scripts.flatMap(Mutations.words))).sorted() + Mutations.hardWords
    generator = SeededGenerator(seed: seed)
  }

  /// One of the scripts with up to three words swapped, dropped, repeated, replaced or taken from
  /// another.
  mutating func next() -> String {
    var own = Mutations.words(of: scripts[index(below: scripts.count)])
    for _ in 0...index(below: 3) where !own.isEmpty { mutate(&own) }
    return own.joined(separator: " ")
  }

  private mutating func mutate(_ own: inout [String]) {
    let place = index(below: own.count)
    let run = place..<min(own.count, place + 1 + index(below: 4))
    switch index(below: 6) {
    case 0: own.swapAt(place, index(below: own.count))
    case 1: own.remove(at: place)
    case 2: own.insert(contentsOf: own[run], at: index(below: own.count + 1))
    case 3: own[place] = words[index(below: words.count)]
    case 4: own.insert(words[index(below: words.count)], at: place)
    default:
      let other = Mutations.words(of: scripts[index(below: scripts.count)])
      own = own.prefix(place) + other.suffix(index(below: other.count + 1))
    }
  }

  private mutating func index(below bound: Int) -> Int {
    Int.random(in: 0..<max(1, bound), using: &generator)
  }

  /// What is seldom in a spec, and easily forgotten in an engine.
  private static let hardWords =
    Verb.allCases.map(\.rawValue) + Extra.allCases.map(\.rawValue) + [
      "0", "-1", "9223372036854775807", "0.000000000000000001", "99%", "FY1970", "4Q69", "CY2069",
      "10000 years", "latest", "first", "total", "**", "abs(", "round(", "log(", "exp(",
      "coalesce(", "lag(", "growth(", "change(", "average_balance(", "revenue[si, 2Q03]",
      "eps", "cash_and_cash_equivalents", "jpy_per_usd_convenience_rate", "operating_income",
      "where value", "order by", "top 0", "bottom 2", "for FY69", "since 1Q70", "last 3 halves",
      "by calendar year", "across tree", "by leaf", "by metric", "in USD at", "partial",
      "like for like", "is undefined", "is missing", "not", "and", "or", "to", "as",
    ]

  /// Words with what joins them: names, numbers and periods whole, signs each for itself.
  private static func words(of script: String) -> [String] {
    var words: [String] = []
    var isJoining = false
    for character in script {
      let joins = character.isLetter || character.isNumber || "_.\"".contains(character)
      if joins, isJoining {
        words[words.count - 1].append(character)
      } else if !character.isWhitespace {
        words.append(String(character))
      }
      isJoining = joins
    }
    return words
  }
}

/// A generator whose numbers are the same on every run: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
