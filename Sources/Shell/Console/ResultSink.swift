package import Tabular

/// Where results go.
package protocol ResultSink: AnyObject {
  /// Takes what a document grows by.
  func write(_ output: RenderedOutput) throws(OutputStream.Failure)

  /// Sees to it that everything taken has arrived.
  func flush() throws(OutputStream.Failure)
}

extension OutputStream: ResultSink {
  /// Adds what a document grows by to what is to be written.
  package func write(_ output: RenderedOutput) throws(Failure) {
    for piece in output { try write(piece) }
  }
}

/// Results that are kept until all of them are there.
package final class CollectedResults: ResultSink {
  /// Everything taken so far.
  package private(set) var output = RenderedOutput()

  /// Nothing yet.
  package init() {}

  /// Keeps what a document grows by, without making its text.
  package func write(_ output: RenderedOutput) { self.output += output }

  /// There is nothing to wait for.
  package func flush() {}
}
