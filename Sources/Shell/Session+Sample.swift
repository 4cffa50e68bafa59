import Diagnostics
import MetricStore
package import QueryEngine
import SampleData

extension Session {
  /// A session over the built-in sample, in memory.
  package static func sample() throws -> Session {
    let session = try Session(store: MetricStore.inMemory())
    _ = try session.fillWithSample { outcome in
      if case .failure(let failure) = outcome { throw failure }
    }
    return session
  }

  /// Appends the built-in sample, the way in which any script of declarations and releases is run.
  package func fillWithSample<Failed: Error>(
    emit: (Outcome) throws(Failed) -> Void
  ) throws(Failed) -> Bool {
    for script in SampleData.scripts {
      let source = SourceText(name: script.name, utf8: script.bytes)
      let succeeded = try run(
        source, readFile: { path throws(UnreadableFile) in try Session.sampleFile(path) },
        emit: emit)
      if !succeeded { return false }
    }
    return true
  }

  private static func sampleFile(_ path: String) throws(UnreadableFile) -> [UInt8] {
    guard let bytes = SampleData.content(of: path) else {
      throw UnreadableFile(reason: "the sample has no such file")
    }
    return bytes
  }
}
