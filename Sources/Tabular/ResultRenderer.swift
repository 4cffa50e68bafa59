/// How tables become text in one format, and what stands around several of them.
protocol ResultRenderer: Sendable {
  /// What stands before everything else in a document.
  func opening(title: String) -> String

  /// What stands between two tables of a document.
  func separator(between previous: ResultTable, and next: ResultTable) -> String

  /// The table itself.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - previous: The table written before to the same place.
  ///   - width: The width of the terminal, where there is one.
  /// - Returns: The text, with a line break behind its last line.
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput

  /// What a report says between its tables, with a line break behind its last line; asked of formats
  /// for people only.
  func text(of prose: Prose) -> String

  /// Whether one text after another needs an empty line to be told apart.
  var setsTextsApart: Bool { get }

  /// What stands behind everything else in a document.
  var closing: String { get }

  /// What joins several tables, where a document has to be one value; nil where it needn't be.
  var list: ResultList? { get }
}

extension ResultRenderer {
  func opening(title: String) -> String { "" }

  /// People tell tables apart by an empty line.
  func separator(between previous: ResultTable, and next: ResultTable) -> String { "\n" }

  func text(of prose: Prose) -> String { prose.shown + "\n" }

  var setsTextsApart: Bool { true }

  var closing: String { "" }

  var list: ResultList? { nil }
}
