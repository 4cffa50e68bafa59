import Catalog

/// Which segments a figure speaks for, so that a ratio never compares unlike things.
///
/// A printed figure speaks for its own segment; a figure that was added up speaks for the children
/// that had one. Children that are all there make up their parent.
enum Coverage: Hashable, Sendable {
  /// A plain number speaks for everything.
  case everything
  /// The figure speaks for these segments.
  case segments(Set<String>)

  /// What a sum or a difference of two speaks for; nil when they differ.
  func joined(with other: Coverage) -> Coverage? {
    switch (self, other) {
    case (.everything, _): other
    case (_, .everything): self
    default: self == other ? self : nil
    }
  }

  /// Speaks for what another speaks for as well.
  mutating func formUnion(_ other: Coverage) {
    guard case .segments(var own) = self, case .segments(let theirs) = other else {
      self = .everything
      return
    }
    // Nobody else holds the set while it grows, so that it isn't copied for every part of a sum.
    self = .everything
    own.formUnion(theirs)
    self = .segments(own)
  }

  /// The segments that both speak for, on their own or inside a larger one; nil where the two already
  /// match.
  func shared(with other: Coverage, in catalog: Catalog) -> [String]? {
    guard self != other, case .segments(let own) = self, case .segments(let theirs) = other else {
      return nil
    }
    let isWithin = { (path: String, paths: Set<String>) in
      paths.contains { $0 == path || catalog.isAncestor($0, of: path) }
    }
    let shared =
      own.filter { isWithin($0, theirs) } + theirs.filter { isWithin($0, own) && !own.contains($0) }
    return shared.sorted()
  }

  var names: [String] {
    switch self {
    case .everything: []
    case .segments(let paths): paths.sorted()
    }
  }
}
