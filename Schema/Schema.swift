/// The form of a store's file: what it is made of, and the steps by which it got there.
package enum Schema {
  /// The number in the file's header that says whose file it is: `KSSN` in ASCII.
  package static let applicationID: Int32 = 0x4B53_534E

  /// The version of the file's form that this program writes.
  package static var version: Int { migrations.count }

  /// What brings a file of any earlier form to this one, in order; the first makes a new file.
  ///
  /// A step is never changed once it has been released, because files exist that have taken it: a
  /// later form is a further step, and the first keeps the texts that it had.
  package static let migrations: [Migration] = [
    Migration(
      name: "first form", statements: (tables + views).map(\.sql), guards: triggers.map(\.sql))
  ]

  /// Everything that the file holds, in an order in which it can be made.
  package static let objects: [SchemaObject] = tables + views + triggers

  private static let tables: [SchemaObject] = [
    .init(.table, "migration", PackageResources.migration_sql),
    .init(.table, "link", PackageResources.link_sql),
    .init(.table, "release", PackageResources.release_sql),
    .init(.table, "source", PackageResources.source_sql),
    .init(.table, "declaration", PackageResources.declaration_sql),
    .init(.table, "name", PackageResources.name_sql),
    .init(.table, "series", PackageResources.series_sql),
    .init(.table, "observation", PackageResources.observation_sql),
    .init(.table, "packed", PackageResources.packed_sql),
    .init(.table, "power_of_ten", PackageResources.power_of_ten_sql),
  ]

  private static let triggers: [SchemaObject] = [
    .init(.trigger, "link_no_update", PackageResources.link_no_update_sql),
    .init(.trigger, "link_no_delete", PackageResources.link_no_delete_sql),
    .init(.trigger, "link_no_replace", PackageResources.link_no_replace_sql),
    .init(.trigger, "release_no_update", PackageResources.release_no_update_sql),
    .init(.trigger, "release_no_delete", PackageResources.release_no_delete_sql),
    .init(.trigger, "release_no_replace", PackageResources.release_no_replace_sql),
    .init(.trigger, "source_no_update", PackageResources.source_no_update_sql),
    .init(.trigger, "source_no_delete", PackageResources.source_no_delete_sql),
    .init(.trigger, "source_no_replace", PackageResources.source_no_replace_sql),
    .init(.trigger, "declaration_no_update", PackageResources.declaration_no_update_sql),
    .init(.trigger, "declaration_no_delete", PackageResources.declaration_no_delete_sql),
    .init(.trigger, "declaration_no_replace", PackageResources.declaration_no_replace_sql),
    .init(.trigger, "name_no_update", PackageResources.name_no_update_sql),
    .init(.trigger, "name_no_delete", PackageResources.name_no_delete_sql),
    .init(.trigger, "name_no_replace", PackageResources.name_no_replace_sql),
    .init(.trigger, "series_no_update", PackageResources.series_no_update_sql),
    .init(.trigger, "series_no_delete", PackageResources.series_no_delete_sql),
    .init(.trigger, "series_no_replace", PackageResources.series_no_replace_sql),
    .init(.trigger, "observation_no_update", PackageResources.observation_no_update_sql),
    .init(.trigger, "observation_no_delete", PackageResources.observation_no_delete_sql),
    .init(.trigger, "observation_no_replace", PackageResources.observation_no_replace_sql),
  ]

  private static let views: [SchemaObject] = [
    .init(.view, "observation_text", PackageResources.observation_text_sql),
    .init(.view, "newest_printed", PackageResources.newest_printed_sql),
  ]

  /// The tables whose rows are the truth: rows are added to them, never changed or removed.
  package static let tablesOfTruth = [
    "link", "release", "source", "declaration", "name", "series", "observation",
  ]
}

/// One table, trigger or view, as the file named for it makes it.
package struct SchemaObject: Sendable {
  /// What the object is, as `sqlite_schema.type` calls it.
  package enum Kind: String, Sendable {
    case table
    case trigger
    case view
  }

  /// What the object is.
  package let kind: Kind
  /// Its name, which is also the name of its file.
  package let name: String
  /// The statements that make it.
  package let sql: String

  init(_ kind: Kind, _ name: String, _ sql: [UInt8]) {
    self.kind = kind
    self.name = name
    self.sql = String(decoding: sql, as: UTF8.self)
  }
}

/// One step from one form of the file to the next.
package struct Migration: Sendable {
  /// What the step does, in a few words.
  package let name: String
  /// Its statements, in order.
  package let statements: [String]
  /// What keeps other programs from changing what is there, made after the statements.
  package let guards: [String]

  /// A step from its parts.
  package init(name: String, statements: [String], guards: [String] = []) {
    self.name = name
    self.statements = statements
    self.guards = guards
  }
}
