import Foundation
import Testing

/// Imports only point down: what a module may use is what stands below it in this list.
@Suite struct LayeringTests {
  private static let layers = [
    ["CUTF8Proc", "CSQLite", "CLibEdit", "CXLSXWriter", "Schema", "SampleData"],
    ["TextForm", "Metrics"],
    ["Diagnostics", "Tabular"],
    ["QuerySyntax", "Spreadsheet"],
    ["Catalog"],
    ["MetricStore"],
    ["DataImport"],
    ["QueryEngine"],
    ["Shell"],
    ["kessan"],
  ]

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private struct Description: Decodable {
    struct Target: Decodable {
      let name: String
      let type: String
      let dependencies: [Dependency]
    }

    /// A dependency on a target of this package; nil for one on another package's product.
    struct Dependency: Decodable {
      let byName: [String?]?
      let target: [String?]?

      var name: String? { (byName ?? target)?.first ?? nil }
    }

    let targets: [Target]
  }

  private static func description() throws -> Description {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path,
      "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Description.self, from: data)
  }

  private static func rank(_ name: String) -> Int? {
    layers.firstIndex { $0.contains(name) }
  }

  @Test func dependenciesPointDown() throws {
    let targets = try Self.description().targets.filter { $0.type != "test" }
    #expect(targets.count == Self.layers.joined().count, "every module has a place in the list")
    for target in targets {
      let own = try #require(Self.rank(target.name), "\(target.name) has no place in the list")
      for name in target.dependencies.compactMap(\.name) {
        let other = try #require(Self.rank(name), "\(name) has no place in the list")
        #expect(other < own, "\(target.name) may not use \(name)")
      }
    }
  }

  @Test func filesImportWhatIsBelowThem() throws {
    for module in Self.layers.joined() {
      let folder = Self.root.appendingPathComponent("Sources/\(module)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        for imported in try Self.imports(of: file) {
          guard let other = Self.rank(imported), let own = Self.rank(module) else { continue }
          #expect(other < own, "\(file.lastPathComponent) of \(module) imports \(imported)")
        }
      }
    }
  }

  @Test(arguments: ["Foundation", "FoundationEssentials"])
  func startUpIsSparedOf(_ library: String) throws {
    let folder = Self.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      #expect(try !Self.imports(of: file).contains(library), "\(file.lastPathComponent)")
    }
  }

  private static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1 else {
        return nil
      }
      return words[index + 1]
    }
  }
}
