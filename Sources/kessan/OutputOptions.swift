import ArgumentParser
import Glibc
import Shell
import Tabular

/// How results are written.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("How results are written; table without it.", valueName: "format"))
  var format: OutputFormat?

  /// The format that these options name, or else those that stood before the subcommand.
  func format(or outer: OutputOptions? = nil) -> OutputFormat {
    format ?? outer?.format ?? .table
  }
}

extension Console {
  /// Standard output for results and standard error for the rest.
  static func standard(_ format: OutputFormat = .table) -> Console {
    Console(
      results: OutputStream(descriptor: STDOUT_FILENO),
      messages: OutputStream(descriptor: STDERR_FILENO), document: ResultDocument(format: format))
  }
}

extension OutputFormat: ExpressibleByArgument {}
