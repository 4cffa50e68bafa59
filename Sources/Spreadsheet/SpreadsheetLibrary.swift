import CXLSXWriter

/// The library that makes workbooks, loaded when it is first asked for.
package enum SpreadsheetLibrary {
  nonisolated(unsafe) private static let loaded = unsafe xlsxwriter_load()

  /// Whether it is there.
  package static var isInstalled: Bool { unsafe loaded != nil }

  /// Its functions.
  static func functions() throws(SpreadsheetFailure) -> xlsxwriter_functions {
    guard let loaded = unsafe loaded else { throw .libraryMissing }
    return unsafe loaded.pointee
  }
}
