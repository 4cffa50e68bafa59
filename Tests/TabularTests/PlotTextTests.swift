import Metrics
import Tabular
import Testing

@Suite("A plot as text")
struct PlotTextTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let plot: Plot
    var width = 60
    let expected: String
  }

  @Test("is drawn as it stands here", arguments: examples)
  func drawing(example: Example) {
    let found = example.plot.rendered(as: .plain, width: example.width)
    #expect(found == example.expected)
  }

  @Test(
    "gives a period more room on a wider terminal, within bounds",
    arguments: [(80, 12), (160, 16), (300, 24)])
  func room(width: Int, slot: Int) {
    let drawn = Plot.millions([("", [10, 20, 30])]).rendered(as: .plain, width: width)
    let zero = drawn.split(separator: "\n").first { $0.contains("┼") }
    #expect(zero?.filter { $0 == "─" }.count == 3 * slot)
  }

  private static let examples = [
    Example(
      testDescription: "bars, and a row without a value",
      plot: .bars([("接続", 5508), ("si", 3838), ("equipment", nil), ("total", 10512)]), width: 60,
      expected: """
        iij
        接続        5,508 │██████████████████▉
        si          3,838 │█████████████▏
        equipment       – │
        total      10,512 │███████████████████████████████████▉
                          ├──────┬──────┬──────┬─────┬──────┬──────┬
                          0           4,000        8,000      12,000

        """),
    Example(
      testDescription: "bars on both sides of zero",
      plot: .bars([("si", 120), ("equipment", -45), ("total", 75)]), width: 60,
      expected: """
        iij
        si         120            │██████████████████████████▍
        equipment  -45  ██████████│
        total       75            │████████████████▌
                       ┬──────────┼──────────┬──────────┬──────────┬
                       -50        0          50        100       150

        """),
    Example(
      testDescription: "names that leave no room are cut at the front",
      plot: .bars([("connectivity.dedicated.ip_service.medium", 597), ("営業収益の内訳であるサービス", 93)]),
      width: 40,
      expected: """
        iij
        …ce.medium  597 │██████████████████████▉
        …サービス    93 │███▋
                        ├───┬───┬───┬──┬───┬───┬
                        0      200    400    600

        """),
    Example(
      testDescription: "a series with a gap, and with figures below zero",
      plot: .millions([("", [-1205, -830, nil, 0, 282])]), width: 60,
      expected: """
        iij
        revenue (JPY million)
           500 ┤                                           282
               │                                          ▆▆▆▆▆▆
               │                                  0       ██████
             0 ┼────────────────────    –     ────────────────────
               │  ██████    ██████
               │  ██████    ██████
          -500 ┤  ██████    ██████
               │  ██████    ██████
               │  ██████    ██████
        -1,000 ┤  ██████     -830
               │  ██████
               │  ▔▔▔▔▔▔
        -1,500 ┤  -1,205
                   1Q03      2Q03      3Q03      4Q03      1Q04

        """),
    Example(
      testDescription: "two series, where one has a gap",
      plot: .millions([("si", [10, 20, nil, 25]), ("equipment", [10, 12, 14, 5])]), width: 60,
      expected: """
        iij
        revenue (JPY million)
        25 ┤                                         ●
           │
           │
        20 ┤                ·●
           │              ··
           │            ··
        15 ┤          ··
           │        ··             ······○·
           │      ··   ······○·····        ··
        10 ┤     +·····                      ··
           │                                   ···
           │                                      ··
         5 ┤                                        ·○
           │
           │
         0 ┼────────────────────────────────────────────────
                1Q03        2Q03        3Q03        4Q03
        ● si
        ○ equipment
        + several of them in one place

        """),
    Example(
      testDescription: "percentages, and one that has no meaning",
      plot: .percent([107, nil, 200, 223]), width: 60,
      expected: """
        iij
        gross_margin
        25% ┤                                       22.3%
            │                                       ▃▃▃▃▃▃
            │                           20.0%       ██████
        20% ┤                           ██████      ██████
            │                           ██████      ██████
            │                           ██████      ██████
        15% ┤                           ██████      ██████
            │   10.7%                   ██████      ██████
            │   ▃▃▃▃▃▃                  ██████      ██████
        10% ┤   ██████                  ██████      ██████
            │   ██████                  ██████      ██████
            │   ██████                  ██████      ██████
         5% ┤   ██████                  ██████      ██████
            │   ██████                  ██████      ██████
            │   ██████                  ██████      ██████
         0% ┼────────────    n.m.    ────────────────────────
                 1Q03        2Q03        3Q03        4Q03

        """),
    Example(
      testDescription: "a single point",
      plot: .millions([("", [7])]), width: 60,
      expected: """
        iij
        revenue (JPY million)
        8 ┤     7
          │   ▄▄▄▄▄▄
          │   ██████
        6 ┤   ██████
          │   ██████
          │   ██████
        4 ┤   ██████
          │   ██████
          │   ██████
        2 ┤   ██████
          │   ██████
          │   ██████
        0 ┼────────────
               1Q03

        """),
    Example(
      testDescription: "nothing but gaps",
      plot: .millions([("", [nil, nil])]), width: 60,
      expected: """
        iij
        revenue (JPY million)
        1 ┤
          │
          │
          │
          │
        0 ┼     –           –
               1Q03        2Q03

        """),
    Example(
      testDescription: "forty quarters",
      plot: .millions([("", (0..<40).map { Int64($0 * $0) })], first: 0), width: 60,
      expected: """
        iij
        revenue (JPY million)
        2,000 ┤
              │
              │                                       ▁
        1,500 ┤                                     ▂▅█
              │                                   ▃▆███
              │                                ▁▄▇█████
        1,000 ┤                              ▃▆████████
              │                           ▃▆███████████
              │                       ▁▄▆██████████████
          500 ┤                   ▁▃▅▇█████████████████
              │              ▁▃▄▆██████████████████████
              │ ▁▁▁▁▁▂▂▃▄▅▆▇███████████████████████████
            0 ┼────────────────────────────────────────
               1Q00   1Q02    1Q04    1Q06    1Q08

        """),
    Example(
      testDescription: "more quarters than cells",
      plot: .millions([("", (0..<50).map { Int64($0) })], first: 0), width: 40,
      expected: """
        iij
        revenue (JPY million)
        50 ┤
           │
           │
        40 ┤
           │
           │
        30 ┤
           │                        ▂
           │                     ▂▅▇█
        20 ┤                 ▁▃▆█████
           │              ▂▄▆████████
           │           ▂▅▇███████████
        10 ┤       ▁▃▆███████████████
           │    ▂▄▆██████████████████
           │ ▂▅▇█████████████████████
         0 ┼─────────────────────────
            1Q00   1Q02    1Q04    1Q06
        50 ┤                      ▁▃▆
           │                   ▂▄▆███
           │                ▂▅▇██████
        40 ┤            ▁▃▆██████████
           │         ▂▄▆█████████████
           │      ▂▅▇████████████████
        30 ┤  ▁▃▆████████████████████
           │▄▆███████████████████████
           │█████████████████████████
        20 ┤█████████████████████████
           │█████████████████████████
           │█████████████████████████
        10 ┤█████████████████████████
           │█████████████████████████
           │█████████████████████████
         0 ┼─────────────────────────
            2Q06   2Q08    2Q10    2Q12

        """),
  ]

  @Test("fits the terminal, and no line ends in a space", arguments: [40, 57, 80, 133])
  func width(width: Int) {
    let values = (0..<90).map { Int64($0 * $0 - 900) }
    for plot in [
      Plot.millions([("si", values)]), .millions([("si", values), ("equipment", values)]),
      .bars(values.map { (name: "connectivity.dedicated.\($0)", value: $0) }),
      .bars([("connectivity.dedicated", 2_815_290), ("equipment", -1_733_622)]),
    ] {
      let lines = plot.rendered(as: .table, width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width && $0.last != " " })
    }
  }

  @Test("keeps the ticks of bars inside the drawing at every width")
  func ticksOfBars() {
    let bars = Plot.bars([("connectivity", -23), ("si", 505), ("equipment", 168)])
    for width in 1...200 {
      let drawn = bars.rendered(as: .table, width: width)
      #expect(drawn.contains("┬"), "\(width)")
    }
  }

  @Test("has round ticks, with zero among them", arguments: ticks)
  func axis(example: (values: [Int64], ticks: [String])) {
    let lines = Plot.millions([("si", example.values)]).rendered(as: .plain).split(separator: "\n")
    let found = lines.compactMap { line in
      line.contains("┤") || line.contains("┼") ? line.split(separator: " ")[0] : nil
    }
    #expect(found.map(String.init) == example.ticks)
  }

  private static let ticks: [(values: [Int64], ticks: [String])] = [
    ([6], ["6", "5", "4", "3", "2", "1", "0"]),
    ([7], ["8", "6", "4", "2", "0"]),
    ([-7, 12_345], ["15,000", "10,000", "5,000", "0", "-5,000"]),
    ([-1], ["0.0", "-0.2", "-0.4", "-0.6", "-0.8", "-1.0"]),
    ([0, 0], ["1", "0"]),
  ]

  @Test("tells a control character, and moves no cursor")
  func controls() {
    let text = Plot.bars([("a\u{1B}[2J", 1)]).rendered(as: .table)
    #expect(text.contains("a\\u{1B}[2J") && !text.contains("\u{1B}"))
  }

  @Test("stands between fences that its names can't close")
  func markdown() {
    let text = Plot.bars([("```", 1)]).rendered(as: .markdown)
    #expect(text.hasPrefix("**iij**\n\n````text\n") && text.hasSuffix("\n````\n"))
  }
}
