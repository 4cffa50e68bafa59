import Diagnostics
import Foundation
import QueryEngine
import Testing

/// Formatting the statements of the specs and what came out of it gives the same.
@Suite struct FormattingTests {
  @Test(arguments: SpecTests.names) func formattingItsOwnOutputChangesNothing(_ name: String) throws
  {
    let spec = SpecFile(
      try String(contentsOf: SpecTests.folder.appendingPathComponent(name), encoding: .utf8))
    for example in spec.examples {
      guard let once = formatted(example.script) else { continue }
      #expect(formatted(once) == once, "\(example.script)")
    }
  }

  /// The script in its form; nil where it has faults.
  private func formatted(_ script: String) -> String? {
    try? FormattedScript.text(of: SourceText(name: "spec", script))
  }
}
