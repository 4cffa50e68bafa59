extension ResultNotes {
  /// Which comparisons over time have two sides that don't count the same, because one of them had
  /// been revised when the other was first published.
  var acrossBases: [String] {
    let mixed = positions.filter { grid[$0].isAcrossBases }
    if mixed.isEmpty { return [] }
    let names = mixed.map(name).filter { !$0.isEmpty }
    let rest = names.count - ResultNotes.mostListed
    let more = rest > 0 ? ", and \(rest) more" : ""
    let listed =
      names.isEmpty
      ? "" : ": \(names.prefix(ResultNotes.mostListed).joined(separator: ", "))\(more)"
    return [
      "across two bases\(listed); one side had been revised when the other was first published"
    ]
  }
}
