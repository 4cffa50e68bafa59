import Foundation
import Metrics
import Tabular
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("A plot as SVG")
struct PlotSVGTests {
  @Test("is one document of XML, whatever names it holds", arguments: OutputFormat.drawings)
  func wellFormed(format: OutputFormat) throws {
    let names = ["<b>&\"'", "]]>", "\u{0}\u{1B}", "\u{FFFE}", "接続", "  indented"]
    for plot in [
      Plot.bars(names.map { (name: $0, value: 1) }),
      .millions(names.map { (name: $0, values: [1, nil]) }),
    ] {
      let text = plot.rendered(as: format)
      let start = try #require(text.range(of: "<svg"))
      let end = try #require(text.range(of: "</svg>"))
      let parser = XMLParser(data: Data(text[start.lowerBound..<end.upperBound].utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }
  }

  @Test("stands above the table of a page, which has the figures")
  func page() {
    let text = Plot.bars([("si", 1)]).rendered(as: .html)
    let parts = ["<section>", "<svg", "</svg>", "<details>", "<table>"].map {
      text.range(of: $0)?.lowerBound
    }
    #expect(!parts.contains(nil) && parts.compactMap { $0 } == parts.compactMap { $0 }.sorted())
  }

  @Test("breaks a line where there is no value, and tells what isn't meaningful")
  func gaps() {
    var plot = Plot.millions([("si", [1, 2, nil, 4, 5]), ("equipment", [1, nil, 3, 4, 5])])
    plot.series[1].cells[1] = .undefined
    let text = plot.rendered(as: .svg)
    #expect(text.components(separatedBy: "<polyline").count - 1 == 3 + 2)
    #expect(text.contains("equipment  (n.m. 2Q03)"))
  }

  @Test("joins only periods that follow one another")
  func jumps() {
    var plot = Plot.millions([("si", [1, 2]), ("equipment", [3, 4])])
    plot.categories[1].followsPrevious = false
    #expect(plot.rendered(as: .svg).components(separatedBy: "<polyline").count - 1 == 2)
  }

  @Test("tells every two series apart without their colours")
  func signs() {
    let series = (0..<8).map { (name: "s\($0)", values: [Int64($0)] as [Int64?]) }
    let lines = Plot.millions(series).rendered(as: .svg).split(separator: "\n").filter {
      $0.contains("class=\"sign") && $0.contains("1Q03")
    }
    // The form of a sign is its element, whether it is full, and the number of its corners.
    let forms = lines.map { line in
      "\(line.prefix(8)) \(line.contains("full")) \(line.filter { $0 == "," }.count)"
        + (line.contains("polygon") ? Self.outline(line) : "")
    }
    #expect(lines.count == 8 && Set(forms).count == 8)
  }

  /// Where the corners of a sign lie to one another.
  private static func outline(_ line: Substring) -> String {
    let points = line.split(separator: "\"").first { $0.contains(",") && $0.contains(" ") } ?? ""
    let corners = points.split(separator: " ").map { point in
      point.split(separator: ",").compactMap { Double($0) }
    }
    return corners.map { "\(Int($0[0] - corners[0][0])),\(Int($0[1] - corners[0][1]))" }.joined()
  }

  @Test("has negative columns below the line of zero")
  func negative() throws {
    let lines = Plot.millions([("", [-5, 5])]).rendered(as: .svg).split(separator: "\n")
    let zero = try #require(lines.first { $0.contains("class=\"zero\"") }?.number(behind: "y1"))
    let tops = lines.filter { $0.contains("class=\"bar\"") }.map { $0.number(behind: " y") }
    #expect(tops.count == 2 && tops[0] == zero && (tops[1] ?? zero) < zero)
  }

  @Test("is empty for a table, which has no drawing")
  func table() {
    #expect(OutputFormat.svg.render(.millions(columns: [], rows: [])) == "")
  }
}

extension OutputFormat {
  fileprivate static let drawings: [OutputFormat] = [.svg, .html]
}

extension Substring {
  /// The number of an attribute.
  fileprivate func number(behind name: String) -> Double? {
    range(of: name + "=\"").flatMap { Double(self[$0.upperBound...].prefix { $0 != "\"" }) }
  }
}
