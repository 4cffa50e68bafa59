import CXLSXWriter
import Tabular

/// Hands a workbook to the library, sheet by sheet.
@safe
final class WorkbookWriter {
  private let library: xlsxwriter_functions
  private let styles: StyleTable
  private var workbook: UnsafeMutablePointer<lxw_workbook>?

  /// Begins a file in the place of whatever is at `path`.
  init(path: String, library: xlsxwriter_functions) throws(SpreadsheetFailure) {
    var options = unsafe lxw_workbook_options()
    guard let workbook = unsafe library.workbook_new_opt(path, &options) else {
      throw .refused("there is no room in memory")
    }
    self.library = library
    unsafe self.workbook = workbook
    styles = unsafe StyleTable(workbook: workbook, library: library)
    // A time would make every file another one; this is the earliest that its archive can hold.
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = 315_532_800
    _ = unsafe library.workbook_set_properties(workbook, &properties)
  }

  deinit {
    if let workbook = unsafe workbook { unsafe library.lxw_workbook_free(workbook) }
  }

  /// Adds a sheet.
  func add(_ sheet: Workbook.Sheet) throws(SpreadsheetFailure) {
    guard let worksheet = unsafe library.workbook_add_worksheet(workbook, sheet.name) else {
      throw .refused("there can be no sheet named '\(sheet.name)'")
    }
    for (column, width) in sheet.widths.enumerated() {
      let column = lxw_col_t(column)
      _ = unsafe library.worksheet_set_column(worksheet, column, column, Double(width), nil)
    }
    unsafe library.worksheet_fit_to_pages(worksheet, 1, 0)
    if sheet.headerRowCount > 0 {
      let rows = lxw_row_t(sheet.headerRowCount)
      unsafe library.worksheet_freeze_panes(worksheet, rows, lxw_col_t(sheet.labelColumnCount))
      _ = unsafe library.worksheet_repeat_rows(worksheet, 0, rows - 1)
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        unsafe try check(write(cell, lxw_row_t(row), lxw_col_t(column), worksheet))
      }
    }
  }

  /// Completes the file.
  func finish() throws(SpreadsheetFailure) {
    defer { unsafe workbook = nil }
    unsafe try check(library.workbook_close(workbook))
  }

  private func write(
    _ cell: Workbook.Cell, _ row: lxw_row_t, _ column: lxw_col_t,
    _ worksheet: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    let format = unsafe styles.format(for: cell.style)
    switch cell.content {
    case .empty: return unsafe library.worksheet_write_blank(worksheet, row, column, format)
    case .text(let text):
      return unsafe library.worksheet_write_string(worksheet, row, column, text, format)
    case .number(let number):
      return unsafe library.worksheet_write_number(worksheet, row, column, number, format)
    }
  }

  private func check(_ error: lxw_error) throws(SpreadsheetFailure) {
    if error == LXW_NO_ERROR { return }
    guard let words = unsafe library.lxw_strerror(error) else {
      throw .refused("\(error.rawValue)")
    }
    throw .refused(unsafe String(cString: words))
  }
}
