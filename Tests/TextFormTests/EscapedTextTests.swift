import Testing
import TextForm

@Suite("Text from elsewhere can't steer a terminal")
struct EscapedTextTests {
  @Test(
    "what steers is shown as an escape",
    arguments: [
      ("escape", "\u{1B}[31mred", "\\u{1B}[31mred"), ("line feed", "a\nb", "a\\u{A}b"),
      ("line break of two", "a\r\nb", "a\\u{D}\\u{A}b"), ("tab", "a\tb", "a\\u{9}b"),
      ("nothing at all", "\0", "\\u{0}"), ("delete", "\u{7F}", "\\u{7F}"),
      ("C1 control", "\u{9B}31m", "\\u{9B}31m"), ("right to left", "a\u{202E}b", "a\\u{202E}b"),
      ("isolate", "\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("mark", "\u{200F}", "\\u{200F}"),
      ("zero-width space", "re\u{200B}venue", "re\\u{200B}venue"),
      ("byte order mark", "\u{FEFF}metric", "\\u{FEFF}metric"),
      ("line separator", "a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"),
      ("joiner at the end", "revenue\u{200D}", "revenue\\u{200D}"),
      ("joiner between letters", "net\u{200D}sales", "net\\u{200D}sales"),
      ("no-joiner between letters", "売\u{200C}上", "売\\u{200C}上"),
      ("soft hyphen", "in\u{AD}come", "in\\u{AD}come"), ("filler", "a\u{3164}", "a\\u{3164}"),
      ("control under an accent", "\u{1B}\u{301}", "\\u{1B}\u{301}"),
    ])
  func steering(name: String, text: String, shown: String) {
    #expect(EscapedText.visible(text) == shown)
  }

  @Test("lines stay lines") func lines() {
    #expect(
      EscapedText.visibleLines("a\n\u{1B}b\r\n\n") == ["a", "\\u{1B}b\\u{D}", "", ""])
  }

  @Test(
    "what doesn't is left alone",
    arguments: [
      "", "Revenue (net) \\ \"x\"", "営業収益", "か\u{3099}", "👨‍👩‍👧", "❤\u{FE0F}\u{200D}🔥",
      "葛\u{E0100}城", "क्\u{200D}ष", "می\u{200C}خواهم",
    ])
  func harmless(text: String) {
    #expect(EscapedText.visible(text) == text)
  }
}
