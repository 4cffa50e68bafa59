import Metrics
import Testing

@Suite("Decimal digits without floating point")
struct DecimalTextTests {
  @Test(
    "every digit of an amount",
    arguments: [
      (10_512, 6, "10512000000"), (-356, -2, "-3.56"), (5, -3, "0.005"), (-5, -3, "-0.005"),
      (0, 6, "0"), (0, -2, "0"), (50, -1, "5.0"), (.min, 0, "-9223372036854775808"),
      (.min, -18, "-9.223372036854775808"), (1, 40, "1" + String(repeating: "0", count: 40)),
      (1, -128, "0." + String(repeating: "0", count: 127) + "1"),
    ] as [(Int64, Int8, String)])
  func exact(mantissa: Int64, exponent: Int8, text: String) {
    #expect(DecimalText.exact(Amount(printed: mantissa, exponent: exponent)) == text)
  }

  @Test(
    "rounding goes half away from zero",
    arguments: [
      ("0.05", 5, 100, 1, "0.1"), ("-0.05", -5, 100, 1, "-0.1"), ("0.15", 15, 100, 1, "0.2"),
      ("0.25", 25, 100, 1, "0.3"), ("2.675", 2675, 1000, 2, "2.68"),
      ("-2.675", -2675, 1000, 2, "-2.68"), ("9.995", 9995, 1000, 2, "10.00"),
      ("99.5", 995, 10, 0, "100"), ("0.5", 1, 2, 0, "1"), ("-0.5", -1, 2, 0, "-1"),
      ("0.4999", 4999, 10_000, 0, "0"), ("-0.04", -4, 100, 1, "0.0"),
      ("-0.004", -4, 1000, 0, "0"), ("1/3", 1, 3, 4, "0.3333"), ("2/3", 2, 3, 4, "0.6667"),
      ("7", 7, 1, 2, "7.00"), ("0", 0, 1, 1, "0.0"), ("0 whole", 0, 1, 0, "0"),
      ("just below a half", 49_999_999_999, 100_000_000_000, 0, "0"),
      ("1234 to tens", 1234, 1, -1, "1230"), ("1235 to tens", 1235, 1, -1, "1240"),
      ("-1250 to hundreds", -1250, 1, -2, "-1300"),
      ("1249.99 to hundreds", 124_999, 100, -2, "1200"),
      ("49 to hundreds", 49, 1, -2, "0"), ("-49 to hundreds", -49, 1, -2, "0"),
      ("50 to hundreds", 50, 1, -2, "100"), ("999 to hundreds", 999, 1, -2, "1000"),
      ("5 to hundreds", 5, 1, -2, "0"), ("7 to the hundredth power of ten", 7, 1, -100, "0"),
      ("all digits", .max, 1, 0, "\(Int128.max)"), ("one over all digits", 1, .max, 3, "0.000"),
      ("nearly one over all digits", .max - 1, .max, 3, "1.000"),
    ] as [(String, Int128, Int128, Int, String)])
  func rounded(
    name: String, numerator: Int128, denominator: Int128, places: Int, text: String
  ) throws {
    let fraction = try #require(try Fraction(numerator, denominator))
    #expect(DecimalText.rounded(fraction, places: places) == text)
  }

  @Test(
    "significant digits, without zeros at the end",
    arguments: [
      ("a margin", 2_343_328, 10_516_497, 17, "0.22282400689126807"),
      ("two thirds", 2, 3, 17, "0.66666666666666667"), ("a third", -1, 3, 4, "-0.3333"),
      ("an eighth", 1, 8, 17, "0.125"), ("nothing", 0, 5, 4, "0"), ("small", 1, 3000, 2, "0.00033"),
      ("carrying", 99_996, 100_000, 4, "1"), ("carrying far", 99_999, 10, 3, "10000"),
      ("whole", 1200, 1, 17, "1200"), ("cut whole", 123_456, 1, 4, "123500"),
      ("with whole digits", 12_345, 1000, 4, "12.35"), ("-12.345", -12_345, 1000, 4, "-12.35"),
      ("the smallest", 1, .max, 4, "0." + String(repeating: "0", count: 38) + "5877"),
      ("a long division", .max / 3, .max, 17, "0.33333333333333333"),
    ] as [(String, Int128, Int128, Int, String)])
  func significant(
    name: String, numerator: Int128, denominator: Int128, digits: Int, text: String
  ) throws {
    let fraction = try #require(try Fraction(numerator, denominator))
    #expect(DecimalText.significant(fraction, digits: digits) == text)
  }

  @Test(
    "a fraction leaves alone what stands before it",
    arguments: [
      ("carrying", 99_996, 100_000, "99,1"), ("carrying far", 99_999, 10, "99,10000"),
      ("whole zeros", 1000, 1, "99,1000"), ("nothing", 0, 1, "99,0"), ("sign", -1, 2, "99,-0.5"),
    ] as [(String, Int128, Int128, String)])
  func behindOthers(
    name: String, numerator: Int128, denominator: Int128, text: String
  ) throws {
    let fraction = try #require(try Fraction(numerator, denominator))
    var bytes = Array("99,".utf8)
    DecimalText.write(significant: fraction, digits: 4, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }
}
