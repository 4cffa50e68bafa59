import Diagnostics
import MetricStore
import QueryEngine
import Tabular
import Testing

@Suite("checks") struct CheckTests {
  /// A session over a company whose total misses the sum of its three parts by one, in so many
  /// quarters.
  private func session(quarters: Int) throws -> Session {
    let session = try Session(store: .inMemory())
    let lines = (0..<quarters).flatMap { index in
      let period = "\(index % 4 + 1)Q\(2000 + index / 4)".replacing("Q20", with: "Q")
      return ["north", "south", "east"].map { "revenue,\($0),\(period),10" }
        + ["revenue,,\(period),31"]
    }
    let file = (["metric,segment,period,value"] + lines).joined(separator: "\n")
    let script = """
      company acme "Acme" fiscal year starts january named by start
      segment north "North"
      segment south "South"
      segment east "East"
      metric revenue flow JPY "Revenue"
      release all company acme published 2030-01-01 from "all.csv"
      """
    let isFine = session.run(
      SourceText(name: "test", script),
      readFile: { _ throws(UnreadableFile) in Array(file.utf8) }, emit: { _ in })
    try #require(isFine)
    return session
  }

  private func tables(_ script: String, of session: Session) -> [ResultTable] {
    var tables: [ResultTable] = []
    _ = session.run(
      SourceText(name: "test", script),
      readFile: { _ throws(UnreadableFile) in throw UnreadableFile(reason: "none") },
      emit: { if case .table(let table) = $0 { tables.append(table) } })
    return tables
  }

  @Test("people are shown the first hundred that only rounding explains, and machines all")
  func mostRows() throws {
    let session = try session(quarters: 130)
    let shown = try #require(tables("check", of: session).first)
    #expect(shown.rows.count == 100)
    #expect(
      shown.notes == [
        "130 segment totals: 0 tie, 130 within rounding, 0 fail",
        "100 of 130 shown; `check NAME` narrows, and machine formats list all",
      ])
    session.isForMachines = true
    let machine = try #require(tables("check", of: session).first)
    #expect(machine.rows.count == 130 && machine.notes.count == 1)
  }

  @Test("a figure that was published again is checked in each table, and a withdrawn one in none")
  func vintages() throws {
    let session = try session(quarters: 1)
    let script = """
      release again company acme published 2031-01-01 from "again.csv"
      release gone company acme published 2032-01-01 from "gone.csv"
      check
      check again
      set as of = all
      check
      """
    var tables: [ResultTable] = []
    let files = [
      "again.csv": "metric,segment,period,value\nrevenue,,1Q00,34\nrevenue,north,1Q00,11",
      "gone.csv": "metric,segment,period,value,state\nrevenue,,1Q00,,withdrawn",
    ]
    _ = session.run(
      SourceText(name: "test", script), keepsGoing: true,
      readFile: { path throws(UnreadableFile) in Array((files[path] ?? "").utf8) },
      emit: { if case .table(let table) = $0 { tables.append(table) } })
    let verdicts = tables.map { table in
      table.rows.map { row in
        [1, 6, 8].map { if case .text(let text) = row.cells[$0] { text } else { "" } }
          .filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
    #expect(
      verdicts == [
        ["within rounding all: all.csv"],
        ["fails all, resolved"],
        ["within rounding all: all.csv"],
      ])
  }
}
