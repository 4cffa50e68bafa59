/// Text that is safe to show on a terminal.
package enum EscapedText {
  /// `text` with every character that steers a terminal, or can't be seen, written as an escape.
  ///
  /// A label comes from a file that somebody else wrote; shown raw it could move the cursor, change
  /// colours, turn the line round or break a row in two, and two labels that differ could look the same.
  package static func visible(_ text: String) -> String {
    HiddenScalars.replaced(in: text) { "\\u{\(String($0.value, radix: 16, uppercase: true))}" }
  }

  /// The lines of a text of several, each safe to show; a tab, as in a statement that is echoed, can be
  /// left what it is.
  package static func visibleLines(_ text: String, keepingTabs: Bool = false) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if !keepingTabs { return visible(String(line)) }
      return line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { visible(String($0)) }.joined(separator: "\t")
    }
  }
}
