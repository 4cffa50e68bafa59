package import MetricStore
package import Tabular

/// What an examination of a store found, for people and for machines.
package struct VerificationReport {
  /// What is wrong, with the head that was noted where the chain doesn't have it.
  package let faults: [StoreFault]
  private let verification: Verification
  private let linksSinceNoted: Int?

  /// A report on what was found, and on whether the chain has a head that somebody noted.
  package init(_ verification: Verification, noted: DigestPrefix?) {
    self.verification = verification
    linksSinceNoted = noted.flatMap(verification.linksSince)
    let unknown = noted.flatMap { verification.linksSince($0) == nil ? $0 : nil }
    faults = verification.faults + (unknown.map { [.unknownHead($0.digits)] } ?? [])
  }

  /// One row a fault; none where everything is fine.
  package var table: ResultTable {
    ResultTable(
      heading: "faults", labelTitles: ["what"],
      columns: [.init(title: ["where"]), .init(title: ["problem"])],
      rows: faults.map { fault in
        .init(labels: [fault.what], cells: [.text(fault.place), .text(fault.problem)])
      },
      formats: [], notes: [], layout: .listing,
      origin: .init(
        statement: "verify", basis: nil, storeHead: verification.head?.description))
  }

  /// One line on what was looked at, and what it came to.
  package var summary: String {
    let content = StoreContent(verification).described
    guard faults.isEmpty else {
      return "\(faults.count) fault\(faults.count == 1 ? "" : "s") in \(content)"
    }
    return "everything is as it was appended: \(content)\(sinceNoted)"
  }

  private var sinceNoted: String {
    switch linksSinceNoted {
    case nil: ""
    case 0?: ", the one that was noted"
    case 1?: "; 1 link was appended since the head that was noted"
    case let count?: "; \(count) links were appended since the head that was noted"
    }
  }
}

/// How much a store holds, and its head.
package struct StoreContent {
  private let verification: Verification

  /// The content that an examination has counted.
  package init(_ verification: Verification) {
    self.verification = verification
  }

  /// The numbers and the head in words.
  package var described: String {
    let counts = [
      (verification.releaseCount, "release"), (verification.declarationCount, "declaration"),
      (verification.observationCount, "observation"),
    ].map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
    return counts.joined(separator: ", ")
      + "; " + (verification.head.map { "head \($0)" } ?? "no head yet")
  }
}
