/// What can stand at the cursor, in place of what has been typed of it.
package struct Completion: Equatable, Sendable {
  /// One text that can stand there.
  package struct Candidate: Equatable, Sendable {
    /// What is inserted.
    package var text: String
    /// A few words beside it in the list, such as a label and a unit.
    package var detail: String?
    /// What is inserted behind it when it is the only one.
    package var ending: String
    /// What may stand for it as well.
    package var otherNames: [String] = []

    /// Makes a candidate.
    package init(_ text: String, detail: String? = nil, ending: String = " ") {
      self.text = text
      self.detail = detail
      self.ending = ending
    }
  }

  /// The part of the text before the cursor that a candidate replaces, in characters.
  package var replacing: Range<Int>
  /// The candidates, in the order in which they are listed.
  package var candidates: [Candidate]

  /// Makes a completion.
  package init(replacing: Range<Int>, candidates: [Candidate]) {
    self.replacing = replacing
    self.candidates = candidates
  }
}
