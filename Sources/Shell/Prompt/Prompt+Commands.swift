import Diagnostics
import MetricStore
import QueryEngine
import Tabular

extension Prompt {
  /// Does what a dot command says; false when it couldn't.
  func perform(_ line: String) throws(OutputStream.Failure) -> Bool {
    guard let (name, text) = DotCommand.call(in: line) else { return true }
    guard let command = DotCommand.named(name) else { return try refuse(DotCommand.unknown(name)) }
    let argument = command.words(of: text)
    if case .nothing = command.argument, !argument.isEmpty {
      return try refuse("error: \(command.name) takes nothing: leave '\(argument)' out")
    }
    switch command.action {
    case .echo: return try set(\.echoes, of: command, argument)
    case .timer: return try set(\.tellsTime, of: command, argument)
    case .help: return try help(argument)
    case .history: return try listHistory(argument)
    case .last: return try showLast(argument)
    case .layout: return try set("layout", argument, of: command)
    case .mode: return try chooseFormat(argument)
    case .once, .output: return try redirect(command, argument)
    case .open: return try openStore(argument)
    case .quit: isLeaving = true
    case .read: return try argument.isEmpty ? refuse(missing: command) : read(path(argument))
    case .schema: return try showSchema()
    case .set: return try argument.isEmpty ? showSettings() : set(argument)
    case .sql: return try argument.isEmpty ? refuse(missing: command) : select(argument, as: "sql")
    case .version: try console.tell("kessan \(ProgramVersion.text)")
    }
    return true
  }

  /// The file that stands behind a command, in quotation marks or not.
  func path(_ argument: String) -> String { HomeFolder.expanded(unquoted(argument)) }

  // MARK: - Refusing

  /// Says why a command isn't done, and where it stands if that is in a file; gives false.
  func refuse(_ message: String) throws(OutputStream.Failure) -> Bool {
    let place = commandPlace.map { "\($0.file):\($0.line): " } ?? ""
    try console.tell(place + message)
    return false
  }

  func refuse(missing command: DotCommand) throws(OutputStream.Failure) -> Bool {
    try refuse("error: \(command.name) needs more: \(command.name) \(command.form)")
  }

  func refuse(
    _ value: String, of command: DotCommand, among values: [String]
  ) throws(OutputStream.Failure) -> Bool {
    let note =
      Suggestions.note(for: value, among: values)
      ?? "it is \(values.dropLast().joined(separator: ", ")) or \(values.last ?? "")"
    return try refuse("error: \(command.name) can't be '\(value)'\n  \(note)")
  }

  // MARK: - Help and history

  private func help(_ topic: String) throws(OutputStream.Failure) -> Bool {
    if topic.isEmpty {
      let lines = DotCommand.all.map { command in
        let call = "\(command.name) \(command.form)"
        return "  " + call + String(repeating: " ", count: max(1, 26 - displayWidth(call)))
          + command.summary
      }
      try console.tell(
        (lines + ["`help` tells about the language, `.help WORD` about a word of either."])
          .joined(separator: "\n"))
      return true
    }
    if let command = DotCommand.named(topic.hasPrefix(".") ? topic : "." + topic),
      topic.hasPrefix(".") || HelpTopics.topics(called: topic).isEmpty
    {
      try console.tell("\(command.name) \(command.form): \(command.summary)")
      return true
    }
    return try runQuietly("help \(topic)")
  }

  private func listHistory(_ argument: String) throws(OutputStream.Failure) -> Bool {
    guard let count = argument.isEmpty ? 20 : Int(argument), count > 0 else {
      return try refuse(
        "error: .history takes how many statements to list, and '\(argument)' is none")
    }
    let history = editor.history
    let first = max(0, history.count - count)
    for (index, entry) in history.enumerated().dropFirst(first) {
      let number = String(index + 1)
      let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
      try console.tell("\(margin)  \(singleLine(recalling: entry))")
    }
    return true
  }
}

/// What stands in quotation marks, or the text itself.
func unquoted(_ text: String) -> String {
  let isQuoted = text.count >= 2 && text.first == "\"" && text.last == "\""
  return isQuoted ? String(text.dropFirst().dropLast()) : text
}

extension ResultTable {
  /// A table of texts; the first column labels the rows.
  static func listing(_ heading: String, titles: [String], rows: [[String]]) -> ResultTable {
    ResultTable(
      heading: heading, labelTitles: Array(titles.prefix(1)),
      columns: titles.dropFirst().map { .init(title: [$0.isEmpty ? " " : $0]) },
      rows: rows.map { .init(labels: [$0[0]], cells: $0.dropFirst().map { .text($0) }) },
      formats: [], notes: [], layout: .listing,
      origin: .init(statement: heading, basis: nil, storeHead: nil))
  }
}
