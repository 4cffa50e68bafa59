import CLibEdit

extension LibEditLineEditor {
  /// Lets the terminal say what is pasted, so that a line break in it doesn't run anything and a tab
  /// doesn't complete.
  func takePastedBlocks() {
    unsafe libedit_set_paste_taker(editor) { editor, text in
      unsafe LibEditLineEditor.of(editor).insert(pasted: String(cString: text))
    }
  }

  /// Asks the terminal to mark what is pasted, or no longer to.
  func markPastes(_ marks: Bool) {
    if isMarkingPastes { unsafe libedit_mark_pastes(editor, marks) }
  }

  private func insert(pasted text: String) {
    unsafe el_insertstr(editor, insertable(pasted: text))
  }
}

/// A pasted block as it may stand in the line: its line breaks as line feeds, none of them at the end,
/// and no control character but those and tabs.
func insertable(pasted text: String) -> String {
  var kept = String.UnicodeScalarView()
  for character in text {
    if character.isNewline {
      kept.append("\n")
    } else {
      kept += character.unicodeScalars.filter { $0 == "\t" || $0.value >= 0x20 && $0.value != 0x7F }
    }
  }
  while let last = kept.last, last.properties.isWhitespace { kept.removeLast() }
  return String(kept)
}
