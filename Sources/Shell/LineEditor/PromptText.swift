/// A prompt, held in memory that libedit may read whenever it draws the line.
@safe
final class PromptText {
  /// The prompt as text.
  let text: String
  /// The same as C characters, valid as long as this object.
  let characters: UnsafeMutablePointer<CChar>

  /// Holds `text`.
  init(_ text: String) {
    self.text = text
    let characters = text.utf8CString
    unsafe self.characters = .allocate(capacity: characters.count)
    for (index, character) in characters.enumerated() {
      unsafe (self.characters + index).initialize(to: character)
    }
  }

  deinit {
    unsafe characters.deallocate()
  }
}
