/// The one engine behind every "did you mean".
///
/// It serves metrics, segments, periods, verbs, clauses, settings, formats and dot commands alike:
/// give it what was typed and what would have been legal there.
package enum Suggestions {
  /// The names nearest to `typed`, best first, at most `limit` of them.
  ///
  /// A name is near when at most a third of the letters differ, or when it begins with what was
  /// typed or ends with it after a dot; `names` is compared as it stands, so fold both sides first.
  package static func nearest(
    to typed: String, among names: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let target = Array(typed.unicodeScalars)
    let threshold = max(1, (target.count + 1) / 3)
    let scored = Set(names).compactMap { name -> (distance: Int, name: String)? in
      if name == typed { return nil }
      if target.count >= 3, name.hasPrefix(typed) || name.hasSuffix("." + typed) {
        return (1, name)
      }
      let distance = editDistance(target, Array(name.unicodeScalars), limit: threshold)
      return distance <= threshold ? (distance, name) : nil
    }
    return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(limit).map(\.name)
  }

  /// A note such as `did you mean revenue or revenues?`; nil when nothing is near.
  package static func note(for typed: String, among names: some Sequence<String>) -> String? {
    let names = nearest(to: typed, among: names)
    guard let last = names.last else { return nil }
    let others = names.dropLast().joined(separator: ", ")
    return "did you mean \(others.isEmpty ? last : "\(others) or \(last)")?"
  }

  /// The number of single letters to insert, delete, change or swap; `limit + 1` when it is more.
  private static func editDistance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
  ) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let change = last[column] + (left[row] == right[column] ? 0 : 1)
        var best = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      if current.allSatisfy({ $0 > limit }) { return limit + 1 }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
