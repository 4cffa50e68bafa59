import Foundation

/// A folder of its own for a test, removed with it.
final class TemporaryFolder: Sendable {
  let path = NSTemporaryDirectory() + "kessan-" + UUID().uuidString

  init() {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
