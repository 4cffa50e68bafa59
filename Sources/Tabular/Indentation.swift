/// Labels that stand further in than the one above them begin with two spaces for each level.
enum Indentation {
  /// The text without its spaces, behind a mark for each level; formats that drop spaces have marks of
  /// their own.
  static func marked(_ label: String, with mark: String, escaped: (String) -> String) -> String {
    let spaces = label.prefix { $0 == " " }.count
    return String(repeating: mark, count: spaces / 2) + escaped(String(label.dropFirst(spaces)))
  }
}
