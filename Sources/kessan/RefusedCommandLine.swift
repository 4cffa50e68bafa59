import ArgumentParser
import Diagnostics
import QuerySyntax
import Shell

/// A command line that was refused, looked at once more: the parser of arguments says what is left
/// over, and not that a command was misspelt.
struct RefusedCommandLine {
  private static let commands =
    Kessan.configuration.subcommands.compactMap { $0.configuration.commandName }
    + ["help"]
  private static let optionsWithValue = [
    "--store", "--format", "-f", "--output", "-o", "--let", "--head", "--color",
  ]
  private static let flags = ["--sample", "--bom"]

  /// What is no option; empty where an unknown option makes that uncertain.
  private let words: [String]

  /// The command line with those arguments, the program's own name left out.
  init(_ arguments: some Sequence<String>) {
    words = RefusedCommandLine.words(in: arguments)
  }

  /// What is wrong and how to call it instead; `reason` is what the parser of arguments says.
  func message(_ reason: String) -> String {
    guard let command = words.first else { return told(reason, help: "kessan --help") }
    guard RefusedCommandLine.commands.contains(command) else { return unknown(command) }
    if command == QueryCommand.configuration.commandName, words.count > 2 {
      return "error: the statements are several arguments\n  put them in quotes: kessan query '…'"
    }
    return told(reason, help: "kessan \(command) --help")
  }

  private func told(_ reason: String, help: String) -> String {
    // The parser of arguments begins its sentences with a capital; messages here don't.
    "error: \(reason.prefix(1).lowercased())\(reason.dropFirst())\n`\(help)` shows how to call it"
  }

  private func unknown(_ command: String) -> String {
    "error: there is no command '\(command)'\n  \(note(on: command))"
  }

  private func note(on command: String) -> String {
    if let note = Suggestions.note(for: command, among: RefusedCommandLine.commands) { return note }
    let first = command.prefix { !$0.isWhitespace && $0 != "(" }.lowercased()
    if command.contains(where: \.isWhitespace) || Verb(rawValue: first) != nil {
      return "statements follow query, in quotes: kessan query '…'"
    }
    return "the commands are \(RefusedCommandLine.commands.joined(separator: ", "))"
  }

  /// The colours that some arguments ask for, whatever else is wrong with them.
  static func color(in arguments: [String]) -> ColorChoice {
    var choice: ColorChoice?
    for (index, argument) in arguments.enumerated() where argument.hasPrefix("--color") {
      let value = argument == "--color" ? arguments.dropFirst(index + 1).first : nil
      let word = value ?? String(argument.dropFirst("--color=".count))
      choice = ColorChoice(rawValue: word) ?? choice
    }
    return choice ?? .auto
  }

  /// The arguments that are no options.
  private static func words(in arguments: some Sequence<String>) -> [String] {
    var words: [String] = []
    var isValue = false
    for argument in arguments {
      if isValue {
        isValue = false
      } else if optionsWithValue.contains(argument) {
        isValue = true
      } else if !argument.hasPrefix("-") {
        words.append(argument)
      } else if words.isEmpty, !flags.contains(argument), !argument.contains("=") {
        return []
      }
    }
    return words
  }
}
