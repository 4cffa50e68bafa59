import Metrics
import Testing

@Suite("Units multiply and divide with their amounts")
struct UnitTests {
  private static let yen = Unit(base: "JPY")
  private static let share = Unit(base: "share")
  private static let contract = Unit(base: "contract")

  @Test(
    "a unit is written with what is above and what is below the line",
    arguments: [
      (yen, "JPY"), (yen / share, "JPY/share"), (.ratio / share, "1/share"), (.ratio, "ratio"),
      (yen * yen, "JPY^2"), (yen * contract, "JPY*contract"), (contract * yen, "JPY*contract"),
      (yen / (share * contract), "JPY/contract/share"), (yen / (share * share), "JPY/share^2"),
    ])
  func description(unit: Unit, text: String) {
    #expect(unit.description == text)
  }

  @Test("like units cancel")
  func cancelling() {
    #expect((Self.yen / Self.yen).isRatio)
    #expect(Self.yen / Self.share * Self.share == Self.yen)
    #expect(Self.yen * .ratio == Self.yen && Self.yen / .ratio == Self.yen)
    #expect((Self.yen / Self.share) / (Self.yen / Self.contract) == Self.contract / Self.share)
  }

  @Test("order doesn't matter to a product, and does to a quotient")
  func order() {
    #expect(Self.yen * Self.share == Self.share * Self.yen)
    #expect(Self.yen / Self.share != Self.share / Self.yen)
    #expect(Self.yen != Unit(base: "USD"))
  }
}

@Suite("Units as they are written")
struct UnitTextTests {
  @Test(
    "names, lines and scales are told apart",
    arguments: [
      ("JPY", ["JPY"], [], 0), ("JPY thousand", ["JPY"], [], 3), ("million yen", ["yen"], [], 6),
      ("Millions JPY", ["JPY"], [], 6), ("USD  billion", ["USD"], [], 9),
      ("trillion", [], [], 12), ("%", [], [], -2), ("Percent", [], [], -2), ("pp", [], [], -2),
      ("JPY/share", ["JPY"], ["share"], 0), ("thousand JPY/contract", ["JPY"], ["contract"], 3),
      ("ratio", [], [], 0), ("Gbps", ["Gbps"], [], 0), ("円", ["円"], [], 0),
      ("1/share", ["1"], ["share"], 0), ("a/b/c", ["a"], ["b", "c"], 0),
      ("千円", ["円"], [], 3), ("万円", ["円"], [], 4), ("百万円", ["円"], [], 6),
      ("億円", ["円"], [], 8), ("十億円", ["円"], [], 9), ("兆円", ["円"], [], 12),
      ("千ドル", ["ドル"], [], 3), ("百万米ドル", ["米ドル"], [], 6),
      ("千円/株", ["円"], ["株"], 3), ("千葉", ["千葉"], [], 0), ("百万人", ["百万人"], [], 0),
    ] as [(String, [String], [String], Int)])
  func reading(text: String, above: [String], below: [String], scale: Int) {
    let unit = UnitText(numerator: above, denominator: below, scaleExponent: scale)
    #expect(UnitText(parsing: text) == unit)
  }

  @Test(
    "text that is no unit is none",
    arguments: [
      "", "  ", "JPY yen", "million thousand", "million JPY million", "% thousand", "JPY/",
      "/share", "JPY//share", "/", "JPY / share", "百万円 million", "千円/",
    ])
  func badText(text: String) {
    #expect(UnitText(parsing: text) == nil)
  }

  @Test(
    "a scale or a percent sign alone names no unit",
    arguments: [("million", true), ("%", true), ("JPY", false), ("JPY million", false)])
  func scaleOnly(text: String, isScaleOnly: Bool) {
    #expect(UnitText(parsing: text)?.isScaleOnly == isScaleOnly)
  }
}
