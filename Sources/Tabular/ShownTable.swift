import TextForm

/// A result as people are shown it: titles and texts with their marks, before a format escapes and
/// arranges them.
///
/// No text in it holds a control character of somebody else.
struct ShownTable {
  /// A column, its title and its texts.
  struct Column {
    /// The levels of the title, outermost first.
    let title: [String]
    /// One text a row.
    let texts: [String]
    /// Whether its texts are figures, which stand to the right.
    let holdsFigures: Bool

    /// The column with texts that move none of the columns beside it, whatever way they are written.
    var closed: Column {
      Column(
        title: title.map(TextDirection.closed), texts: texts.map(TextDirection.closed),
        holdsFigures: holdsFigures)
    }
  }

  /// What one is looking at; empty where there is nothing to say.
  let heading: String
  /// The columns of the row labels.
  let labels: [Column]
  /// The columns behind the labels.
  let columns: [Column]
  /// Of each row, whether it is the total of those above it.
  let totals: [Bool]
  /// What stands below.
  let notes: [String]

  /// What people are shown of a result.
  init(_ table: ResultTable) {
    heading = Self.line(table.heading)
    labels = table.labelTitles.indices.map { index in
      Column(
        title: [EscapedText.visible(table.labelTitles[index])],
        texts: table.rows.map { EscapedText.visible($0.labels[index]) }, holdsFigures: false)
    }
    columns = table.columns.indices.map { Self.column($0, of: table) }
    totals = table.rows.map(\.isTotal)
    notes = table.notes.map(Self.line)
  }

  /// A line of names and figures, in which each stands where it was put.
  private static func line(_ text: String) -> String {
    TextDirection.settled(EscapedText.visible(text))
  }

  private static func column(_ index: Int, of table: ResultTable) -> Column {
    let cells = table.rows.map { $0.cells[index] }
    // An empty text is a place without a figure, and no text to read from the left.
    let holdsText = cells.contains {
      if case .text(let text) = $0 { !text.isEmpty } else { false }
    }
    return Column(
      title: table.columns[index].title.map { EscapedText.visible($0) },
      texts: cells.map { CellText.shown($0, formats: table.formats) }, holdsFigures: !holdsText)
  }
}
