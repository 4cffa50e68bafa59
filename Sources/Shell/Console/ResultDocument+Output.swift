package import Spreadsheet
package import Tabular

extension ResultDocument {
  /// Ends the document.
  ///
  /// - Returns: What stands behind the last result; all of them where the format is no text.
  /// - Throws: Why there can be no workbook.
  package mutating func finish() throws(SpreadsheetFailure) -> RenderedOutput {
    switch end() {
    case .text(let output): output
    case .workbook(let workbook): RenderedOutput(bytes: try WorkbookFile.bytes(of: workbook))
    }
  }
}
