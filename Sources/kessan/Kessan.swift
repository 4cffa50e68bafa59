import ArgumentParser
import Glibc
import Shell

/// The command `kessan` and what it does without a subcommand: the prompt on a terminal, and the
/// statements on standard input anywhere else.
struct Kessan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kessan",
    abstract: "Quarterly metrics: stored for good, and asked for in a line.",
    usage: """
      kessan [--sample | --store <file>]
      kessan [--sample | --store <file>] <subcommand>
      """,
    discussion: """
      Without a subcommand, kessan opens a prompt on a terminal, and runs the statements on \
      standard input anywhere else. Try: kessan --sample query 'ratio gross_margin si by quarter'

      Results go to standard output, everything else to standard error.

      EXIT STATUS:
        0    fine
        1    a statement failed, or a result couldn't be written
        2    the command line was wrong
        3    the store couldn't be opened
        4    an expectation or a check failed
        130  interrupted
      """,
    version: ProgramVersion.text,
    subcommands: [
      QueryCommand.self, RunCommand.self, CheckCommand.self, ImportCommand.self, InitCommand.self,
      FormatCommand.self,
      VerifyCommand.self, BackupCommand.self,
    ])

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let place = try store.place()
    let results = try output.place()
    if Terminal.isTerminal(STDIN_FILENO) {
      try InteractivePrompt(place: place, results: results).run()
    } else {
      try ScriptRun(place: place, results: results).run([.standardInput()])
    }
  }
}
