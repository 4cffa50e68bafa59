import ArgumentParser
import MetricStore
import Shell

/// `kessan init`: makes a store.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a store, empty or, with --sample, filled with the sample.")

  @Argument(help: "The file to make; without it the one that --store names.")
  var file: String?

  @OptionGroup var store: StoreOptions
  @ParentCommand var kessan: Kessan

  func run() throws {
    let place = try StorePlace(file: file ?? store.store ?? kessan.store.store)
    let session = try place.open(.create)
    let console = Console.standard()
    guard store.sample || kessan.store.sample else {
      try console.tell("\(place.path) is a store, ready for kessan import")
      return
    }
    let succeeded = try session.fillWithSample(emit: console.emit)
    if !succeeded { throw CommandFailure.statement }
  }
}
