/// A line of blocks that shows how figures run, from the smallest to the largest of them.
package enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One character a figure; a dot stands where there is none.
  package static func text(_ values: [Double?]) -> String {
    let known = values.compactMap { $0 }
    guard let least = known.min(), let most = known.max() else {
      return String(repeating: "·", count: values.count)
    }
    return String(values.map { $0.map { block($0, from: least, to: most) } ?? "·" })
  }

  private static func block(_ value: Double, from least: Double, to most: Double) -> Character {
    if least == most { return blocks[blocks.count / 2] }
    let step = (value - least) / (most - least) * Double(blocks.count - 1)
    return blocks[Int(step.rounded())]
  }
}
