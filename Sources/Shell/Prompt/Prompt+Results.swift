import Diagnostics
import MetricStore
import QueryEngine
import Spreadsheet
import Tabular

extension Prompt {
  /// Shows a table as an answer.
  func show(_ table: ResultTable) throws(OutputStream.Failure) -> Bool {
    try timed { () throws(OutputStream.Failure) in
      try emit(.table(table))
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

  /// `.open`: goes on with another store; settings and variables stay behind.
  func openStore(_ argument: String) throws(OutputStream.Failure) -> Bool {
    if argument.isEmpty {
      try console.tell("\(name) is open")
      return true
    }
    switch Result(catching: { () throws(UnopenedStore) in try open(path(argument)) }) {
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

  /// `.sql`: what a SELECT gives, as a table of texts.
  func select(_ sql: String, as heading: String) throws(OutputStream.Failure) -> Bool {
    try answer(select: sql) { selected in
      let rows = selected.rows.map { row in row.map { $0 ?? "" } }
      return .table(.listing(heading, titles: selected.columns, rows: rows))
    }
  }

  /// `.schema`: the tables of the store, for people as the statements that make them.
  func showSchema() throws(OutputStream.Failure) -> Bool {
    if console.format.isForMachines || !console.format.isText {
      return try select(Prompt.schemaSQL, as: "schema")
    }
    return try answer(select: Prompt.schemaSQL) { selected in
      let statements = selected.rows.map { ($0.last.flatMap(\.self) ?? "") + ";" }
      return .prose(.text(statements.joined(separator: "\n\n")))
    }
  }

  private static let schemaSQL = """
    SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'view')
    """

  /// Asks the store in SQL, and shows what is made of the rows.
  private func answer(
    select sql: String, _ outcome: (SelectedRows) -> Outcome
  ) throws(OutputStream.Failure) -> Bool {
    try timed { () throws(OutputStream.Failure) in
      switch Result(catching: { () throws(RefusedSelect) in try session.store.select(sql) }) {
      case .success(let selected):
        clearProgress()
        try emit(outcome(selected))
        return true
      case .failure(let error):
        clearProgress()
        return try refuse("error: \(error.reason)")
      }
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
      _ = try refuse(refusal)
      return nil
    }
    let names = DotCommand.formats.map(\.rawValue)
    let note =
      Suggestions.note(for: name, among: names)
      ?? "the formats are \(names.joined(separator: ", "))"
    _ = try refuse("error: there is no format '\(name)'\n  \(note)")
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

  static let noDrawing =
    "error: svg holds one drawing: end the query with into \"FILE.svg\""
}
