import Metrics

/// What the digests of the chain cover, and in which order.
///
/// Fields are logical: names and not the numbers that stand for them in the file, so a file that is
/// rebuilt or migrated keeps its digests. The moment of appending is left out, so the same appends
/// give the same digests anywhere; each link has a seal for it, which no other link covers.
enum LinkDigest {
  /// The version of these rules, kept with each link.
  static let version = 1

  /// The digest of a release's content.
  static func content(of release: ReleaseAppend) -> Digest {
    var hasher = ReleaseHasher(
      release, observationCount: release.observations.count, series: release.series.map(fields))
    for observation in release.observations { hasher.add(observation) }
    return hasher.digest()
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

  /// The seal of a link, which binds its digest to the moment of appending.
  static func seal(appendedAt: String, digest: Digest) -> Digest {
    var hasher = FieldHasher()
    hasher.add {
      $0.add(appendedAt)
      $0.add(digest.bytes)
    }
    return Digest(of: hasher)
  }

  /// What the digest of a release covers of an observation's series.
  static func fields(of key: SeriesKey) -> FieldBytes {
    var fields = FieldBytes()
    fields.add(key.company)
    fields.add(key.metric)
    fields.add(key.segment)
    fields.add(key.unit)
    return fields
  }
}

/// What one append was an append of.
enum LinkKind: String {
  case release
  case declarations
}
