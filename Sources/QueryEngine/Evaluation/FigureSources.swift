import MetricStore

/// Where the figures of a result were printed: the releases, and their files.
struct FigureSources {
  private let printed: [Int64: StoredObservation]

  /// Looks up every observation behind the cells of a grid; none where the query asks for no source.
  init(of grid: ResultGrid, in store: MetricStore) throws {
    var printed: [Int64: StoredObservation] = [:]
    for sequence in Set(grid.all.flatMap(\.steps).flatMap(\.observations)) {
      printed[sequence] = try store.storedObservations(sequence..<sequence + 1).first
    }
    self.printed = printed
  }

  /// The releases behind some cells, each with its files, in the order of appending.
  func text(of cells: [Evaluated]) -> String {
    var releases: [(name: String, files: [String])] = []
    for origin in origins(of: cells) {
      let index = releases.firstIndex { $0.name == origin.release } ?? releases.count
      if index == releases.count { releases.append((origin.release, [])) }
      if !releases[index].files.contains(origin.source) {
        releases[index].files.append(origin.source)
      }
    }
    return releases.map { "\($0.name): \($0.files.joined(separator: ", "))" }
      .joined(separator: "; ")
  }

  /// The releases behind a cell, in the order of appending.
  func releases(of cell: Evaluated) -> String {
    var names: [String] = []
    for origin in origins(of: [cell]) where !names.contains(origin.release) {
      names.append(origin.release)
    }
    return names.joined(separator: "; ")
  }

  private func origins(of cells: [Evaluated]) -> [StoredObservation] {
    Set(cells.flatMap(\.steps).flatMap(\.observations)).sorted().compactMap { printed[$0] }
  }
}
