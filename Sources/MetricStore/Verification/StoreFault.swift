/// Something in a store that isn't as it was appended, or can't be read.
///
/// The cases hold facts; ``what``, ``place`` and ``problem`` put them into words.
package enum StoreFault: Hashable, Sendable {
  // The file.

  /// SQLite found the structure of the file broken, and says how.
  case structure(String)
  /// A part of the file can't be read at all.
  case unreadable(part: String, detail: String)
  /// Rows refer to rows of another table that aren't there.
  case danglingReferences(table: String, parent: String, count: Int)

  // What the file is made of.

  /// A table, view, trigger or index of the file's form isn't there.
  case objectMissing(kind: String, name: String)
  /// A table, view, trigger or index isn't what the file's form says.
  case objectChanged(kind: String, name: String)
  /// There is a table, view, trigger or index that the file's form doesn't have.
  case objectAdded(kind: String, name: String)
  /// A table whose rows come with the file's form has others.
  case constantsChanged(table: String)

  // What was appended.

  /// A link, or what was appended with it, isn't what it was.
  case link(LinkLabel, LinkFault)
  /// Rows belong to no link.
  case strayRows(table: String, count: Int)
  /// A name can't be read, or no series goes by it.
  case strayName(id: Int64, text: String?)
  /// A series has no observation.
  case emptySeries(SeriesKey)

  // What is derived.

  /// The packed columns of a series aren't what its observations come to.
  case packedDiffer(SeriesKey)
  /// A series has no packed columns.
  case packedMissing(SeriesKey)
  /// There are packed columns of no series.
  case packedStray(count: Int)

  // What was noted.

  /// No link of the chain has the digest that was noted.
  case unknownHead(String)

  /// Whether packed columns are all that is wrong, which can be made again.
  package var isDerived: Bool {
    switch self {
    case .packedDiffer, .packedMissing, .packedStray: true
    default: false
    }
  }
}

/// A link of the chain, by what was appended with it.
package struct LinkLabel: Hashable, Sendable {
  /// What was appended.
  package enum Content: Hashable, Sendable {
    /// A release of that name.
    case release(String)
    /// Declarations: what the first declares, such as `metric revenue`, and how many there are.
    case declarations(first: String, count: Int)
    /// Nothing that could be found.
    case nothing
  }

  /// The link's number.
  package let number: Int64
  /// What was appended with it.
  package let content: Content
}

/// What is wrong with a link, or with what was appended with it.
package enum LinkFault: Hashable, Sendable {
  /// The link has another number than is due.
  case misnumbered(due: Int64)
  /// A column of the link holds what no append writes.
  case unreadable
  /// Its digests were made by rules that this version doesn't know.
  case unknownRules(version: Int64)
  /// It doesn't name the digest of the link before it.
  case previousDiffers
  /// Its digest isn't that of its fields.
  case digestDiffers
  /// Its seal isn't that of its digest and its moment of appending.
  case sealDiffers
  /// What was appended with it isn't there.
  case contentMissing
  /// The digest of what was appended isn't the one that the link has.
  case contentDiffers
  /// There are other numbers of rows than were appended.
  case rowCount(stated: Int64, found: Int)
  /// A row can't be what was appended.
  case unreadableRow(table: String, number: Int64)
  /// Rows are not where, and in the order in which, they were appended.
  case misplacedRows(table: String)
  /// Reading its rows failed.
  case failed(detail: String)
}
