package import QueryEngine
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
      try WholeFile.write(document.add(file.table) + document.end(), to: file.path)
    }
  }
}
