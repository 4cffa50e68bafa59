/// Why a workbook can't be made.
package enum SpreadsheetFailure: Error, Hashable, Sendable {
  /// The library that makes workbooks isn't there, or not in the version that this program knows.
  case libraryMissing
  /// A sheet would have so many rows.
  case tooManyRows(Int)
  /// A sheet would have so many columns.
  case tooManyColumns(Int)
  /// What the library made is cut off: there was no room for its temporary files.
  case cutOff
  /// The library's own words.
  case refused(String)

  /// The reason, lower-case, with what to do about it.
  package var message: String {
    switch self {
    case .libraryMissing:
      "workbooks take the library libxlsxwriter, which isn't installed: "
        + "apt-get install libxlsxwriter4"
    case .tooManyRows(let count):
      "a sheet has room for \(SheetLimits.rows) rows, and the result takes \(count): choose csv"
    case .tooManyColumns(let count):
      "a sheet has room for \(SheetLimits.columns) columns, and the result takes \(count): choose csv"
    case .cutOff:
      "there is no room for temporary files: make some, or name another folder with TMPDIR"
    case .refused(let words):
      // The library's sentences begin with a capital and end with a point; messages here don't.
      words.prefix(1).lowercased() + words.dropFirst().dropLast(words.hasSuffix(".") ? 1 : 0)
    }
  }
}

/// What fits on a sheet of a workbook.
enum SheetLimits {
  /// The most rows.
  static let rows = 1_048_576
  /// The most columns.
  static let columns = 16_384
}
