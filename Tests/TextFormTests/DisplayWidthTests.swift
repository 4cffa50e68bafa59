import Testing
import TextForm

@Suite("How many terminal cells a text takes")
struct DisplayWidthTests {
  @Test(
    "each script by its own rule",
    arguments: [
      ("nothing", "", 0), ("ASCII", "revenue", 7), ("kanji", "営業収益", 8), ("kana", "システム", 8),
      ("half-width katakana", "ｼｽﾃﾑ", 4), ("half-width with voiced marks", "ﾃﾞｰﾀﾍﾟｰｼﾞ", 9),
      ("full-width letters", "ＦＹ０４", 8), ("mixed", "si（計）", 8), ("accent", "café", 4),
      ("combining accent", "cafe\u{301}", 4), ("combining voiced mark", "か\u{3099}", 2),
      ("many marks", "a\u{301}\u{302}\u{303}", 1), ("Hangul", "한국", 4),
      ("Hangul in parts", "\u{1112}\u{1161}\u{11AB}", 2), ("box", "│─┼", 3), ("ellipsis", "…", 1),
      ("emoji", "🎉", 2), ("family", "👨‍👩‍👧", 2), ("skin tone", "👍🏽", 2), ("flag", "🇯🇵", 2),
      ("sign as emoji", "❤\u{FE0F}", 2), ("sign as text", "❤", 1), ("tab", "\t", 0),
      ("escape", "\u{1B}", 0), ("yen signs", "¥￥", 3), ("negative mark", "△5", 2),
      ("zero-width space", "a\u{200B}b", 2), ("Hebrew", "שלום", 4), ("Arabic", "عربي", 4),
      ("Hebrew with points", "שָׁ", 1), ("Devanagari with a conjunct", "नमस्ते", 4),
      ("Devanagari with a vowel sign", "कि", 2), ("Thai with a vowel behind", "กำ", 2),
      ("Thai with a tone too", "น้ำ", 2), ("mark between directions", "a\u{200E}", 1),
    ])
  func width(name: String, text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }
}
