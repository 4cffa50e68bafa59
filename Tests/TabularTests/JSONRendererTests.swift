import Foundation
import Metrics
import Tabular
import Testing

@Suite("JSON for machines")
struct JSONRendererTests {
  @Test("a result is one object that any reader takes apart")
  func envelope() throws {
    let object = try parsed(.tidy([.secondQuarter(.missing)]))
    #expect(object["statement"] as? String == "show \"売上\"\n")
    #expect(object["basis"] as? String == "as restated")
    #expect(object["store"] as? String == "abc")
    #expect(object["notes"] as? [String] == ["a \"note\""])
    #expect(
      (object["columns"] as? [String])?.joined(separator: " ").hasPrefix("company segment") == true)
    #expect((object["rows"] as? [[String: Any]])?.count == 1)
  }

  @Test(
    "a figure keeps its digits, and a gap is null with its reason",
    arguments: [
      (
        Cell(.amount(Amount(printed: .max, exponent: 0)), origin: .reported), "9223372036854775807",
        "reported"
      ),
      (Cell(.amount(Amount(printed: -355, exponent: -2)), origin: .derived), "-3.55", "derived"),
      (.quotient(2, 3, origin: .computed), "0.66666666666666667", "computed"),
      (Cell(.binary(0.25), origin: .computed), "0.25", "computed"),
      (.missing, "null", "missing"), (.undefined, "null", "undefined"),
      (.uncovered, "null", "uncovered"),
    ])
  func figures(cell: Cell, digits: String, status: String) throws {
    let text = OutputFormat.json.render(.tidy([.secondQuarter(cell)]))
    #expect(text.contains("\"value\": \(digits), "))
    #expect(text.contains("\"status\": \"\(status)\""))
    _ = try parsed(.tidy([.secondQuarter(cell)]))
  }

  @Test(
    "any label survives",
    arguments: [
      "a\"b\\c", "\0\u{1}\u{1F}", "\r\n\t", "\"\u{301}", "売上 🎉", "\u{2028}\u{7F}", "</script>",
    ])
  func labels(label: String) throws {
    let object = try parsed(.tidy([.secondQuarter(.missing, segment: label)]))
    let rows = object["rows"] as? [[String: Any]]
    #expect(rows?.first?["segment"] as? String == label)
  }

  @Test("no rows are an empty list")
  func empty() throws {
    #expect((try parsed(.tidy([]))["rows"] as? [Any])?.isEmpty == true)
  }

  @Test("a listing has its own columns, and no basis")
  func listing() throws {
    let table = ResultTable.millions(
      columns: [["a", "b"], ["c"]], rows: [.init(labels: ["x"], cells: [.text("y"), .million(-1)])])
    let object = try parsed(table)
    let row = try #require((object["rows"] as? [[String: Any]])?.first)
    #expect(object["columns"] as? [String] == ["segment", "a b", "c"])
    #expect(object["basis"] == nil && object["store"] == nil)
    #expect(row["segment"] as? String == "x" && row["a b"] as? String == "y")
    #expect(row["c"] as? Int == -1_000_000)
  }

  private func parsed(_ table: ResultTable) throws -> [String: Any] {
    let data = Data(OutputFormat.json.render(table).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
