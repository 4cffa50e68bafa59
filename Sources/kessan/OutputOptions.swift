import ArgumentParser
import Shell
import Tabular

/// How results are written, and where.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "How results are written; without it, as -o says, else as a table.", valueName: "format"))
  var format: OutputFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "The file for all results, once every statement has succeeded; its ending names the format.",
      valueName: "file"))
  var output: String?

  @Flag(help: "Begin csv and tsv with a byte order mark, for spreadsheets.")
  var bom = false

  @Option(
    help: ArgumentHelp("Whether to use colours: auto, always or never.", valueName: "when"))
  var color: ColorChoice?

  /// The place that these options name, or else those that stood before the subcommand.
  func place(or outer: OutputOptions? = nil) throws -> ResultPlace {
    let file = output ?? outer?.output
    let format = try format ?? outer?.format ?? file.map(Self.format) ?? .table
    let hasByteOrderMark = bom || outer?.bom == true
    if hasByteOrderMark, !format.takesByteOrderMark {
      throw ValidationError("--bom is for csv and tsv, and the format is \(format.rawValue)")
    }
    return ResultPlace(
      format: format, file: file, hasByteOrderMark: hasByteOrderMark,
      color: color ?? outer?.color ?? .auto)
  }

  private static func format(ofFile name: String) throws -> OutputFormat {
    if let format = OutputFormat(fileName: name) { return format }
    throw ValidationError(
      "the name of '\(name)' says no format: choose one with -f, or end it in "
        + OutputFormat.knownEndings.joined(separator: ", "))
  }
}

extension OutputFormat: ExpressibleByArgument {}

extension ColorChoice: ExpressibleByArgument {}
