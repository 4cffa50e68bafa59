import Glibc

/// What the process has taken of the machine.
enum Processor {
  /// The time that it has computed, in milliseconds.
  static var time: Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// The most memory that it has had since the last reset, in KB.
  static var peakMemory: Int {
    var usage = rusage()
    getrusage(CInt(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  /// Forgets the most memory that it has had, and gives what it has now, in KB.
  static func resetPeakMemory() -> Int {
    let references = open("/proc/self/clear_refs", O_WRONLY)
    // By this number the kernel knows what is to be reset.
    _ = Glibc.write(references, "5", 1)
    close(references)
    return peakMemory
  }
}
