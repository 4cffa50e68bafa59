/// What an examination of a store came to.
package struct Verification: Sendable {
  /// What is wrong; empty when everything is as it was appended.
  package let faults: [StoreFault]
  /// The digest of every link, in order.
  package let digests: [Digest]
  /// How many releases there are.
  package let releaseCount: Int
  /// How many declarations there are, in all their versions.
  package let declarationCount: Int
  /// How many observations there are.
  package let observationCount: Int

  /// The digest of the newest link; nil in an empty store.
  package var head: Digest? { digests.last }

  /// How many links were appended since the newest whose digest begins so; nil when there is none.
  package func linksSince(_ noted: DigestPrefix) -> Int? {
    digests.lastIndex(where: noted.matches).map { digests.count - 1 - $0 }
  }
}

extension MetricStore {
  /// Examines everything that is in the store at one moment: the structure of the file, what it is
  /// made of, every digest of the chain, and what is derived.
  ///
  /// It can't tell a store whose chain was forged as a whole; for that, somebody has to have noted
  /// its head.
  package func verify() throws(StoreError) -> Verification {
    try reading { () throws(StoreError) in
      try translating {
        var verifier = Verifier(connection)
        return try verifier.run()
      }
    }
  }

  /// Examines everything, and makes the packed columns that are wrong again, from the observations.
  ///
  /// Where anything else is wrong, nothing is made: the columns may still hold what the observations
  /// were. What is returned is what was found before.
  package func rebuildPackedColumns() throws(StoreError) -> Verification {
    try translating {
      try connection.transaction(.writing) {
        var verifier = Verifier(connection)
        let verification = try verifier.run()
        if verification.faults.allSatisfy(\.isDerived) { try verifier.rebuild() }
        return verification
      }
    }
  }
}
