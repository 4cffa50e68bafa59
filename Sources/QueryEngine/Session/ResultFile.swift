package import Tabular

/// A result on its way into a file that a statement names.
package struct ResultFile: Sendable {
  /// The result.
  package let table: ResultTable
  /// The file's path as the statement has it.
  package let path: String
  /// The format that the path's ending stands for.
  package let format: OutputFormat

  /// What is told when so many rows have been written into a file.
  package static func written(_ rows: Int, to path: String) -> String {
    SessionMessage.wrote(rows, to: path)
  }
}

/// A file that a statement names and that can't be written, with the reason in words.
package struct UnwritableFile: Error, Hashable, Sendable {
  /// The reason, such as `permission denied`.
  package let reason: String

  /// An unwritable file.
  package init(reason: String) {
    self.reason = reason
  }
}
