/// What machine formats make of the answer to a query.
package enum MachineLayout: String, CaseIterable, Sendable {
  /// One row a figure, in columns that are always the same.
  case tidy
  /// The table as people are shown it, with exact figures.
  case wide
}
