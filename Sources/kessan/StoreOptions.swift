import ArgumentParser
import Shell

/// The options that say which store a command works on.
struct StoreOptions: ParsableArguments {
  @Flag(help: "Use the built-in sample: in memory, with no file needed.")
  var sample = false

  @Option(
    help: ArgumentHelp(
      "The store's file. Without it: $KESSAN_STORE, else ./kessan.db.", valueName: "file"))
  var store: String?

  /// The store that these options name, or else those that stood before the subcommand.
  func place(or outer: StoreOptions? = nil) throws -> StorePlace {
    let file = store ?? outer?.store
    guard sample || outer?.sample == true else { return try StorePlace(file: file) }
    if file != nil {
      throw ValidationError("--sample is in memory, and --store names a file: choose one of them")
    }
    return StorePlace.sample
  }
}
