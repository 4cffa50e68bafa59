package import Diagnostics

extension TextEncoding {
  /// What keeps a text from being read, with its place; nil when it is UTF-8.
  ///
  /// Scripts are held to the same as files of figures: what they declare is kept for good, and a
  /// byte that was read wrongly would be too.
  package static func diagnostic(for bytes: [UInt8]) -> Diagnostic? {
    guard let fault = fault(in: bytes) else { return nil }
    var diagnostic = ImportMessage.diagnostic(for: .file(.encoding(fault)))
    diagnostic.range = fault.range
    return diagnostic
  }
}
