import Foundation

/// The scripts of the sample, which the tests read from the package.
enum SampleScripts {
  /// Their names.
  static let names = ["catalog.kq", "release.kq"]

  /// The text of one of them.
  static func text(_ name: String) throws -> String {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: package.appending(path: "SampleData/Release/\(name)"), encoding: .utf8)
  }
}
