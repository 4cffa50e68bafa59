/// The states of the line being edited that can be gone back to.
///
/// What is typed without a break is taken back by words, with the space before them; any other change,
/// such as a deletion or a pasted block, on its own.
struct LineUndo {
  private var earlier: [EditedLine] = []
  private(set) var current = EditedLine()
  /// Whether the last change typed one character.
  private var isTyping = false
  private static let limit = 1_000

  /// Takes note of the line as it is now; one that hasn't changed is none.
  mutating func note(_ state: EditedLine) {
    guard state != current else { return }
    defer { current = state }
    if state.text == current.text {
      isTyping = false
      return
    }
    let typed = typedCharacter(in: state)
    if !isTyping || typed?.isWhitespace != false { earlier.append(current) }
    if earlier.count > LineUndo.limit { earlier.removeFirst() }
    isTyping = typed != nil
  }

  /// Goes back to the state before the last change; nil where there is none.
  mutating func takeBack() -> EditedLine? {
    guard let state = earlier.popLast() else { return nil }
    current = state
    isTyping = false
    return state
  }

  /// The character that was typed to get to `state`; nil where it came about otherwise.
  private func typedCharacter(in state: EditedLine) -> Character? {
    guard state.afterCursor == current.afterCursor,
      state.beforeCursor.utf8.starts(with: current.beforeCursor.utf8)
    else { return nil }
    let added = String(
      decoding: state.beforeCursor.utf8.dropFirst(current.beforeCursor.utf8.count), as: UTF8.self)
    return added.count == 1 ? added.first : nil
  }
}
