/// Draws a result as text: heading, aligned columns, and the notes below.
struct TextTableRenderer: ResultRenderer {
  /// How the columns are drawn.
  let drawing: any ColumnDrawing

  var setsTextsApart: Bool { false }

  /// The lines of a table, or of the plot in its place, each with its line break.
  ///
  /// Columns that don't fit into `width` terminal cells follow below, with the row labels repeated;
  /// without a width nothing is split.
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput {
    let shown = ShownTable(table)
    var lines = shown.heading.isEmpty ? [] : [shown.heading]
    if let plot = table.plot {
      lines += TextPlot.lines(of: plot, width: width)
    } else {
      lines += self.lines(of: shown, width: width)
    }
    lines += shown.notes
    return RenderedOutput(lines.map { $0 + "\n" }.joined())
  }

  private func lines(of shown: ShownTable, width: Int?) -> [String] {
    let labels = shown.labels.map { TextColumn($0.closed) }
    let columns = shown.columns.map { TextColumn($0.closed) }
    return parts(of: columns, besides: labels, within: width).flatMap { part in
      drawing.lines(drawing.fitted(labels + part), totals: shown.totals)
    }
  }

  /// Cuts the columns into parts that fit beside the labels, each with at least one column.
  ///
  /// Columns under one title, such as the measures of a quarter, stay together where they fit into
  /// the width at all.
  private func parts(
    of columns: [TextColumn], besides labels: [TextColumn], within width: Int?
  ) -> [[TextColumn]] {
    guard let width, !columns.isEmpty else { return [columns] }
    let room = width - drawing.edgeWidth - taken(by: labels)
    var parts: [[TextColumn]] = []
    for run in runs(of: columns) {
      let pieces = taken(by: run) <= room ? [run] : run.map { [$0] }
      for piece in pieces {
        if let last = parts.last, taken(by: last + piece) <= room {
          parts[parts.count - 1] += piece
        } else {
          parts.append(piece)
        }
      }
    }
    return parts
  }

  private func taken(by columns: [TextColumn]) -> Int {
    drawing.fitted(columns).reduce(0) { $0 + $1.width + drawing.gapWidth }
  }

  /// The columns, those together that share all levels of their titles but the last.
  private func runs(of columns: [TextColumn]) -> [[TextColumn]] {
    columns.reduce(into: []) { runs, column in
      let isTitled = column.title.count > 1
      if isTitled, let last = runs.last?.last, last.title.dropLast() == column.title.dropLast() {
        runs[runs.count - 1].append(column)
      } else {
        runs.append([column])
      }
    }
  }
}
