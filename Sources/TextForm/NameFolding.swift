import CUTF8Proc
import Glibc

/// The form of a text in which names are compared: compatibility-composed and without case.
///
/// People type `２Q０４` with full-width digits, `売上高` from an input method and `Revenue` with a
/// capital; all of them have to find the one thing that was declared. Folding happens once, at the
/// edge, so that everything behind it compares plain strings.
package enum NameFolding {
  /// The folded form of `text`.
  ///
  /// For example, `fold("Ｒｅｖｅｎｕｅ")` and `fold("revenue")` are equal.
  package static func fold(_ text: String) -> String {
    var isASCII = true
    var hasCapital = false
    for byte in text.utf8 {
      isASCII = isASCII && byte < 0x80
      hasCapital = hasCapital || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
    if isASCII { return hasCapital ? text.lowercased() : text }
    return compatibilityComposed(text).lowercased()
  }

  /// The compatibility composition (NFKC) of `text`, with its case kept.
  package static func compatibilityComposed(_ text: String) -> String {
    var folded: UnsafeMutablePointer<UInt8>?
    let options = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue | UTF8PROC_COMPAT.rawValue
    var source = text
    let length = source.withUTF8 { bytes in
      utf8proc_map(bytes.baseAddress, bytes.count, &folded, utf8proc_option_t(rawValue: options))
    }
    guard length >= 0, let folded else { return text }
    defer { free(folded) }
    return String(decoding: UnsafeBufferPointer(start: folded, count: length), as: UTF8.self)
  }
}
