import ArgumentParser

/// `kessan run`: runs query files.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run files of statements.",
    discussion: """
      A run stops at the first statement that fails and at the first expectation that isn't met, \
      unless --keep-going is given.
      """)

  @Argument(help: "The files, run in this order.")
  var files: [String]

  @Flag(help: "Go on after what fails; the exit status still tells.")
  var keepGoing = false

  @OptionGroup var variables: VariableOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @ParentCommand var kessan: Kessan

  func run() throws {
    try ScriptRun(
      place: store.place(or: kessan.store), results: output.place(or: kessan.output),
      keepsGoing: keepGoing, countsExpectations: true, variables: variables.settings
    ).run(files.map { try .file($0) })
  }
}
