/// Says what statements take, for `.ci/benchmark`.
///
///     BenchmarkStatements statements FILE…    reading and resolving each query of scripts
///     BenchmarkStatements bases STORE         answering the queries of standard input on each basis
@main
struct BenchmarkStatements {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case "statements": try StatementTimings(files: Array(arguments.dropFirst())).run()
    case "bases":
      for path in arguments.dropFirst() { try BasisTimings(path: path).run() }
    default: print("usage: BenchmarkStatements statements FILE… | bases STORE")
    }
  }
}

/// Microseconds that something took, again and again.
struct Timings {
  private var microseconds: [Double] = []

  /// Does something and takes its time.
  mutating func measure(_ body: () throws -> Void) rethrows {
    let clock = ContinuousClock()
    microseconds.append(try clock.measure(body) / .microseconds(1))
  }

  /// The time in the middle.
  var median: Double {
    let ordered = microseconds.sorted()
    return ordered.isEmpty ? 0 : ordered[ordered.count / 2]
  }

  /// The time in the middle of so many runs.
  static func median(of count: Int, _ body: () throws -> Void) rethrows -> Double {
    var timings = Timings()
    for _ in 0..<count { try timings.measure(body) }
    return timings.median
  }
}

/// A number with one place, or more, behind the point.
func rounded(_ value: Double, to scale: Double = 10) -> Double {
  (value * scale).rounded() / scale
}
