import CXLSXWriter
package import Tabular

/// Workbooks as the bytes of an xlsx file.
///
/// The same workbook always has the same bytes: no time is written into it.
package enum WorkbookFile {
  /// The bytes of a workbook.
  package static func bytes(of workbook: Workbook) throws(SpreadsheetFailure) -> [UInt8] {
    for sheet in workbook.sheets { try checkSize(of: sheet) }
    let library = try SpreadsheetLibrary.functions()
    guard let file = MemoryFile() else { throw .refused("there is no room in memory") }
    let writer = try WorkbookWriter(path: file.path, library: library)
    for sheet in workbook.sheets { try writer.add(sheet) }
    try writer.finish()
    guard WorkbookArchive(path: file.path, library: library).isWhole else { throw .cutOff }
    return file.bytes
  }

  private static func checkSize(of sheet: Workbook.Sheet) throws(SpreadsheetFailure) {
    if sheet.rows.count > SheetLimits.rows { throw .tooManyRows(sheet.rows.count) }
    if sheet.widths.count > SheetLimits.columns { throw .tooManyColumns(sheet.widths.count) }
  }
}
