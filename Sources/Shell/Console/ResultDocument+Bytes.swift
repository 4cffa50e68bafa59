package import Spreadsheet
package import Tabular

extension ResultDocument {
  /// Ends the document.
  ///
  /// - Returns: The bytes behind the last result; all of them where the format is no text.
  /// - Throws: Why there can be no workbook.
  package mutating func endBytes() throws(SpreadsheetFailure) -> [UInt8] {
    switch end() {
    case .text(let text): Array(text.utf8)
    case .workbook(let workbook): try WorkbookFile.bytes(of: workbook)
    }
  }
}
