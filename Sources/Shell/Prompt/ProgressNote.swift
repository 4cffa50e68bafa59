/// One line on the terminal that says that a statement takes long, and how to stop it.
final class ProgressNote {
  private static let second: UInt64 = 1_000_000_000
  private let stream: OutputStream
  private let clock: () -> UInt64
  /// When the statement began; nil while none runs.
  private var begin: UInt64?
  private var nextSecond: UInt64 = 1
  private var isShown = false
  private var ticks = 0

  /// A note that is written to `stream`, which is a terminal.
  init(stream: OutputStream, clock: @escaping () -> UInt64 = MonotonicClock.nanoseconds) {
    self.stream = stream
    self.clock = clock
  }

  /// A statement begins.
  func start() {
    begin = clock()
    nextSecond = 1
  }

  /// Something has been done; called often, so it mostly does nothing.
  func tick() {
    ticks &+= 1
    guard let begin, ticks.isMultiple(of: 16) else { return }
    let seconds = (clock() &- begin) / ProgressNote.second
    guard seconds >= nextSecond else { return }
    nextSecond = seconds + 1
    isShown = true
    write("\r\u{1B}[K\(seconds) s so far; Ctrl-C stops it")
  }

  /// Takes the note off the screen; a statement may go on.
  func clear() {
    if isShown { write("\r\u{1B}[K") }
    isShown = false
  }

  /// The statement has ended.
  func end() {
    clear()
    begin = nil
  }

  /// What can't be shown is no reason to stop.
  private func write(_ text: String) {
    try? stream.write(text)
    try? stream.flush()
  }
}
