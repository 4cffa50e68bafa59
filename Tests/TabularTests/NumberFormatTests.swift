import Metrics
import Tabular
import Testing

@Suite("Numbers as people read them")
struct NumberFormatTests {
  @Test(
    "amounts at a scale, no finer than they are known",
    arguments: [
      ("millions", 10_512, 6, 6, 0, "10,512"), ("thousands", 10_512_328, 3, 3, 0, "10,512,328"),
      ("thousands in millions", 10_512_500, 3, 6, 0, "10,513"),
      ("negative half", -10_512_500, 3, 6, 0, "-10,513"),
      ("two decimals", 10_512_328, 3, 6, 2, "10,512.33"),
      ("decimals that nobody knows", 10_512, 6, 6, 2, "10,512"),
      ("millions in thousands", 10_512, 6, 3, 0, "10,512,000"),
      ("millions in billions", 10_512, 6, 9, 1, "10.5"), ("a thousand", 1000, 0, 0, 0, "1,000"),
      ("below a thousand", -999, 0, 0, 0, "-999"), ("zero", 0, 6, 6, 0, "0"),
      ("rounded to nothing", -4, 3, 6, 0, "0"), ("per share", 35_125, -2, 0, 2, "351.25"),
      ("the largest", .max, 0, 0, 0, "9,223,372,036,854,775,807"),
    ] as [(String, Int64, Int8, Int, Int, String)])
  func amounts(
    name: String, mantissa: Int64, exponent: Int8, scale: Int, decimals: Int, text: String
  ) {
    let format = NumberFormat(style: .amount(scaleExponent: scale, decimals: decimals))
    #expect(format.text(.amount(Amount(printed: mantissa, exponent: exponent))) == text)
  }

  @Test(
    "percentages, points and quotients",
    arguments: [
      (NumberFormat.Style.percent(decimals: 1), 222_824, "22.3%"),
      (.percent(decimals: 1), 12_345_679, "1,234.6%"), (.percent(decimals: 1), -499, "0.0%"),
      (.percent(decimals: 1), -500, "-0.1%"), (.percentagePoints(decimals: 1), -12_300, "-1.2 pp"),
      (.quotient(significantDigits: 4), 1_234_567, "1.235"),
      (.quotient(significantDigits: 4), 2_500_000, "2.500"),
      (.quotient(significantDigits: 4), 12_345_678_900, "12,350"),
      (.quotient(significantDigits: 4), 0, "0"),
    ])
  func quotients(style: NumberFormat.Style, millionths: Int128, text: String) throws {
    let fraction = try #require(try Fraction(millionths, 1_000_000))
    #expect(NumberFormat(style: style).text(.fraction(fraction)) == text)
  }

  @Test(
    "binary numbers are rounded like all others",
    arguments: [
      (NumberFormat.Style.percent(decimals: 1), 0.0734123, "7.3%"),
      (.percent(decimals: 1), -0.0734123, "-7.3%"),
      (.amount(scaleExponent: 6, decimals: 0), 1_234_567_890.5, "1,235"),
      (.quotient(significantDigits: 4), 2.718281828, "2.718"),
      (.quotient(significantDigits: 4), 1e-9, "0.000000001000"),
      (.percent(decimals: 1), 1e-30, "0.0%"),
    ])
  func binary(style: NumberFormat.Style, value: Double, text: String) {
    #expect(NumberFormat(style: style).text(.binary(value)) == text)
  }

  @Test("a fraction too wide to be scaled exactly is scaled all the same")
  func wideFraction() throws {
    let wide = try #require(try Fraction(.max / 5, .max - 2))
    #expect(NumberFormat(style: .percent(decimals: 1)).text(.fraction(wide)) == "20.0%")
  }

  @Test(
    "a number below zero stands in parentheses where that is asked for",
    arguments: [
      (NumberFormat.Style.amount(scaleExponent: 6, decimals: 0), "(829)"),
      (.amount(scaleExponent: 3, decimals: 0), "(829,000)"),
      (.percent(decimals: 0), "(82,900,000,000%)"),
    ])
  func parentheses(style: NumberFormat.Style, text: String) {
    let format = NumberFormat(style: style, negative: .parentheses)
    #expect(format.text(.amount(Amount(printed: -829, exponent: 6))) == text)
    #expect(format.text(.amount(.zero)).hasPrefix("0"))
  }
}
