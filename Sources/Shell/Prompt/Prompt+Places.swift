import QueryEngine
import Spreadsheet
import Tabular

/// Where answers go.
extension Prompt {
  /// `.output` and `.once`: send answers elsewhere, in the format that a file's name asks for.
  func redirect(_ command: DotCommand, _ argument: String) throws(OutputStream.Failure) -> Bool {
    let isOnce = command.action == .once
    if argument.isEmpty {
      if isOnce { return try refuse(missing: command) }
      try send(to: .screen, as: mode)
      try console.tell("answers go to the screen")
      return true
    }
    if !argument.hasPrefix("|") { return try redirect(toFile: path(argument), isOnce: isOnce) }
    guard isOnce else { return try refuse("error: .output takes a file; .once takes a command") }
    let command = String(argument.dropFirst())
    try send(to: .command(command), as: mode)
    self.isOnce = true
    try console.tell("the next answer goes to `\(command)` as \(mode.rawValue)")
    return true
  }

  private func redirect(
    toFile path: String, isOnce: Bool
  ) throws(OutputStream.Failure) -> Bool {
    let format = OutputFormat(fileName: path) ?? mode
    if format.holdsOnePlot { return try refuse(Prompt.noDrawing) }
    if !format.isText, !SpreadsheetLibrary.isInstalled {
      return try refuse("error: \(SpreadsheetFailure.libraryMissing.message)")
    }
    if let refusal = WholeFile.refusal(of: path) {
      return try refuse("error: '\(path)' can't be written: \(refusal.reason)")
    }
    try send(to: .file(path), as: format)
    self.isOnce = isOnce
    try console.tell(
      isOnce
        ? "the next answer goes to '\(path)' as \(format.rawValue)"
        : "answers go to '\(path)' as \(format.rawValue); .output sends them to the screen again")
    return true
  }

  /// Ends what was written so far, and goes on at another place.
  private func send(
    to place: PromptOutput.Place, as format: OutputFormat
  ) throws(OutputStream.Failure) {
    // What ends the results so far belongs to the old place.
    try begin(mode)
    isOnce = false
    undelivered = []
    output.send(to: place)
    try begin(format)
  }

  /// Writes an outcome where it belongs, and keeps an answer until it has arrived.
  func emit(_ outcome: Outcome) throws(OutputStream.Failure) {
    try console.emit(outcome)
    if output.place == .screen { return }
    switch outcome {
    case .table: undelivered.append(outcome)
    case .prose: if !console.format.isForMachines { undelivered.append(outcome) }
    case .message, .met, .failure: break
    }
  }

  /// Lets an answer arrive where answers go; what `.once` began ends with it.
  func deliver() throws(OutputStream.Failure) {
    if output.isTerminal { try begin(console.format) } else { try console.flush() }
    if let problem = output.takePagerProblem() { try console.tell(problem) }
    if undelivered.isEmpty { return }
    let outcome = Result { () throws(PromptOutput.Undelivered) in
      try output.deliver { () throws(SpreadsheetFailure) in try console.closing() }
    }
    switch outcome {
    case .success(let hasArrived):
      if hasArrived { try confirmDelivery() }
    case .failure(let error): try showUndelivered(because: error)
    }
  }

  private func confirmDelivery() throws(OutputStream.Failure) {
    if case .file(let path) = output.place {
      try console.tell(ResultFile.written(console.rowCount, to: path))
    }
    undelivered = []
    if isOnce { try send(to: .screen, as: mode) }
  }

  /// An answer that can't arrive is shown all the same: it may have taken long.
  private func showUndelivered(
    because error: PromptOutput.Undelivered
  ) throws(OutputStream.Failure) {
    let answers = error.isTaken ? [] : undelivered
    try send(to: .screen, as: mode)
    try console.tell("error: \(error.message)")
    for answer in answers { try console.emit(answer) }
    try console.flush()
  }
}
