import TextForm

/// Fits columns into the width of a terminal.
///
/// Figures are never cut: a column of them that has no room follows below. Texts are wrapped, as many
/// columns beside one another as have a readable width, and titles that are too long are shortened.
struct ColumnFitting {
  /// How they are drawn.
  let drawing: any ColumnDrawing
  /// The terminal cells of a line.
  let width: Int
  /// The widest title that is shortened only where it has no room at all.
  private static let shortTitle = 40

  /// The columns in parts that fit beside the labels, each with the labels and at least one column.
  ///
  /// Columns under one title, such as the measures of a quarter, stay together where they fit into
  /// the width at all.
  func parts(of columns: [TextColumn], besides labels: [TextColumn]) -> [[TextColumn]] {
    if taken(by: labels + columns) <= cells { return [labels + columns] }
    if columns.isEmpty { return [isReadable ? narrowed(labels, to: cells) : labels] }
    if !isReadable { return parts(of: columns, in: cells - taken(by: labels)).map { labels + $0 } }
    let labels = narrowed(labels, to: cells / 2)
    let room = cells - taken(by: labels)
    let titled = columns.map { column in
      var column = column
      column.shortenTitle(
        to: min(max(cells / 2, ColumnFitting.shortTitle), room) - drawing.gapWidth)
      return column
    }
    return parts(of: titled, in: room).map { part in
      (labels + narrowed(part, to: room)).map(\.tightened)
    }
  }

  /// Whether there is room for texts that are wrapped and titles that are shortened.
  private var isReadable: Bool { width >= WrappedText.leastWidth }

  /// The terminal cells that columns can take, with what stands between them.
  private var cells: Int { width - drawing.edgeWidth }

  private func parts(of columns: [TextColumn], in room: Int) -> [[TextColumn]] {
    var parts: [[TextColumn]] = []
    for run in runs(of: columns) {
      let isTogether = taken(by: least(run, in: room)) <= room
      for piece in isTogether ? [run] : run.map({ [$0] }) {
        if let last = parts.last, taken(by: least(last + piece, in: room)) <= room {
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

  /// Columns as narrow as can be read, each of which fits into the room alone.
  private func least(_ columns: [TextColumn], in room: Int) -> [TextColumn] {
    if !isReadable { return columns }
    let widest = max(1, room - drawing.gapWidth)
    return columns.map { $0.narrowed(to: min($0.leastWidth, widest)) }
  }

  /// Columns of which the widest texts are wrapped, so that all of them fit into the room.
  private func narrowed(_ columns: [TextColumn], to room: Int) -> [TextColumn] {
    if taken(by: columns) <= room { return columns }
    // What the widest may have: the most with which all fit.
    var low = 1
    var high = columns.reduce(1) { max($0, $1.width) }
    while low < high {
      let limit = (low + high + 1) / 2
      if taken(by: limited(columns, limit)) <= room { low = limit } else { high = limit - 1 }
    }
    return limited(columns, low)
  }

  private func limited(_ columns: [TextColumn], _ limit: Int) -> [TextColumn] {
    columns.map { $0.narrowed(to: max(limit, min($0.width, 4))) }
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
