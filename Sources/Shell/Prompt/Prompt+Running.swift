import Diagnostics
import QueryEngine

/// Running what is entered or read.
extension Prompt {
  /// Runs pieces of a text in order; false, with the rest left out, when one failed.
  func run(
    _ pieces: [PromptPiece], from name: String, isFile: Bool = false
  ) throws(OutputStream.Failure) -> Bool {
    for (index, piece) in pieces.enumerated() where !isLeaving {
      let isLast = index == pieces.endIndex - 1
      switch try run(piece, from: name, isFile: isFile) {
      case .done: continue
      case .failed where isLast: return false
      case .failed, .failedBeforeOthers:
        let text = isFile ? "'\(name)'" : "what was entered"
        try console.tell("the rest of \(text) wasn't run")
        return false
      }
    }
    return true
  }

  /// What running a piece came to.
  private enum PieceOutcome {
    case done
    case failed
    /// With statements behind the one that failed.
    case failedBeforeOthers
  }

  private func run(
    _ piece: PromptPiece, from name: String, isFile: Bool
  ) throws(OutputStream.Failure) -> PieceOutcome {
    switch piece {
    case .command(let line, let number):
      let outer = commandPlace
      defer { commandPlace = outer }
      commandPlace = isFile ? (file: name, line: number) : nil
      return try perform(line) ? .done : .failed
    case .statements(let text):
      let script = LoadedScript(
        SourceText(name: name, text), isFile: isFile, readFile: FileContent.read)
      if options.echoes { try console.tell(text.split(separator: "\n").joined(separator: "\n")) }
      var outcome = PieceOutcome.done
      _ = try timed { () throws(OutputStream.Failure) in
        outcome = try answer(script)
        return outcome == .done
      }
      return outcome
    }
  }

  private func answer(_ script: LoadedScript) throws(OutputStream.Failure) -> PieceOutcome {
    let parts = script.parts
    for (index, part) in parts.enumerated() {
      if try answer(part: part) { continue }
      if part.keepsBack { try console.tell("the statements beside it weren't run") }
      return index == parts.endIndex - 1 ? .failed : .failedBeforeOthers
    }
    return .done
  }

  private func answer(part: LoadedScript) throws(OutputStream.Failure) -> Bool {
    let isSilent = isStarting && part.onlySets
    return try session.run(
      part, readFile: FileContent.read,
      emit: { (outcome) throws(OutputStream.Failure) in
        clearProgress()
        if case .message = outcome, isSilent { return }
        keep(outcome)
        try emit(outcome)
        if case .met = outcome { try console.tell("met") }
      })
  }

  /// Keeps a result for `.last`.
  private func keep(_ outcome: Outcome) {
    guard case .table(let table) = outcome else { return }
    Disposal.letGoLater(&lastResult, leaving: table)
  }
}
