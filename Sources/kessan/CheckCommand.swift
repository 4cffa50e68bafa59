import ArgumentParser
import Diagnostics

/// `kessan check`: compares what was printed with what follows from it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Examine whether printed figures agree with one another.",
    discussion: """
      Totals are compared with their segments, metrics with their formulas and identities, years and \
      halves with their quarters, and figures that are printed twice with one another. The exit \
      status is 4 when some don't agree by more than rounding explains.

      kessan verify is for the store: whether everything is still as it was appended.
      """)

  @Argument(help: "A metric, segment, release or company; without one, everything is checked.")
  var name: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @ParentCommand var kessan: Kessan

  func run() throws {
    let script = SourceText(name: "check", name.map { "check \(Self.written($0))" } ?? "check")
    try ScriptRun(
      place: store.place(or: kessan.store), results: output.place(or: kessan.output)
    ).run([.init(source: script, isFile: false)])
  }

  /// A name as a statement has it: in quotes, unless it can be nothing but a name.
  private static func written(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "_.-".unicodeScalars.contains($0)
    }
    if isPlain, !name.isEmpty { return name }
    let escaped = name.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
