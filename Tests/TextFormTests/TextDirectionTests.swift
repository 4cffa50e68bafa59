import Testing
import TextForm

@Suite("Names from right to left move no figures")
struct TextDirectionTests {
  @Test(
    "a mark stands between a name and the digits behind it",
    arguments: [
      ("nothing", "", ""), ("Japanese", "売上高 3Q03", "売上高 3Q03"),
      ("Hebrew", "show בדיקה 3Q03, 4Q03", "show בדיקה\u{200E} 3Q03, 4Q03"),
      ("Arabic", "عربي · 2Q03", "عربي\u{200E} · 2Q03"),
      ("behind a sign", "בדיקה (-5)", "בדיקה\u{200E} (-5)"),
      ("a word between", "בדיקה USD 5", "בדיקה USD 5"),
      ("two names", "בדיקה, עוד 3Q03", "בדיקה, עוד\u{200E} 3Q03"),
      ("digits of the name", "בדיקה64", "בדיקה64"),
      ("digits of the name and others", "בדיקה_64 3Q03", "בדיקה_64\u{200E} 3Q03"),
      ("a name with points", "שָׁ 5", "שָׁ\u{200E} 5"),
      ("a name at the end", "2Q03 בדיקה", "2Q03 בדיקה"),
      ("twice", "בדיקה 5, בדיקה 6", "בדיקה\u{200E} 5, בדיקה\u{200E} 6"),
    ])
  func settled(name: String, text: String, shown: String) {
    #expect(TextDirection.settled(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test(
    "a mark closes what turns, and nothing else",
    arguments: [
      ("", ""), ("connectivity", "connectivity"), ("売上", "売上"), ("10,512", "10,512"),
      ("בדיקה", "בדיקה\u{200E}"), ("IIJ عربي 64", "IIJ عربي 64\u{200E}"),
    ])
  func closed(text: String, shown: String) {
    #expect(TextDirection.closed(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
  }
}
