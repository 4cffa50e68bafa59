import CSQLite
import Metrics

extension ChainWalk {
  /// Compares a batch of declarations with the digest of its link.
  mutating func walkDeclarations(_ link: LinkRecord, _ label: LinkLabel) {
    let rows = declarations[label.number] ?? []
    if rows.enumerated().contains(where: { $1.id != nextDeclaration &+ Int64($0) }) {
      tell(label, .misplacedRows(table: "declaration"))
    }
    declarationCount += rows.count
    nextDeclaration += Int64(rows.count)
    if let unreadable = rows.first(where: { $0.declaration == nil }) {
      return tell(label, .unreadableRow(table: "declaration", number: unreadable.id))
    }
    if Int64(rows.count) != link.rowCount {
      return tell(label, .rowCount(stated: link.rowCount, found: rows.count))
    }
    // An empty batch has nowhere to keep its day, and nothing that could differ.
    guard let declared = rows.first?.declared else { return }
    // All of a batch hold from one day on.
    if let other = rows.first(where: { $0.declared != declared }) {
      return tell(label, .unreadableRow(table: "declaration", number: other.id))
    }
    if LinkDigest.content(of: rows.compactMap(\.declaration), declared: declared) != link.content {
      tell(label, .contentDiffers)
    }
  }
}

/// A row of `declaration`, taken apart without trust.
struct DeclarationRow {
  let id: Int64
  /// What it declares, whether or not it can be read: `metric revenue`.
  let label: String
  /// As it was appended; nil where a column holds what no append writes.
  let declaration: NewDeclaration?
  /// From when on it holds, nil inside for all time; nil where that can't be read.
  let declared: CalendarDate??

  private init(_ row: Statement) {
    id = row.integer(0)
    label = "\(row.text(2)) \(row.text(3))"
    let isForAllTime = row.type(5) == SQLITE_NULL
    let day: Int32? = try? row.exact(5)
    declared = isForAllTime ? .some(nil) : day.map { CalendarDate(dayNumber: $0) }
    declaration =
      declared == nil
      ? nil
      : try? NewDeclaration(
        kind: row.exactText(2), name: row.exactText(3), statement: row.exactText(4))
  }

  /// Every row in the order of appending, by the number of its link.
  static func all(_ connection: Connection) throws -> [Int64: [DeclarationRow]] {
    let rows = try connection.statement(
      "SELECT id, link, kind, name, statement, declared FROM declaration ORDER BY id"
    ).all { (link: $0.integer(1), row: DeclarationRow($0)) }
    return Dictionary(grouping: rows, by: \.link).mapValues { $0.map(\.row) }
  }
}
