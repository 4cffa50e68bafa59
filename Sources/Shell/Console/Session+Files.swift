package import QueryEngine
import Spreadsheet
import Tabular

extension Session {
  /// Lets queries write their results into files; relative paths are relative to the working folder.
  ///
  /// - Parameter hasByteOrderMark: Whether files in formats that take one begin with a byte order mark.
  package func allowFiles(hasByteOrderMark: Bool = false) {
    writeFile = { file throws(UnwritableFile) in
      var document = ResultDocument(
        format: file.format,
        hasByteOrderMark: hasByteOrderMark && file.format.takesByteOrderMark)
      try WholeFile.write(Self.output(of: file.table, &document), to: file.path)
    }
  }

  private static func output(
    of table: ResultTable, _ document: inout ResultDocument
  ) throws(UnwritableFile) -> RenderedOutput {
    do throws(SpreadsheetFailure) {
      return document.add(table) + (try document.finish())
    } catch {
      throw UnwritableFile(reason: error.message)
    }
  }
}
