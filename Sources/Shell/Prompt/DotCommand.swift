import Diagnostics
import Tabular

/// The commands for the session, which begin with a dot; statements are for the data.
///
/// The one table drives running, completion and `.help`.
struct DotCommand: Sendable {
  /// What stands behind a command.
  enum Argument: Sendable {
    case nothing
    case format
    case layout
    case onOrOff
    case file
    case fileOrCommand
    case topic
    case setting
    case text
  }

  /// Which command it is.
  enum Action: String, CaseIterable, Sendable {
    case echo, help, history, last, layout, mode, once, open, output, quit, read, schema, set, sql
    case timer, version
  }

  /// What is done.
  let action: Action
  /// What stands behind it, as it is written.
  let form: String
  /// What that is.
  let argument: Argument
  /// What it does, in a line.
  let summary: String

  /// The name, with its dot.
  var name: String { "." + action.rawValue }

  private init(_ action: Action, _ form: String, _ argument: Argument, _ summary: String) {
    self.action = action
    self.form = form
    self.argument = argument
    self.summary = summary
  }

  /// All commands in the order of the alphabet.
  static let all: [DotCommand] = [
    .init(.echo, "on or off", .onOrOff, "shows statements before their answers"),
    .init(.help, "[TOPIC]", .topic, "lists these commands, or tells about a word"),
    .init(.history, "[COUNT]", .text, "lists the statements entered"),
    .init(.last, "[FORMAT]", .format, "shows the last result again, without asking again"),
    .init(.layout, "tidy or wide", .layout, "chooses what machine formats make of a result"),
    .init(.mode, "FORMAT", .format, "chooses how results are written"),
    .init(
      .once, "FILE or |COMMAND", .fileOrCommand, "sends the next answer to a file or a command"),
    .init(.open, "FILE", .file, "opens another store"),
    .init(.output, "[FILE]", .file, "sends answers to a file; to the screen again without one"),
    .init(.quit, "", .nothing, "leaves"),
    .init(.read, "FILE", .file, "runs the statements and commands in a file"),
    .init(.schema, "", .nothing, "shows the tables of the store, for .sql"),
    .init(.set, "[SETTING VALUE]", .setting, "shows all settings, or changes one"),
    .init(.sql, "SELECT …", .text, "asks the store in SQL; nothing can be changed that way"),
    .init(.timer, "on or off", .onOrOff, "says how long each answer took"),
    .init(.version, "", .nothing, "says which version this is"),
  ]

  /// The formats that a prompt can show; a drawing and a workbook need a file.
  static let formats = OutputFormat.allCases.filter { !$0.holdsOnePlot && $0.isText }

  /// The command that a line calls, and what stands behind it; nil for a line that calls none.
  static func call(in line: some StringProtocol) -> (name: String, argument: String)? {
    let line = trimmed(line)
    guard line.first == "." else { return nil }
    let name = line.prefix { !$0.isWhitespace }
    return (name: name.lowercased(), argument: trimmed(line.dropFirst(name.count)))
  }

  /// What stands behind the command, without a comment where what is expected holds no `#`.
  func words(of argument: String) -> String {
    switch action {
    case .once, .open, .output, .read, .sql: return argument
    default: break
    }
    var isBehindSpace = true
    for index in argument.indices {
      if argument[index] == "#", isBehindSpace {
        return DotCommand.trimmed(argument[..<index])
      }
      isBehindSpace = argument[index].isWhitespace
    }
    return argument
  }

  /// The command of that name.
  static func named(_ name: String) -> DotCommand? {
    all.first { $0.name == name || name == ".exit" && $0.action == .quit }
  }

  /// What is said of a name that no command has.
  static func unknown(_ name: String) -> String {
    let note = Suggestions.note(for: name, among: all.map(\.name))
    return "error: there is no command '\(name)'\n  \(note ?? "`.help` lists them all")"
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = Substring(text).drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
