import Testing
import TextForm

@Suite("Names are one name however they are typed")
struct NameFoldingTests {
  @Test(
    "one folded form for every way to type a name",
    arguments: [
      ("Revenue", "revenue"), ("ＲＥＶＥＮＵＥ", "revenue"), ("２Q０４", "2q04"), ("売上高", "売上高"),
      ("ｼｽﾃﾑ", "システム"), ("ﾃﾞｰﾀ", "データ"), ("か\u{3099}", "が"), ("㈱", "(株)"), ("㌫", "パーセント"),
      ("，、（％", ",、(%"), ("　", " "), ("É", "é"), ("e\u{301}", "é"), ("①", "1"), ("ﬁ", "fi"),
      ("", ""), ("a\0B", "a\0b"),
    ])
  func folding(text: String, folded: String) {
    #expect(Array(NameFolding.fold(text).utf8) == Array(folded.utf8))
  }

  @Test("folding a folded text changes nothing")
  func idempotent() {
    let changing = (0x20...0x2FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter {
      let folded = NameFolding.fold(String(Character($0)))
      return NameFolding.fold(folded) != folded
    }
    #expect(changing == [])
  }

  @Test("composition keeps case", arguments: [("ＦＹ０４", "FY04"), ("Revenue", "Revenue"), ("", "")])
  func composing(text: String, composed: String) {
    #expect(NameFolding.compatibilityComposed(text) == composed)
  }
}
