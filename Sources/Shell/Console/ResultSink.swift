/// Where results go: text, or bytes that are none.
package protocol ResultSink: AnyObject {
  /// Takes text.
  func write(_ text: String) throws(OutputStream.Failure)

  /// Takes bytes.
  func write(_ bytes: [UInt8]) throws(OutputStream.Failure)

  /// Sees to it that everything taken has arrived.
  func flush() throws(OutputStream.Failure)
}

extension OutputStream: ResultSink {}

/// Results that are kept until all of them are there.
package final class CollectedResults: ResultSink {
  /// Everything taken so far.
  package private(set) var bytes: [UInt8] = []

  /// Nothing yet.
  package init() {}

  /// Takes text.
  package func write(_ text: String) { bytes += text.utf8 }

  /// Takes bytes.
  package func write(_ bytes: [UInt8]) { self.bytes += bytes }

  /// There is nothing to wait for.
  package func flush() {}
}
