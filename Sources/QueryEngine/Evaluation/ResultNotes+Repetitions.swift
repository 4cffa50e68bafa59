extension ResultNotes {
  /// Which columns of time stand more than once, so that nobody looks for a difference between them.
  var repetitions: [String] {
    guard query.layout.shows(.time) else { return [] }
    let headings = query.periods.entries.filter { $0.role == .member }.map(\.heading)
    let counts = Dictionary(grouping: headings) { $0 }.mapValues { $0.count }
    var told: Set<String> = []
    return headings.compactMap { heading in
      guard let count = counts[heading], count > 1, told.insert(heading).inserted else {
        return nil
      }
      return "\(heading) stands \(count == 2 ? "twice" : "\(count) times")"
    }
  }
}
