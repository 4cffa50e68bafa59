import Diagnostics
import Testing

@Suite("Did you mean")
struct SuggestionsTests {
  private static let names = [
    "revenue", "cost_of_revenue", "gross_profit", "contracts", "cash", "connectivity.dedicated",
    "si", "yoy", "qoq", "売上高", "売上原価",
  ]

  @Test(
    "the nearest names, best first",
    arguments: [
      ("a missing letter", "revenu", ["revenue"]), ("a letter too many", "revenuee", ["revenue"]),
      ("a changed letter", "revanue", ["revenue"]), ("swapped letters", "reveneu", ["revenue"]),
      ("swapped letters of a short word", "is", ["si"]), ("two faults", "rvenu", ["revenue"]),
      ("too far", "rvn", []), ("one letter of three", "yoq", ["qoq", "yoy"]),
      ("a beginning", "cont", ["contracts"]), ("a tail", "dedicated", ["connectivity.dedicated"]),
      ("a tail that is none", "cated", []), ("two letters begin nothing", "co", []),
      ("itself", "revenue", []), ("nothing", "", []), ("one letter for another", "x", []),
      ("one kanji changed", "売上髙", ["売上高"]), ("a kanji missing", "売上原", ["売上原価", "売上高"]),
      ("kanji too far", "利益率", []),
      ("swapped at the end of a long word", "gross_proift", ["gross_profit"]),
    ])
  func nearest(name: String, typed: String, names: [String]) {
    #expect(Suggestions.nearest(to: typed, among: Self.names) == names)
  }

  @Test("at most so many, and of equals in the order of the alphabet")
  func limit() {
    let names = ["rate_d", "rate_b", "rate_a", "rate_c", "rate_a"]
    #expect(Suggestions.nearest(to: "rate_x", among: names, limit: 2) == ["rate_a", "rate_b"])
    #expect(Suggestions.nearest(to: "rate_x", among: names, limit: 0) == [])
  }

  @Test(
    "the note reads as a sentence",
    arguments: [
      (["rate_a"], "did you mean rate_a?"),
      (["rate_a", "rate_b"], "did you mean rate_a or rate_b?"),
      (["rate_a", "rate_b", "rate_c"], "did you mean rate_a, rate_b or rate_c?"), ([], nil),
      (["something_else"], nil),
    ] as [([String], String?)])
  func note(names: [String], text: String?) {
    #expect(Suggestions.note(for: "rate_x", among: names) == text)
  }

  @Test("a word as long as a book is answered at once")
  func longWord() {
    let long = String(repeating: "a", count: 200_000)
    #expect(Suggestions.nearest(to: long, among: Self.names) == [])
  }
}
