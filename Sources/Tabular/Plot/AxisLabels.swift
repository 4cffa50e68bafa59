import TextForm

/// Puts texts below the places that they name, as many as don't touch one another.
enum AxisLabels {
  /// A line of labels, each centred on its column; where they would touch, every second,
  /// fourth and so on is left, and the one at `kept` in any case.
  static func line(
    _ labels: [(column: Int, text: String)], width: Int, keeping kept: Int = 0
  ) -> String {
    let placed = labels.map { Placed($0.text, around: $0.column, within: width) }
    var stride = 1
    while stride < placed.count, touches(every(stride, of: placed, kept)) { stride *= 2 }
    return every(stride, of: placed, kept).reduce("") { line, label in
      line + String(repeating: " ", count: max(0, label.start - DisplayWidth.of(line)))
        + label.text
    }
  }

  private struct Placed {
    let text: String
    let start: Int
    let end: Int

    init(_ text: String, around column: Int, within width: Int) {
      let taken = DisplayWidth.of(text)
      self.text = text
      start = max(0, min(column - (taken - 1) / 2, width - taken))
      end = start + taken
    }
  }

  private static func every(_ stride: Int, of labels: [Placed], _ kept: Int) -> [Placed] {
    labels.enumerated().filter { ($0.offset - kept).isMultiple(of: stride) }.map(\.element)
  }

  private static func touches(_ labels: [Placed]) -> Bool {
    zip(labels, labels.dropFirst()).contains { $0.end >= $1.start }
  }

  /// Of labels at a distance, how many there are from one that is left to the next, doubling.
  static func stride(widest: Double, distance: Double) -> Int {
    var stride = 1
    while Double(stride) * distance < widest, distance > 0 { stride *= 2 }
    return stride
  }
}
