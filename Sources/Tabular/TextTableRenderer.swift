import TextForm

/// Draws a result as text: heading, aligned columns, and the notes below.
struct TextTableRenderer: ResultRenderer {
  /// How the columns are drawn.
  let drawing: any ColumnDrawing

  var setsTextsApart: Bool { false }

  /// The lines of a table, by what they are.
  struct Lines {
    var heading: [String]
    var body: [String]
    var notes: [String]
  }

  /// The lines of a table, or of the plot in its place, each with its line break.
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput {
    let lines = lines(of: table, width: width)
    let all = lines.heading + lines.body + lines.notes
    return RenderedOutput(all.map { $0 + "\n" }.joined())
  }

  /// The lines of a table, or of the plot in its place.
  ///
  /// Columns that don't fit into `width` terminal cells follow below, with the row labels repeated,
  /// and texts that don't are wrapped; without a width nothing is split.
  func lines(of table: ResultTable, width: Int?) -> Lines {
    let shown = ShownTable(table)
    return Lines(
      heading: shown.heading.isEmpty ? [] : wrapped(shown.heading, width: width),
      body: table.plot.map { TextPlot.lines(of: $0, width: width) }
        ?? lines(of: shown, width: width),
      notes: shown.notes.flatMap { wrapped($0, width: width, hanging: 2) })
  }

  private func wrapped(_ text: String, width: Int?, hanging: Int = 0) -> [String] {
    guard let width, width >= WrappedText.leastWidth else { return [text] }
    return WrappedText.lines(of: text, width: width, hanging: hanging)
  }

  private func lines(of shown: ShownTable, width: Int?) -> [String] {
    let labels = shown.labels.map { TextColumn($0.closed) }
    let columns = shown.columns.map { TextColumn($0.closed) }
    let parts =
      width.map { ColumnFitting(drawing: drawing, width: $0).parts(of: columns, besides: labels) }
      ?? [labels + columns]
    return parts.flatMap { drawing.lines(drawing.fitted($0), totals: shown.totals) }
  }
}
