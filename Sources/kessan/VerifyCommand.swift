import ArgumentParser
import MetricStore
import QueryEngine
import Shell
import Tabular

/// `kessan verify`: examines a store.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Examine whether everything is as it was appended.",
    discussion: """
      Every digest is computed again from what is in the store; the structure of the file, its \
      triggers and views, and what is derived are compared too. The exit status is 4 when something \
      is wrong.

      Whoever can write the file can forge all of it, so keep the head that an append prints \
      somewhere else, and compare it with --head.
      """)

  @Option(
    help: ArgumentHelp(
      "A head noted earlier, or at least its first \(DigestPrefix.shortest) digits.",
      valueName: "digest"), transform: VerifyCommand.noted)
  var head: DigestPrefix?

  @Flag(help: "Make packed columns that differ again, if nothing else is wrong.")
  var rebuild = false

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @ParentCommand var kessan: Kessan

  func run() throws {
    let place = try store.place(or: kessan.store).file(for: "verify")
    let results = try output.place(or: kessan.output)
    let store = try place.openStore(rebuild ? .readWrite : .readOnly)
    let report = VerificationReport(try examined(store), noted: head)
    try write(report, to: results)
    if !report.faults.isEmpty { throw CommandFailure.faults }
  }

  /// What is found, after the packed columns were made again where that was asked for.
  private func examined(_ store: MetricStore) throws -> Verification {
    do throws(StoreError) {
      guard rebuild else { return try store.verify() }
      let before = try store.rebuildPackedColumns()
      guard !before.faults.isEmpty, before.faults.allSatisfy(\.isDerived) else { return before }
      tellMended(before.faults.count)
      return try store.verify()
    } catch {
      throw CommandFailure.unopened(error.message)
    }
  }

  /// A message that nobody takes is no reason to stop.
  private func tellMended(_ count: Int) {
    try? Console.standard().tell(
      "mended \(count) fault\(count == 1 ? "" : "s"): packed columns were made again")
  }

  private func write(_ report: VerificationReport, to results: ResultPlace) throws {
    guard let file = results.file else {
      return try emit(report, to: try results.console(), results)
    }
    let kept = CollectedResults()
    let console = try results.console(keeping: kept)
    try emit(report, to: console, results)
    try results.write(kept, from: console, to: file)
  }

  /// A machine gets a table without rows where a person gets one line.
  private func emit(
    _ report: VerificationReport, to console: Console, _ results: ResultPlace
  ) throws {
    if !report.faults.isEmpty || results.format.isForMachines {
      try console.emit(.table(report.table))
    }
    try console.emit(.prose(.text(report.summary)))
    try console.finish()
  }

  private static func noted(_ text: String) throws -> DigestPrefix {
    if let prefix = DigestPrefix(parsing: text) { return prefix }
    throw ValidationError(
      "a digest has 64 digits from 0 to f; give at least the first \(DigestPrefix.shortest)")
  }
}
