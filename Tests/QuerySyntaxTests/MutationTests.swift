import Testing

@testable import QuerySyntax

@Suite("mutated scripts")
struct MutationTests {
  @Test("whatever is typed, reading ends and printing is stable", arguments: 0..<8)
  func mutations(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed + 1))
    let lines = try SampleScripts.names.flatMap { try statements(of: SampleScripts.text($0)) }
    for _ in 0..<500 {
      var bytes = Array((lines.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&bytes, using: &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      for statement in parse(text).statements {
        let printed = statement.canonicalText
        let again = parse(printed)
        #expect(again.diagnostics.isEmpty && again.statements.map(\.canonicalText) == [printed])
      }
    }
  }

  @Test("what a fuzzer found", arguments: foundCases)
  func found(_ text: String) {
    #expect(!parse(text).statements.isEmpty || !parse(text).diagnostics.isEmpty)
    for statement in parse(text).statements {
      let printed = statement.canonicalText
      #expect(parse(printed).statements.map(\.canonicalText) == [printed])
    }
  }

  /// Inputs of the fuzzer that broke something once.
  private static let foundCases = [
    // A name with a hyphen is a release's, to which no distance can be added.
    "let x = late-t - 0 year"
  ]

  private func statements(of script: String) -> [String] {
    parse(script).statements.map(\.canonicalText) + Self.queries
  }

  private static let queries = [
    "show revenue si, connectivity.* 2Q04 by quarter where value > 5 million top 3",
    "expect ratio a to b, c[iij:si, 2Q03] for 2Q04, yoy(2Q04) {1, 2; –, n.m.}",
    "define f(p) = yoy ttm revenue as of 2004-08-31 order by value desc",
  ]

  private func mutate(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
    let pieces = [
      " ", "\n", ",", "(", ")", "[", "]", "{", "}", "\"", "*", ".", "-", "=", "#", "\\", "$x",
      "2Q04",
      "5", "by", "show ", " as ", " of ", "、", "％", ";", " is ", " 2004-09", "%", ":", "first",
    ]
    let place = Int.random(in: 0...bytes.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      bytes.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: place)
    case 1:
      let end = min(bytes.count, place + Int.random(in: 0...6, using: &random))
      bytes.removeSubrange(place..<end)
    default:
      let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
      let piece = Array(bytes[place..<end])
      bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
    }
  }
}

/// A generator whose numbers follow from its seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that starts from `seed`.
  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15
  }

  /// The next number.
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
