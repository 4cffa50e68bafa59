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
}
