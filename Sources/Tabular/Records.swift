package import Metrics

/// Rows for machines, in columns of their own.
///
/// A result that people are shown in few columns, with indents and units beside figures, is told to
/// machines in one column a fact.
package struct Records: Sendable {
  /// What stands where a row and a column meet.
  package enum Field: Sendable {
    /// Somebody's words, or a date.
    case text(String)
    /// A figure, exact and in base units.
    case number(Number)
    /// How many, or how far.
    case count(Int)
    /// Nothing.
    case absent
  }

  /// The names of the columns.
  package let columns: [String]
  /// The rows, each with a field for every column.
  package let rows: [[Field]]

  /// Rows under the names of their columns.
  package init(columns: [String], rows: [[Field]]) {
    self.columns = columns
    self.rows = rows
  }
}
