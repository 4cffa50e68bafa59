/// The wording of the notes that several kinds of results have in common.
enum CellNote {
  /// What a derived value is.
  static let derived = "~ derived: the difference of printed figures, or computed from one"
  /// Which of two figures that contradict each other is used.
  static let conflictRule = "the most precise is used, of equals the first"
  /// What a conflict is.
  static let conflicting = "! printed with two values at once; \(conflictRule)"
}
