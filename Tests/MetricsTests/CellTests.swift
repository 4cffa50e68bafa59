import Metrics
import Testing

@Suite("The four states of a cell")
struct CellTests {
  @Test(
    "every state has its word",
    arguments: [
      (Cell(.amount(.zero), origin: .reported), "reported"),
      (Cell(.amount(.zero), origin: .computed), "computed"),
      (Cell(.amount(.zero), origin: .derived), "derived"),
      (Cell(.amount(.zero), origin: .partial), "partial"),
      (.missing, "missing"), (.undefined, "undefined"), (.uncovered, "uncovered"),
    ])
  func status(cell: Cell, word: String) {
    #expect(cell.status == word)
  }

  @Test("zero is a value, and a gap is none")
  func zero() {
    #expect(Cell(.amount(.zero), origin: .reported).number?.isZero == true)
    #expect([Cell.missing, .undefined, .uncovered].allSatisfy { $0.number == nil })
  }

  @Test("of several origins the one that says most is told")
  func origins() {
    let all: [Cell.Origin] = [.reported, .computed, .derived, .partial]
    #expect(all.sorted() == all.reversed())
  }
}
