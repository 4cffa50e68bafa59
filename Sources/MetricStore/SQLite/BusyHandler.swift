import CSQLite

/// What a connection does while another one holds the right to write.
final class BusyHandler {
  /// Is told how many milliseconds the wait has taken so far, and says whether to go on.
  private let goesOn: (Int) -> Bool
  private var waited = 0

  init(_ goesOn: @escaping (_ millisecondsWaited: Int) -> Bool) {
    self.goesOn = goesOn
  }

  /// Makes SQLite ask this handler, which has to outlive the connection.
  func install(on connection: OpaquePointer?) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_busy_handler(
      connection,
      { context, attempt in
        guard let context else { return 0 }
        let handler = Unmanaged<BusyHandler>.fromOpaque(context).takeUnretainedValue()
        return handler.waitsAgain(attempt: Int(attempt)) ? 1 : 0
      }, context)
  }

  /// Sleeps a little and returns true, or false to give up.
  private func waitsAgain(attempt: Int) -> Bool {
    if attempt == 0 { waited = 0 }
    guard goesOn(waited) else { return false }
    // Short at first, because most writers are gone within milliseconds.
    let pause = min(50, attempt + 1)
    sqlite3_sleep(Int32(pause))
    waited += pause
    return true
  }
}
