import MetricStore

/// Where the figures of a result were printed: the releases, and their files.
struct FigureSources {
  private let printed: [Int64: StoredObservation]

  /// Looks up every observation behind the cells of a grid; none where the query asks for no source.
  init(of grid: ResultGrid, in store: MetricStore) throws {
    let isAsked = grid.query.annotations.contains(.source)
    try self.init(of: isAsked ? grid.all.flatMap(\.observations) : [], in: store)
  }

  /// Looks up some observations by their place in the order of appending.
  init(of observations: [Int64], in store: MetricStore) throws {
    var printed: [Int64: StoredObservation] = [:]
    for sequence in Set(observations) {
      if store.isInterrupted() { throw StoreError.interrupted }
      printed[sequence] = try store.storedObservations(sequence..<sequence + 1).first
    }
    self.printed = printed
  }

  /// The releases behind some cells, each with its files, in the order of appending.
  func text(of cells: [Evaluated]) -> String { text(of: cells.flatMap(\.observations)) }

  /// The releases of some observations, each with its files, in the order of appending.
  func text(of observations: [Int64]) -> String {
    var releases: [(name: String, files: [String])] = []
    for origin in origins(of: observations) {
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
    for origin in origins(of: cell.observations) where !names.contains(origin.release) {
      names.append(origin.release)
    }
    return names.joined(separator: "; ")
  }

  private func origins(of observations: [Int64]) -> [StoredObservation] {
    Set(observations).sorted().compactMap { printed[$0] }
  }
}

extension Evaluated {
  /// The observations behind it, by their place in the order of appending.
  var observations: [Int64] { steps.flatMap(\.observations) }
}
