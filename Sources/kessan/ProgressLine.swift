import DataImport
import Glibc
import Shell

/// One line on standard error that says how far a long import has come: rows, rate and share done.
final class ProgressLine {
  private let stream = OutputStream(descriptor: STDERR_FILENO)
  private let begin = ContinuousClock.now
  private var isShown = false

  /// A line, where standard error is a terminal; elsewhere it would only be in the way.
  static func onTerminal() -> ProgressLine? {
    Terminal.isTerminal(STDERR_FILENO) ? ProgressLine() : nil
  }

  /// Writes the line over the one before.
  func show(_ progress: ImportProgress) {
    let seconds = Double((ContinuousClock.now - begin) / .milliseconds(1)) / 1000
    guard seconds > 0.2 else { return }
    let rate = Int(Double(progress.rowCount) / seconds)
    let share = progress.byteCount * 100 / max(1, progress.totalByteCount)
    isShown = true
    write("\r\u{1B}[K\(progress.rowCount) rows checked, \(rate) a second, \(share) %")
  }

  /// Takes the line away.
  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  /// What can't be shown is no reason to stop an import.
  private func write(_ text: String) {
    try? stream.write(text)
    try? stream.flush()
  }
}
