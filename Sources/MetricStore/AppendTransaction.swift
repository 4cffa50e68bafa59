package import Metrics

/// Appends that become part of the store together, good for as long as the closure that it is given
/// to.
package struct AppendTransaction {
  private let store: MetricStore

  init(store: MetricStore) {
    self.store = store
  }

  /// Appends a release, as ``MetricStore/append(_:)`` does.
  package func append(_ release: ReleaseAppend) throws(StoreError) -> AppendOutcome {
    try store.translating {
      let connection = try openConnection
      let content = LinkDigest.content(of: release)
      if let outcome = try connection.outcome(ofUsedName: release.name, content: content) {
        return outcome
      }
      let link = try connection.insertLink(
        .release, rows: release.observations.count, content: content)
      try ReleaseInsertion(release: release, link: link.id, connection: connection).run()
      return .appended(head: link.digest, rows: release.observations.count)
    }
  }

  /// Appends a batch of declarations, as ``MetricStore/append(_:declared:)`` does.
  package func append(
    _ declarations: [NewDeclaration], declared: CalendarDate?
  ) throws(StoreError) -> AppendOutcome {
    try store.translating {
      let connection = try openConnection
      let link = try connection.insertLink(
        .declarations, rows: declarations.count,
        content: LinkDigest.content(of: declarations, declared: declared))
      for declaration in declarations {
        try connection.insert(declaration, link: link.id, declared: declared)
      }
      return .appended(head: link.digest, rows: declarations.count)
    }
  }
}

extension AppendTransaction {
  /// The store's connection, as long as the transaction lasts: without one, an append that fails
  /// would leave a part of itself behind.
  private var openConnection: Connection {
    get throws(StoreError) {
      guard store.connection.isInTransaction else {
        throw .unexpected(path: store.path, detail: "an append outside of its transaction")
      }
      return store.connection
    }
  }
}

extension MetricStore {
  /// What appending a release would come to whose name is taken; nil when the name is free.
  ///
  /// Nothing is written. As ``append(_:)`` does, it throws when the name belongs to other content.
  package func outcome(ofUsedNameIn release: ReleaseAppend) throws(StoreError) -> AppendOutcome? {
    try translating {
      try connection.outcome(ofUsedName: release.name, content: LinkDigest.content(of: release))
    }
  }
}

extension Connection {
  /// What an append under a used name comes to; nil when the name is free.
  fileprivate func outcome(ofUsedName name: String, content: Digest) throws -> AppendOutcome? {
    let used = try statement(
      """
      SELECT content_digest, published
      FROM release JOIN link ON link.id = release.link
      WHERE name = ?1
      """
    ).bind(name, at: 1).first { ($0.bytes(0), CalendarDate(stored: $0.integer(1))) }
    guard let (digest, published) = used else { return nil }
    if digest == content.bytes, let stored = try releases(named: name).first {
      return .alreadyThere(stored)
    }
    throw StoreError.releaseNameTaken(name: name, published: published.description)
  }

  /// Adds a link to the end of the chain.
  fileprivate func insertLink(
    _ kind: LinkKind, rows: Int, content: Digest
  ) throws(SQLiteError) -> (id: Int64, digest: Digest) {
    let previous = try head()
    let digest = LinkDigest.link(
      kind: kind, rowCount: rows, content: content, previous: previous)
    let moment = try moment()
    try statement(
      """
      INSERT INTO link
        (kind, appended_at, row_count, content_digest, previous_digest, digest, seal, hash_version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """
    )
    .bind(kind.rawValue, at: 1).bind(moment, at: 2).bind(Int64(rows), at: 3)
    .bind(content.bytes, at: 4).bind(previous?.bytes, at: 5).bind(digest.bytes, at: 6)
    .bind(LinkDigest.seal(appendedAt: moment, digest: digest).bytes, at: 7)
    .bind(Int64(LinkDigest.version), at: 8).run()
    return (lastInsertedRow, digest)
  }

  /// The moment in UTC as a link keeps it: `2004-11-11T07:00:00Z`.
  private func moment() throws(SQLiteError) -> String {
    try statement("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')").first { $0.text(0) } ?? ""
  }

  fileprivate func insert(
    _ declaration: NewDeclaration, link: Int64, declared: CalendarDate?
  ) throws(SQLiteError) {
    try statement(
      """
      INSERT INTO declaration (link, kind, name, statement, declared)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """
    )
    .bind(link, at: 1).bind(declaration.kind, at: 2).bind(declaration.name, at: 3)
    .bind(declaration.statement, at: 4).bind((declared?.dayNumber).map(Int64.init), at: 5).run()
  }
}
