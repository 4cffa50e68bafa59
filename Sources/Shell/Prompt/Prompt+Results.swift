import Diagnostics
import MetricStore
import QueryEngine
import Spreadsheet
import Tabular

extension Prompt {
  /// Shows a table as an answer.
  func show(_ table: ResultTable) throws(OutputStream.Failure) -> Bool {
    try timed { () throws(OutputStream.Failure) in
      try console.emit(.table(table))
      return true
    }
  }

  /// `.mode`: chooses the format of what follows.
  func chooseFormat(_ name: String) throws(OutputStream.Failure) -> Bool {
    if name.isEmpty {
      try console.tell("mode is \(mode.rawValue)")
      return true
    }
    guard let format = try formatForText(named: name) else { return false }
    mode = format
    try begin(format)
    return true
  }

  /// `.last`: draws the last result again, in the format of that name.
  func showLast(_ name: String) throws(OutputStream.Failure) -> Bool {
    guard let lastResult else { return try refuse("error: there is no result yet") }
    if name.isEmpty { return try show(lastResult) }
    guard let format = try formatForText(named: name) else { return false }
    let usual = console.format
    try begin(format)
    let isFine = try show(lastResult)
    try begin(usual)
    return isFine
  }

  /// `.output` and `.once`: send answers elsewhere, in the format that a file's name asks for.
  func redirect(_ command: DotCommand, _ argument: String) throws(OutputStream.Failure) -> Bool {
    let isOnce = command.action == .once
    if argument.isEmpty {
      if isOnce { return try refuse(missing: command) }
      try send(to: .screen, as: mode)
      return true
    }
    if argument.hasPrefix("|") {
      guard isOnce else { return try refuse("error: .output takes a file; .once takes a command") }
      try send(to: .command(String(argument.dropFirst())), as: mode)
    } else {
      let path = unquoted(argument)
      let format = OutputFormat(fileName: path) ?? mode
      if format.holdsOnePlot { return try refuse(Prompt.noDrawing) }
      if !format.isText, !SpreadsheetLibrary.isInstalled {
        return try refuse("error: \(SpreadsheetFailure.libraryMissing.message)")
      }
      try send(to: .file(path), as: format)
    }
    self.isOnce = isOnce
    return true
  }

  /// Ends what was written so far, and goes on at another place.
  func send(to place: PromptOutput.Place, as format: OutputFormat) throws(OutputStream.Failure) {
    // What ends the results so far belongs to the old place.
    try begin(mode)
    isOnce = false
    output.send(to: place)
    try begin(format)
  }

  /// Lets an answer arrive where answers go, and ends what `.once` began.
  func deliver() throws(OutputStream.Failure) {
    try console.flush()
    let outcome = Result { () throws(PromptOutput.Undelivered) in
      try output.deliver { () throws(SpreadsheetFailure) in try console.closing() }
    }
    if case .failure(let error) = outcome { try console.tell("error: \(error.message)") }
    if case .success = outcome, !isOnce { return }
    try send(to: .screen, as: mode)
  }

  /// `.open`: goes on with another store; settings and variables stay behind.
  func openStore(_ argument: String) throws(OutputStream.Failure) -> Bool {
    if argument.isEmpty {
      try console.tell("\(name) is open")
      return true
    }
    switch Result(catching: { () throws(UnopenedStore) in try open(unquoted(argument)) }) {
    case .success(let opened):
      lastResult = nil
      use(opened.session, name: opened.name)
      return true
    case .failure(let error): return try refuse("error: \(error.reason)")
    }
  }

  /// `.read`: runs what a file holds.
  @discardableResult
  func read(_ path: String) throws(OutputStream.Failure) -> Bool {
    if filesBeingRead.contains(path) {
      return try refuse("error: '\(path)' is being read already")
    }
    filesBeingRead.append(path)
    defer { filesBeingRead.removeLast() }
    switch Result(catching: { () throws(UnreadableFile) in try FileContent.read(path) }) {
    case .success(let bytes):
      let text = String(decoding: bytes, as: UTF8.self)
      return try run(PromptPiece.pieces(of: text), from: path, isFile: true)
    case .failure(let error):
      return try refuse("error: '\(path)' can't be read: \(error.reason)")
    }
  }

  /// `.sql` and `.schema`: what a SELECT gives, as a table of texts.
  func select(_ sql: String, as heading: String) throws(OutputStream.Failure) -> Bool {
    StatementInterruption.begin()
    switch Result(catching: { () throws(RefusedSelect) in try session.store.select(sql) }) {
    case .success(let selected):
      let rows = selected.rows.map { row in row.map { $0 ?? "" } }
      return try show(.listing(heading, titles: selected.columns, rows: rows))
    case .failure(let error): return try refuse("error: \(error.reason)")
    }
  }

  /// Ends the results so far, and goes on in that format; whoever waits at a screen sees each at once.
  func begin(_ format: OutputFormat) throws(OutputStream.Failure) {
    let isShown = output.place == .screen
    try console.begin(
      ResultDocument(format: format, showsAtOnce: isShown, isColored: isColored && isShown))
    applyFormat()
  }

  /// The format of that name, for text that can follow other text; says why and gives nothing where
  /// it is no such format, or no text can follow.
  private func formatForText(named name: String) throws(OutputStream.Failure) -> OutputFormat? {
    if let format = OutputFormat(rawValue: name) {
      guard let refusal = refusal(of: format) else { return format }
      try console.tell(refusal)
      return nil
    }
    let names = DotCommand.formats.map(\.rawValue)
    let note =
      Suggestions.note(for: name, among: names)
      ?? "the formats are \(names.joined(separator: ", "))"
    try console.tell("error: there is no format '\(name)'\n  \(note)")
    return nil
  }

  private func refusal(of format: OutputFormat) -> String? {
    if format.holdsOnePlot { return Prompt.noDrawing }
    if !format.isText {
      return "error: \(format.rawValue) is no text for a screen: type .output FILE.xlsx, "
        + "or end the query with into \"FILE.xlsx\""
    }
    if !console.format.isText {
      return "error: answers go into a workbook, which takes no \(format.rawValue): "
        + "type .output to end it"
    }
    // A file in two formats could be read as neither.
    if case .file(let path) = output.place, format != console.format {
      return "error: answers go into '\(path)' as \(console.format.rawValue): "
        + "type .output to end it"
    }
    return nil
  }

  private static let noDrawing =
    "error: svg holds one drawing: end the query with into \"FILE.svg\""
}
