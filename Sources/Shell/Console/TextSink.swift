/// Where the text of results goes.
package protocol TextSink: AnyObject {
  /// Takes text.
  func write(_ text: String) throws(OutputStream.Failure)

  /// Sees to it that everything taken has arrived.
  func flush() throws(OutputStream.Failure)
}

extension OutputStream: TextSink {}

/// Text that is kept until all of it is there.
package final class CollectedText: TextSink {
  /// Everything taken so far.
  package private(set) var text = ""

  /// Nothing yet.
  package init() {}

  /// Takes text.
  package func write(_ text: String) { self.text += text }

  /// There is nothing to wait for.
  package func flush() {}
}
