import Metrics

/// The digest of a release's content, to which its observations are added one by one.
///
/// A large release is verified without all of it being in memory.
struct ReleaseHasher: ~Copyable {
  private var hasher = FieldHasher()
  private let series: [FieldBytes]

  /// Begins with everything about a release but its observations.
  ///
  /// - Parameters:
  ///   - release: The release; its observations are not looked at.
  ///   - observationCount: How many observations will be added.
  ///   - series: The fields of every series, at the index by which observations call it.
  init(_ release: ReleaseAppend, observationCount: Int, series: [FieldBytes]) {
    self.series = series
    hasher.add {
      $0.add(release.name)
      $0.add(release.title)
      $0.add(release.company)
      $0.add(release.published.dayNumber)
      $0.add(release.sources.count)
    }
    for source in release.sources {
      hasher.add {
        $0.add(source.name)
        $0.add(source.title)
        $0.add(source.digest)
      }
    }
    hasher.add { $0.add(observationCount) }
  }

  /// Adds the next observation, in the order of appending.
  mutating func add(_ observation: NewObservation) {
    hasher.add(series[observation.series])
    hasher.add { ReleaseHasher.add(observation, to: &$0) }
  }

  /// The digest of everything added.
  consuming func digest() -> Digest {
    Digest(of: hasher)
  }

  private static func add(_ observation: NewObservation, to fields: inout FieldBytes) {
    fields.add(observation.published.dayNumber)
    fields.add(observation.period.end.number)
    fields.add(observation.lastDay?.dayNumber)
    fields.add(observation.period.months)
    fields.add(observation.mantissa)
    fields.add(observation.exponent)
    fields.add(observation.state.rawValue)
    // From 1, as in the file.
    fields.add(observation.source + 1)
    fields.add(observation.line)
    fields.add(observation.column)
    fields.add(observation.scale)
    fields.add(observation.printed)
    fields.add(observation.note)
  }
}
