/// Lines of separated fields, read in the plainest way.
///
/// It shares nothing with the reader that the product imports data with, since what the two make of
/// the data files is compared.
enum SeparatedText {
  /// The fields of each line of a tab-separated text; lines that begin with `#` are comments.
  static func tabbed(_ text: String) -> [[String]] {
    lines(of: text).filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The fields of each line of a comma-separated text, whose fields hold no line break.
  static func commaSeparated(_ text: String) -> [[String]] {
    lines(of: text).map(fields)
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: true)
  }

  /// A quotation mark inside a quoted field would need more than this; the data files hold none.
  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
