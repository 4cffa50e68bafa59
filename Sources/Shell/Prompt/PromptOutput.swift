import Glibc
import QueryEngine
import Spreadsheet
package import Tabular

/// Where the results of a prompt go: the screen, a file or a command.
///
/// Text is gathered until an answer is complete, so that it can be measured before it is shown.
package final class PromptOutput: ResultSink {
  /// A place for results.
  enum Place: Equatable {
    case screen
    case file(String)
    case command(String)
  }

  /// Why an answer hasn't arrived, in words.
  struct Undelivered: Error {
    let message: String
    /// Whether a command has had it all the same.
    var isTaken = false

    fileprivate static let shownHere = "; it is shown here, and answers go to the screen again"
  }

  /// Where the next text goes.
  private(set) var place = Place.screen
  private let screen: OutputStream
  private let pager: Pager?
  private let terminalSize: () -> (width: Int, height: Int)?
  /// What waits to be shown; with another place, all that went there.
  private var pending = RenderedOutput()
  /// Why the pager hasn't shown the last text, in words.
  private var pagerProblem: String?

  /// An output that begins with the screen.
  ///
  /// - Parameters:
  ///   - screen: The screen, or what stands for it.
  ///   - pager: What shows an answer that is longer than the screen.
  ///   - terminalSize: The size of the terminal that the screen is; nil where it is none.
  package init(
    screen: OutputStream, pager: Pager? = nil,
    terminalSize: @escaping () -> (width: Int, height: Int)? = { nil }
  ) {
    self.screen = screen
    self.pager = pager
    self.terminalSize = terminalSize
  }

  /// The width to which results are split: that of the screen, while they go there.
  package var width: Int? { place == .screen ? terminalSize()?.width : nil }

  /// Whether results go to a terminal, where each answer stands alone.
  var isTerminal: Bool { place == .screen && terminalSize() != nil }

  /// Keeps what answers grow by until they are complete.
  package func write(_ output: RenderedOutput) { pending += output }

  /// Shows what is pending, if it is for the screen; elsewhere an answer arrives as a whole.
  package func flush() throws(OutputStream.Failure) {
    guard place == .screen else { return }
    let text = pending.bytes
    pending = RenderedOutput()
    if !text.isEmpty { try show(text) }
  }

  /// Sends what follows to another place; a file begins anew.
  func send(to place: Place) {
    self.place = place
    pending = RenderedOutput()
  }

  /// Lets what is pending arrive in a file or a command, complete with what ends it.
  ///
  /// A file is written as a whole every time, so that it is complete after every answer. Gives whether
  /// there was anything to deliver.
  func deliver(
    closing: () throws(SpreadsheetFailure) -> RenderedOutput
  ) throws(Undelivered) -> Bool {
    guard place != .screen, let output = try complete(closing) else { return false }
    switch place {
    case .screen: break
    case .file(let path): try write(output, to: path)
    case .command(let command): try pipe(output, into: command)
    }
    return true
  }

  /// Why the pager hasn't shown the last text, once.
  func takePagerProblem() -> String? {
    defer { pagerProblem = nil }
    return pagerProblem
  }

  private func complete(
    _ closing: () throws(SpreadsheetFailure) -> RenderedOutput
  ) throws(Undelivered) -> RenderedOutput? {
    do throws(SpreadsheetFailure) {
      let output = pending + (try closing())
      return output.contains { !$0.isEmpty } ? output : nil
    } catch {
      throw Undelivered(message: error.message + Undelivered.shownHere)
    }
  }

  private func show(_ text: [UInt8]) throws(OutputStream.Failure) {
    if let pager, let size = terminalSize(),
      Pager.isNeeded(for: text, width: size.width, height: size.height)
    {
      try screen.flush()
      pagerProblem = problem(of: pager, showing: text)
      if pagerProblem == nil { return }
    }
    try writeInPieces(text)
  }

  /// Lets a pager show a text; gives why it hasn't, in words.
  private func problem(of pager: Pager, showing text: [UInt8]) -> String? {
    let paged = RenderedOutput(bytes: pager.takesColor ? text : Pager.withoutColors(text))
    do throws(SystemError) {
      let status = try ChildProcess.run(pager.command, input: paged)
      return pager.isLeft(with: status) ? nil : pager.problem("ended with status \(status)")
    } catch {
      return pager.problem("can't be run: \(error.text)")
    }
  }

  /// A long text is left when somebody has seen enough.
  private func writeInPieces(_ text: [UInt8]) throws(OutputStream.Failure) {
    var rest = text[...]
    while !rest.isEmpty, !StatementInterruption.isRequested {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      try screen.write(Array(rest[..<end]))
      rest = rest[end...]
    }
    try screen.flush()
  }

  private func write(_ output: RenderedOutput, to path: String) throws(Undelivered) {
    do throws(UnwritableFile) {
      try WholeFile.write(output, to: path)
    } catch {
      throw Undelivered(
        message: "'\(path)' can't be written: \(error.reason)" + Undelivered.shownHere)
    }
  }

  private func pipe(_ output: RenderedOutput, into command: String) throws(Undelivered) {
    let status: CInt
    do throws(SystemError) {
      status = try ChildProcess.run(command, input: output)
    } catch {
      throw Undelivered(message: "the shell can't be run: \(error.text); the answer is shown here")
    }
    if status == 0 { return }
    let message = "`\(command)` ended with status \(status)"
    // By these a shell says that there is no such command, or that it can't be run.
    throw status == 126 || status == 127
      ? Undelivered(message: message + "; the answer is shown here")
      : Undelivered(message: message, isTaken: true)
  }
}
