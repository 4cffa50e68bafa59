import DataImport
import Testing

@Suite struct FigureTests {
  struct Good: CustomTestStringConvertible, Sendable {
    let text: String
    let mantissa: Int64
    var places = 0
    var unit: String?
    var isPlain = false
    var testDescription: String { text }
  }

  @Test(arguments: [
    Good(text: "2,832,355", mantissa: 2_832_355, isPlain: true),
    Good(text: "2832355", mantissa: 2_832_355, isPlain: true),
    Good(text: " 126 ", mantissa: 126, isPlain: true),
    Good(text: "0", mantissa: 0, isPlain: true),
    Good(text: "-829,760", mantissa: -829_760, isPlain: true),
    Good(text: "(829,760)", mantissa: -829_760),
    Good(text: "( 829,760 )", mantissa: -829_760),
    Good(text: "−829,760", mantissa: -829_760),
    Good(text: "–829,760", mantissa: -829_760),
    Good(text: "‐829,760", mantissa: -829_760),
    Good(text: "‑829,760", mantissa: -829_760),
    Good(text: "△829,760", mantissa: -829_760),
    Good(text: "▲ 829,760", mantissa: -829_760),
    Good(text: "＋５", mantissa: 5),
    Good(text: "－１，２３４．５０", mantissa: -123_450, places: 2),
    Good(text: "（５）", mantissa: -5),
    Good(text: "+5", mantissa: 5),
    Good(text: "-0", mantissa: 0),
    Good(text: "007", mantissa: 7),
    Good(text: ".5", mantissa: 5, places: 1),
    Good(text: "0.5", mantissa: 5, places: 1, isPlain: true),
    Good(text: "110.20", mantissa: 11_020, places: 2, isPlain: true),
    Good(text: "(3.56)", mantissa: -356, places: 2),
    Good(text: "13.2%", mantissa: 132, places: 1, unit: "%"),
    Good(text: "13.2 ％", mantissa: 132, places: 1, unit: "%"),
    Good(text: "(13.2%)", mantissa: -132, places: 1, unit: "%"),
    Good(text: "(13.2)%", mantissa: -132, places: 1, unit: "%"),
    Good(text: "104.9Gbps", mantissa: 1049, places: 1, unit: "Gbps"),
    Good(text: "104.9 Gbps", mantissa: 1049, places: 1, unit: "Gbps"),
    Good(text: "¥1,234", mantissa: 1234, unit: "¥"),
    Good(text: "￥1,234", mantissa: 1234, unit: "¥"),
    Good(text: "-$5", mantissa: -5, unit: "$"),
    Good(text: "$(95,393)", mantissa: -95_393, unit: "$"),
    Good(text: "$95,393", mantissa: 95_393, unit: "$"),
    Good(text: "1,234円", mantissa: 1234, unit: "円"),
    Good(text: "USD 1,234", mantissa: 1234, unit: "USD"),
    Good(text: "\u{202A}(5)\u{202C}", mantissa: -5),
    Good(text: "\u{FEFF}1,234\u{200B}", mantissa: 1234),
    Good(text: "5\n", mantissa: 5, isPlain: true),
    Good(text: "12abc", mantissa: 12, unit: "abc"),
    Good(text: "9,223,372,036,854,775,807", mantissa: .max, isPlain: true),
    Good(text: "-9223372036854775807", mantissa: -.max, isPlain: true),
  ])
  func `is read`(_ good: Good) throws {
    let expected = Figure(
      mantissa: good.mantissa, places: good.places, unit: good.unit, isPlain: good.isPlain)
    #expect(try FigureGrammar.figure(in: good.text) == expected)
  }

  @Test(arguments: ["-", "–", "—", "―", "−", "－", " - "])
  func `a dash alone is a printed nil`(_ text: String) throws {
    #expect(try FigureGrammar.figure(in: text) == .printedNil)
  }

  @Test(arguments: ["", "  ", ".", "n/a", "N/A", "NA", "na", "#N/A", "Ｎ／Ａ"])
  func `a word for nothing is no figure`(_ text: String) throws {
    #expect(try FigureGrammar.figure(in: text) == nil)
  }

  @Test(arguments: [
    ("1,23", FigureFault.misplacedSeparator), ("1234,567", .misplacedSeparator),
    ("1,2345", .misplacedSeparator), (",123", .misplacedSeparator), ("1,", .misplacedSeparator),
    ("1,,234", .misplacedSeparator), ("1.234,5", .separatorBehindPoint),
    ("1,234.5,6", .separatorBehindPoint), ("1.2.3", .twoPoints), ("1..2", .twoPoints),
    ("5.", .noDigitBehindPoint), ("5.%", .noDigitBehindPoint), ("-.", .noDigits),
    ("abc", .noDigits), ("N.M.", .noDigits), ("%", .noDigits), ("()", .unbalancedParenthesis),
    ("(5", .unbalancedParenthesis), ("5)", .unbalancedParenthesis), (")5", .unbalancedParenthesis),
    ("((5))", .unbalancedParenthesis), ("5(1)", .unbalancedParenthesis),
    ("--5", .twoSigns), ("+-5", .twoSigns), ("(-5)", .twoSigns), ("-(5)", .twoSigns),
    ("△△5", .twoSigns), ("△－5", .twoSigns), ("- -", .noDigits), ("--", .noDigits),
    ("5-", .signBehind),
    ("1e5", .scientific), ("1E-5", .scientific), ("1.5e+3", .scientific), ("0x1p3", .hexadecimal),
    ("0x1", .hexadecimal), ("1 234", .digitsApart), ("12abc3", .digitsApart),
    ("1'234", .digitsApart), ("12*3", .digitsApart), ("¥5円", .twoUnits), ("5\n5", .digitsApart),
    ("9223372036854775808", .tooManyDigits), ("99999999999999999999999", .tooManyDigits),
    ("0.00000000000000000000000000000000000000000000000", .tooManyDigits),
  ])
  func `is refused`(_ text: String, _ fault: FigureFault) {
    #expect(throws: fault) { try FigureGrammar.figure(in: text) }
  }

  @Test(arguments: [
    (",", FigureFault.noDigits), ("1,5,0", .twoPoints), ("1,234.5", .separatorBehindPoint),
    ("1.23", .misplacedSeparator), ("1 23", .misplacedSeparator), ("5,", .noDigitBehindPoint),
    ("1  234", .digitsApart), ("1e3", .scientific),
  ])
  func `is refused with a decimal comma`(_ text: String, _ fault: FigureFault) {
    #expect(throws: fault) { try FigureGrammar.figure(in: text, decimalMark: .comma) }
  }

  @Test(arguments: ["1.5", "1,234", ".5", "5,", "(１．５)", "¥1,234"])
  func `is refused where the mark isn't said`(_ text: String) {
    #expect(throws: FigureFault.unsaidDecimalMark) {
      try FigureGrammar.figure(in: text, decimalMark: nil)
    }
  }

  @Test func `a footnote mark doesn't become a digit`() throws {
    #expect(try FigureGrammar.figure(in: "5²")?.mantissa == 5)
    #expect(try FigureGrammar.figure(in: "5²")?.unit == "²")
  }

  @Test func `plain figures are given back by their digits`() throws {
    var random = Mutations(seed: 7)
    for _ in 0..<20_000 {
      let text = random.text(of: "0123456789,,..-()%", upTo: 12)
      guard let figure = try? FigureGrammar.figure(in: text) else { continue }
      let plain = FigureTests.rendering(figure)
      let isGivenBack = [plain, plain.filter { $0 != "," }].contains(text)
      #expect(isGivenBack == figure.isPlain, "\(text)")
    }
  }

  /// The digits with separators, a minus sign and a point, as a reader of the store would print.
  private static func rendering(_ figure: Figure) -> String {
    var digits = String(figure.mantissa.magnitude)
    while digits.count <= figure.places { digits = "0" + digits }
    let whole = Array(digits.dropLast(figure.places))
    var text = figure.mantissa < 0 ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return figure.places == 0 ? text : text + "." + digits.suffix(figure.places)
  }
}
