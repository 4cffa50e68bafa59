import ArgumentParser
import Glibc
import QueryEngine
import Shell

/// `kessan format`: prints scripts in their canonical form.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format", abstract: "Print scripts in the one form that statements have.",
    discussion: """
      Comments stay where they are, and of several empty lines one. Scripts with a fault are told, \
      and nothing is printed. No file is changed.
      """)

  @Argument(help: "The scripts; - is standard input.")
  var files: [String]

  @ParentCommand var kessan: Kessan

  func validate() throws {
    if kessan.store.sample || kessan.store.store != nil || kessan.output.format != nil {
      throw ValidationError("format looks at scripts alone: leave --sample, --store and -f out")
    }
  }

  func run() throws {
    let console = Console.standard()
    var text = ""
    var isFine = true
    for file in files {
      let script = file == "-" ? try ScriptRun.Script.standardInput() : try .file(file)
      do throws(Failure) {
        text += try FormattedScript.text(of: script.source)
      } catch {
        try console.emit(.failure(error))
        isFine = false
      }
    }
    if !isFine { throw CommandFailure.statement }
    let output = OutputStream(descriptor: STDOUT_FILENO)
    try output.write(text)
    try output.flush()
  }
}
