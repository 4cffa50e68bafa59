import Foundation
import Testing

@Suite("The fixture") struct FixtureTests {
  // The release's text is not in this repository. Where it lies beside the checkout, the fixture has
  // to be what the script cuts out of it today.
  @Test("is what the script cuts out of the release", .enabled(if: Files.hasRelease))
  func isFreshlyCut() throws {
    #expect(try cut(Files.release.path) == Files.fixture("release-figures.tsv"))
  }

  private func cut(_ release: String) throws -> String {
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    script.arguments = ["python3", Files.script.path, release]
    let output = Pipe()
    script.standardOutput = output
    try script.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    script.waitUntilExit()
    try #require(script.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
