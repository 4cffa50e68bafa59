import Diagnostics
import QueryEngine
import Tabular

/// What a person can change for the rest of the session.
extension Prompt {
  /// `.timer` and `.echo`: switches something on or off.
  func set(
    _ option: WritableKeyPath<Options, Bool>, of command: DotCommand, _ value: String
  ) throws(OutputStream.Failure) -> Bool {
    switch value {
    case "on": options[keyPath: option] = true
    case "off": options[keyPath: option] = false
    case "": return try refuse(missing: command)
    default: return try refuse(value, of: command, among: ["on", "off"])
    }
    return true
  }

  /// `.layout`: a setting that has a command of its own.
  func set(
    _ setting: String, _ value: String, of command: DotCommand
  ) throws(OutputStream.Failure) -> Bool {
    value.isEmpty ? try refuse(missing: command) : try runQuietly("set \(setting) = \(value)")
  }

  /// `.set negative parentheses` and `.set negative = parentheses` are what `set` says in a script.
  ///
  /// A name alone asks for the value.
  func set(_ argument: String) throws(OutputStream.Failure) -> Bool {
    if argument.contains("=") { return try runQuietly("set \(argument)") }
    if let setting = Settings.all.first(where: { $0.name == argument }) {
      try console.tell("\(setting.name) is \(session.settings.value(of: setting))")
      return true
    }
    let names = Settings.all.map(\.name)
    if let name = names.first(where: { argument.hasPrefix($0 + " ") }) {
      return try runQuietly("set \(name) = \(argument.dropFirst(name.count + 1))")
    }
    let own = ownSettings.first { argument == $0.name || argument.hasPrefix($0.name + " ") }
    if let own { return try tell(of: own, argument) }
    let note =
      Suggestions.note(for: argument, among: names + ownSettings.map(\.name))
      ?? "`.set` shows them all"
    return try refuse("error: there is no setting named '\(argument)'\n  \(note)")
  }

  /// Runs a statement that a command stands for, in the line of the command.
  func runQuietly(_ statement: String) throws(OutputStream.Failure) -> Bool {
    let lines = String(repeating: "\n", count: (commandPlace?.line ?? 1) - 1)
    let isFine = try session.run(
      SourceText(name: commandPlace?.file ?? "prompt", lines + statement),
      readFile: FileContent.read,
      emit: { (outcome) throws(OutputStream.Failure) in
        if case .message = outcome, isStarting { return }
        try console.emit(outcome)
      })
    try console.flush()
    return isFine
  }

  /// `.set` alone: all settings, those of the prompt first.
  func showSettings() throws(OutputStream.Failure) -> Bool {
    let own = ownSettings.map {
      [$0.name, $0.value, "\($0.summary); .\($0.name)"]
    }
    let language = Settings.all.map {
      [$0.name, session.settings.value(of: $0), $0.summary + "; set"]
    }
    return try show(
      .listing("settings", titles: ["setting", "value", "what it does"], rows: own + language))
  }

  /// A setting of the prompt, which the command of its name changes.
  private typealias OwnSetting = (name: String, value: String, summary: String)

  private var ownSettings: [OwnSetting] {
    let place =
      switch output.place {
      case .screen: "screen"
      case .file(let path): path
      case .command(let command): "|" + command
      }
    return [
      ("mode", mode.rawValue, "how results are written"),
      ("output", place, "where results go"),
      ("timer", options.tellsTime ? "on" : "off", "whether the time is told"),
      ("echo", options.echoes ? "on" : "off", "whether statements are shown"),
    ]
  }

  private func tell(
    of setting: OwnSetting, _ argument: String
  ) throws(OutputStream.Failure) -> Bool {
    guard argument == setting.name else {
      return try refuse("error: \(setting.name) isn't changed by .set: type .\(argument)")
    }
    try console.tell("\(setting.name) is \(setting.value); .\(setting.name) changes it")
    return true
  }
}
