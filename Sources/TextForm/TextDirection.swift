import CUTF8Proc

/// Keeps what is written from right to left from moving what stands beside it.
///
/// A line that is shown runs from left to right, but digits and signs behind a Hebrew or Arabic word
/// belong to that word: where nothing parts them, the figures of a row change places. The
/// left-to-right mark parts them and is itself not seen.
package enum TextDirection {
  /// What ends a run from right to left.
  private static let mark: Unicode.Scalar = "\u{200E}"

  /// Whether anything in a text is written from right to left.
  package static func turns(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 0x80 } && text.unicodeScalars.contains(where: isRightToLeft)
  }

  /// A text that leaves alone whatever stands behind it on its line.
  package static func closed(_ text: String) -> String {
    turns(text) ? text + String(Character(mark)) : text
  }

  /// A text of names and figures, each of which stands where it was put.
  ///
  /// Digits that belong to a name, with nothing between them, stay with it.
  package static func settled(_ text: String) -> String {
    guard turns(text) else { return text }
    var result = String.UnicodeScalarView()
    // Where the last word from right to left ends; nil behind another word.
    var end: String.UnicodeScalarView.Index?
    for scalar in text.unicodeScalars {
      let isAtEnd = end == result.endIndex
      if isDigit(scalar), !isAtEnd, let wordEnd = end {
        result.insert(mark, at: wordEnd)
        end = nil
      }
      result.append(scalar)
      if isRightToLeft(scalar) || isAtEnd && belongsToWord(scalar) {
        end = result.endIndex
      } else if isLeftToRight(scalar) {
        end = nil
      }
    }
    return String(result)
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    [UTF8PROC_BIDI_CLASS_R, UTF8PROC_BIDI_CLASS_AL, UTF8PROC_BIDI_CLASS_AN].contains(kind(scalar))
  }

  private static func isLeftToRight(_ scalar: Unicode.Scalar) -> Bool {
    kind(scalar) == UTF8PROC_BIDI_CLASS_L
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    kind(scalar) == UTF8PROC_BIDI_CLASS_EN
  }

  private static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || kind(scalar) == UTF8PROC_BIDI_CLASS_NSM || scalar == "_"
  }

  private static func kind(_ scalar: Unicode.Scalar) -> utf8proc_bidi_class_t {
    let property = utf8proc_get_property(utf8proc_int32_t(bitPattern: scalar.value))
    return utf8proc_bidi_class_t(UInt32(property?.pointee.bidi_class ?? 0))
  }
}
