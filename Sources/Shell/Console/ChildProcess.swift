import Glibc
import Tabular

/// A command of the shell that is given output to read.
enum ChildProcess {
  /// Runs `command` in the shell with `input` on its standard input, and waits for its end.
  ///
  /// A command that doesn't read all of it, as a pager that is left, is no failure.
  ///
  /// - Returns: Its exit status; that of a signal is 128 and more, as the shell counts.
  static func run(_ command: String, input: RenderedOutput) throws(SystemError) -> CInt {
    var ends: [CInt] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw SystemError() }
    // The command gets one end, as its standard input, and neither as anything else.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let process: pid_t
    do throws(SystemError) {
      process = try spawn(["sh", "-c", command], input: ends[0])
    } catch {
      close(ends[0])
      close(ends[1])
      throw error
    }
    close(ends[0])
    feed(input, to: ends[1])
    close(ends[1])
    return status(of: process)
  }

  /// Starts `/bin/sh`, with the signals that this program ignores as they usually are.
  private static func spawn(_ arguments: [String], input: CInt) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for signal in [SIGPIPE, SIGXFSZ, SIGINT] { unsafe sigaddset(&signals, signal) }
    unsafe posix_spawnattr_init(&attributes)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer {
      unsafe pointers.forEach { unsafe free($0) }
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    var process = pid_t()
    let code = unsafe posix_spawn(
      &process, "/bin/sh", &actions, &attributes, &pointers, environ)
    if code != 0 { throw SystemError(code) }
    return process
  }

  private static func feed(_ output: RenderedOutput, to descriptor: CInt) {
    try? OutputStream(descriptor: descriptor).writeAll(output)
  }

  private static func status(of process: pid_t) -> CInt {
    var status: CInt = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
