import ArgumentParser
import MetricStore
import QueryEngine
import Shell

/// `kessan backup`: copies a store.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store into a file, while others may append to it.",
    discussion: """
      The store is examined first, as kessan verify does, and nothing is copied when something is \
      wrong with it. An earlier backup of the same store is replaced, once the new one is complete; \
      any other file is left alone.
      """)

  @Argument(help: "The file to make.")
  var file: String

  @OptionGroup var store: StoreOptions
  @ParentCommand var kessan: Kessan

  func validate() throws {
    if file.isEmpty { throw ValidationError("the name of the file is empty") }
  }

  func run() throws {
    let place = try store.place(or: kessan.store).file(for: "backup")
    let backup = StoreBackup(of: try place.openStore(.readOnly))
    let console = Console.standard()
    do throws(StoreBackup.Failure) {
      let content = try backup.write(to: file)
      try? console.tell("backed up \(content)\nto \(file)")
    } catch {
      try console.tell("error: \(message(for: error, place))")
      throw error.isFaulty ? CommandFailure.faults : CommandFailure.statement
    }
  }

  private func message(for failure: StoreBackup.Failure, _ place: StorePlace) -> String {
    switch failure {
    case .refused(let refusal): "'\(file)' is left as it is: \(reason(for: refusal, place))"
    case .faulty:
      "something is wrong with \(place.path), so it isn't copied; `kessan verify` tells what"
    case .unwritable(let problem): "'\(file)' can't be written: \(problem.reason)"
    case .store(let error): error.message
    }
  }

  private func reason(for refusal: BackupRefusal, _ place: StorePlace) -> String {
    switch refusal {
    case .isTheStore: "it is the store itself"
    case .isNoStore: "it is no backup of a store; name another file"
    case .otherChain: "it is a store with another history than \(place.path); name another file"
    case .longerChain(let links):
      "it has \(links) append\(links == 1 ? "" : "s") more than \(place.path); name another file"
    case .hasLog:
      "'\(file)-wal' lies beside it, so a program has it open or was stopped while it had; name "
        + "another file"
    }
  }
}

extension StoreBackup.Failure {
  fileprivate var isFaulty: Bool {
    if case .faulty = self { true } else { false }
  }
}
