import ArgumentParser

/// `kessan query`: answers statements from the command line.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Answer statements given on the command line.")

  @Argument(help: "The statements, separated by ; or line breaks.")
  var statements: String

  @OptionGroup var variables: VariableOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @ParentCommand var kessan: Kessan

  func run() throws {
    try ScriptRun(
      place: store.place(or: kessan.store), results: output.place(or: kessan.output),
      variables: variables.settings
    ).run([.text(statements)])
  }
}
