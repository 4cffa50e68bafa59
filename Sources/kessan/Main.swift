import ArgumentParser
import Glibc
import Shell
import Spreadsheet

/// The program: parses the command line, runs the command, and turns what went wrong into a message
/// and an exit status.
@main
enum Main {
  static func main() {
    Terminal.letWritesFail()
    exit(status())
  }

  private static func status() -> Int32 {
    do {
      var command = try Kessan.parseAsRoot()
      try command.run()
      return 0
    } catch let failure as CommandFailure {
      if let message = failure.message { tell("error: \(message)") }
      return failure.status
    } catch let failure as OutputStream.Failure {
      return status(of: failure)
    } catch let failure as SpreadsheetFailure {
      return unwritten(because: failure.message)
    } catch {
      return status(ofParsing: error)
    }
  }

  /// A reader that has seen enough is no failure.
  private static func status(of failure: OutputStream.Failure) -> Int32 {
    switch failure {
    case .closed: return 0
    case .failed(let error): return unwritten(because: error.text)
    }
  }

  private static func unwritten(because reason: String) -> Int32 {
    tell("error: the result couldn't be written: \(reason)")
    return 1
  }

  /// Help and the version are results; anything else is wrong usage.
  private static func status(ofParsing error: any Error) -> Int32 {
    guard Kessan.exitCode(for: error) == .success else {
      let line = RefusedCommandLine(CommandLine.arguments.dropFirst())
      tell(line.message(Kessan.message(for: error)))
      return 2
    }
    let message = Kessan.fullMessage(for: error)
    let output = OutputStream(descriptor: STDOUT_FILENO)
    do throws(OutputStream.Failure) {
      try output.write(message + "\n")
      try output.flush()
      return 0
    } catch {
      return status(of: error)
    }
  }

  private static func tell(_ message: String) {
    let stream = OutputStream(descriptor: STDERR_FILENO)
    let palette = RefusedCommandLine.color(in: CommandLine.arguments).palette(for: STDERR_FILENO)
    let fitted = FittedMessage.text(message, width: Terminal.messageWidth)
    try? stream.write(PaintedMessage.text(fitted, in: palette) + "\n")
    try? stream.flush()
  }
}
