import TextForm

/// A message in the width of the terminal that shows it.
package enum FittedMessage {
  /// How far to the right the line stands that carets point into.
  private static let margin = 4

  /// A message whose lines end between words; the line that carets point into is cut around them.
  ///
  /// Without a width it is left as it is, for files and pipes.
  package static func text(_ message: String, width: Int?) -> String {
    guard let width, width >= WrappedText.leastWidth else { return message }
    var fitted: [String] = []
    var rest = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[
      ...]
    while let line = rest.popFirst() {
      if let carets = rest.first, areCarets(carets) {
        rest = rest.dropFirst()
        fitted += window(of: line, carets, width: width)
      } else {
        fitted += WrappedText.lines(of: line, width: width)
      }
    }
    return fitted.joined(separator: "\n")
  }

  private static func areCarets(_ line: String) -> Bool {
    let marks = line.drop { $0 == " " }
    return line.count - marks.count >= margin && marks.first == "^"
      && marks.dropFirst().allSatisfy { $0 == "~" }
  }

  /// The line with what stands around the carets, and the carets below it.
  private static func window(of line: String, _ carets: String, width: Int) -> [String] {
    let all = DisplayWidth.of(line)
    if max(all, carets.count) <= width { return [line, carets] }
    let room = width - margin
    let marks = carets.drop { $0 == " " }
    let start = carets.count - marks.count - margin
    // A third of the room stays for what is before the carets, where they don't fit at the begin.
    let isAtBegin = start + min(marks.count, room / 3) < room
    let first = isAtBegin ? 0 : max(0, min(start - room / 3, all - margin - room + 1))
    let text = line.dropFirst(margin)
    // A wide character that stands across the edge goes too.
    var before = WrappedText.prefix(of: text, width: first)
    if DisplayWidth.of(String(before)) < first { before = text[...before.endIndex] }
    let mark = before.isEmpty ? "" : "…"
    let shown = WrappedText.shortened(
      String(text[before.endIndex...]), to: room - DisplayWidth.of(mark))
    let caret = start - DisplayWidth.of(String(before)) + DisplayWidth.of(mark)
    let indent = String(repeating: " ", count: margin)
    return [
      indent + mark + shown,
      indent + String(repeating: " ", count: max(0, caret)) + marks.prefix(max(1, room - caret)),
    ]
  }
}
