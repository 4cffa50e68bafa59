/// A link as the file has it.
struct LinkRecord {
  let kind: LinkKind?
  let rowCount: Int64
  let content: Digest
  let previous: Digest?
  let digest: Digest
  let hashVersion: Int64
  private let appendedAt: String
  private let seal: Digest

  static let columns =
    "id, kind, row_count, content_digest, previous_digest, digest, hash_version, appended_at, seal"

  init(_ row: Statement) throws(ForeignValue) {
    kind = LinkKind(rawValue: try row.exactText(1))
    rowCount = try row.exact(2)
    content = try row.exactDigest(3)
    previous = try row.exactOptionalDigest(4)
    digest = try row.exactDigest(5)
    hashVersion = try row.exact(6)
    appendedAt = try row.exactText(7)
    seal = try row.exactDigest(8)
  }

  /// What is wrong with the link by itself and with its place behind `before`.
  func faults(after before: Digest?) -> [LinkFault] {
    guard hashVersion == LinkDigest.version else { return [.unknownRules(version: hashVersion)] }
    guard let kind, hasMoment else { return [.unreadable] }
    var faults: [LinkFault] = []
    if previous != before { faults.append(.previousDiffers) }
    let due = LinkDigest.link(
      kind: kind, rowCount: Int(rowCount), content: content, previous: previous)
    if digest != due {
      faults.append(.digestDiffers)
    } else if seal != LinkDigest.seal(appendedAt: appendedAt, digest: digest) {
      faults.append(.sealDiffers)
    }
    return faults
  }

  /// Whether the moment is written as `2004-11-11T07:00:00Z`.
  private var hasMoment: Bool {
    let form = "0000-00-00T00:00:00Z"
    return appendedAt.utf8.count == form.utf8.count
      && zip(appendedAt.utf8, form.utf8).allSatisfy { byte, due in
        due == UInt8(ascii: "0") ? (48...57).contains(byte) : byte == due
      }
  }
}
