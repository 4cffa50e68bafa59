/// Bars and columns of whole, half and eighth blocks.
enum Blocks {
  private static let across: [Character] = Array("▏▎▍▌▋▊▉")
  private static let up: [Character] = Array("▁▂▃▄▅▆▇")

  /// A length in eighths of a cell; what isn't zero is one at least.
  static func eighths(_ cells: Double) -> Int {
    cells == 0 ? 0 : max(1, Int((cells * 8).rounded()))
  }

  /// A bar that grows to the right.
  static func rightward(_ eighths: Int) -> String {
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8) + (rest > 0 ? String(across[rest - 1]) : "")
  }

  /// A bar that grows to the left, for which there are only halves and an eighth.
  static func leftward(_ eighths: Int) -> String {
    let head = partial(eighths % 8, eighth: "▕", half: "▐")
    return (head.map { String($0) } ?? "") + String(repeating: "█", count: eighths / 8)
  }

  /// The cells of a column that grows upward, from the lowest on.
  static func upward(_ eighths: Int) -> [Character] {
    let rest = eighths % 8
    return Array(repeating: "█", count: eighths / 8) + (rest > 0 ? [up[rest - 1]] : [])
  }

  /// The cells of a column that grows downward, from the highest on.
  static func downward(_ eighths: Int) -> [Character] {
    Array(repeating: "█", count: eighths / 8)
      + (partial(eighths % 8, eighth: "▔", half: "▀").map { [$0] } ?? [])
  }

  private static func partial(_ rest: Int, eighth: Character, half: Character) -> Character? {
    switch rest {
    case 0: nil
    case 1, 2: eighth
    case 3, 4, 5: half
    default: "█"
    }
  }
}
