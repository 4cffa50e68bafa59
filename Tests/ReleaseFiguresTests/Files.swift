import Foundation

/// The files that are compared, found from where this one lies.
enum Files {
  /// The text of a file of the fixture.
  static func fixture(_ name: String) throws -> String {
    try text(of: fixtureFolder.appendingPathComponent(name))
  }

  /// The text of a data file of the sample.
  static func data(_ name: String) throws -> String {
    try text(of: dataFolder.appendingPathComponent(name))
  }

  /// The names of the sample's data files, as the folder holds them, in alphabetical order.
  static func dataNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: dataFolder.path)
      .filter { $0.hasSuffix(".csv") }.sorted()
  }

  /// The text of a query file of the sample.
  static func queries(_ name: String) throws -> String {
    try text(of: queryFolder.appendingPathComponent(name))
  }

  /// The names of the sample's query files, in alphabetical order.
  static func queryNames() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: queryFolder.path).sorted()
  }

  /// The script that cuts the fixture out of the release.
  static let script = fixtureFolder.appendingPathComponent("cut_release_tables.py")

  /// The release itself, which is no part of the product and lies beside some checkouts only.
  static let release = packageFolder.deletingLastPathComponent()
    .appendingPathComponent("shared/release/iij-2q-fy2004-release.txt")

  static var hasRelease: Bool { FileManager.default.fileExists(atPath: release.path) }

  private static let targetFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let packageFolder = targetFolder.deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let fixtureFolder = targetFolder.appendingPathComponent("Fixture")
  private static let queryFolder = packageFolder.appendingPathComponent("SampleData/Queries")
  private static let dataFolder = packageFolder.appendingPathComponent("SampleData/Release")

  private static func text(of file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }
}
