import Diagnostics
import MetricStore
import QueryEngine
import Shell

/// What answering queries takes on each basis, over a store in a file.
///
/// Each answer is one of a session that has just begun, so that none finds what another has read, and
/// the bases take turns, so that whatever else the machine does meets all of them.
struct BasisTimings {
  private static let rounds = 15

  private let path: String

  init(path: String) {
    self.path = path
  }

  func run() throws {
    let releases = try MetricStore(path: path, access: .readOnly).releases()
    guard let newest = releases.last else { return print("\(path) holds no release") }
    let bases = [
      "", "as of \(newest.name)", "as of \(newest.published)",
      "as of \(releases[releases.count / 2].published)", "as reported",
    ]
    let titles = bases.map { $0.isEmpty ? "latest" : $0 }
    print("| query, median ms | \(titles.map { "\($0) | ratio" }.joined(separator: " | ")) |")
    print("|---|\(String(repeating: "---|---|", count: bases.count))")
    while let query = readLine() {
      let medians = try medians(of: bases.map { "\(query) \($0)" })
      let cells = medians.map {
        "\(rounded($0 / 1_000, to: 100)) | \(rounded($0 / medians[0], to: 100))"
      }
      print("| `\(query)` | \(cells.joined(separator: " | ")) |")
    }
  }

  private func medians(of statements: [String]) throws -> [Double] {
    var timings = statements.map { _ in Timings() }
    for _ in 0..<Self.rounds {
      for (index, statement) in statements.enumerated() {
        let session = try Session(store: MetricStore(path: path, access: .readOnly))
        try timings[index].measure { try answer(statement, session) }
      }
    }
    return timings.map(\.median)
  }

  private func answer(_ statement: String, _ session: Session) throws {
    let succeeded = try session.run(
      SourceText(name: "benchmark", statement),
      readFile: { (_) throws(UnreadableFile) in throw UnreadableFile(reason: "there are none") },
      emit: { (outcome: Outcome) throws(Failure) in
        if case .failure(let failure) = outcome { throw failure }
      })
    if !succeeded { print("failed: \(statement)") }
  }
}
