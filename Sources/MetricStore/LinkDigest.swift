import Metrics

/// What the digests of the chain cover, and in which order.
///
/// Fields are logical: names and not the numbers that stand for them in the file, so a file that is
/// rebuilt or migrated keeps its digests. The moment of appending is left out, so the same appends
/// give the same digests anywhere.
enum LinkDigest {
  /// The version of these rules, kept with each link.
  static let version = 1

  /// The digest of a release's content.
  static func content(of release: ReleaseAppend) -> Digest {
    var hasher = FieldHasher()
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
    let keys = release.series.map(fields)
    hasher.add { $0.add(release.observations.count) }
    for observation in release.observations {
      hasher.add(keys[observation.series])
      hasher.add { add(observation, to: &$0) }
    }
    return Digest(of: hasher)
  }

  /// The digest of a batch of declarations.
  static func content(of declarations: [NewDeclaration], declared: CalendarDate?) -> Digest {
    var hasher = FieldHasher()
    hasher.add {
      $0.add(declared?.dayNumber)
      $0.add(declarations.count)
    }
    for declaration in declarations {
      hasher.add {
        $0.add(declaration.kind)
        $0.add(declaration.name)
        $0.add(declaration.statement)
      }
    }
    return Digest(of: hasher)
  }

  /// The digest of a link: of its content and, through the link before it, of everything earlier.
  static func link(
    kind: LinkKind, rowCount: Int, content: Digest, previous: Digest?
  ) -> Digest {
    var hasher = FieldHasher()
    hasher.add {
      $0.add(version)
      $0.add(kind.rawValue)
      $0.add(rowCount)
      $0.add(content.bytes)
      $0.add(previous?.bytes)
    }
    return Digest(of: hasher)
  }

  private static func fields(of key: SeriesKey) -> FieldBytes {
    var fields = FieldBytes()
    fields.add(key.company)
    fields.add(key.metric)
    fields.add(key.segment)
    fields.add(key.unit)
    return fields
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

/// What one append was an append of.
enum LinkKind: String {
  case release
  case declarations
}
