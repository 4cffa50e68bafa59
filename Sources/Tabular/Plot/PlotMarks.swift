/// The signs by which series are told apart where there is no colour.
enum PlotMarks {
  /// One sign a series: shapes as long as there are any, then letters.
  static let signs: [Character] = Array("●○■□▲△◆◇abcdefghijklmnopqrstuvwxyz")

  /// Where several series meet in one place.
  static let meeting: Character = "+"
  /// Between two neighbouring values of a series.
  static let between: Character = "·"
}
