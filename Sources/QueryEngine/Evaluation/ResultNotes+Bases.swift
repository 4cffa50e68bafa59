extension ResultNotes {
  /// Which comparisons over time have two sides that don't count the same, because one of them had
  /// been revised when the other was first published.
  var acrossBases: [String] {
    let mixed = positions.filter { grid[$0].isAcrossBases }
    if mixed.isEmpty { return [] }
    return [
      "across two bases\(listed(mixed.map(name))); one side had been revised when the other was first published"
    ]
  }
}
