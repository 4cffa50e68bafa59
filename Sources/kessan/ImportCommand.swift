import ArgumentParser
import DataImport
import MetricStore
import Metrics
import QueryEngine
import Shell

/// `kessan import`: appends a release from files.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Append a release from CSV or TSV files.",
    discussion: """
      All rows are checked before any is written; every bad row is told with its place. \
      The same content under the same name again is left as it is.
      """)

  @Argument(help: "The files, in the order printed.")
  var files: [String]

  @Option(help: "The company; not needed where the files have a column for it.")
  var company: String?

  @Option(help: "The release's name; without it, it is called after the first file.")
  var release: String?

  @Option(help: "The release's title.")
  var title: String?

  @Option(help: ArgumentHelp("When it was published.", valueName: "2004-11-11"))
  var published: CalendarDate?

  @Option(help: "What the files are, for people.")
  var source: String?

  @Option(help: "The metric, for files without a column for it.")
  var metric: String?

  @Option(help: ArgumentHelp("Other names of columns.", valueName: "theirs=ours,…"))
  var map: ColumnNames?

  @Option(help: "What stands before decimals: point, or comma where 1.234,5 is printed.")
  var decimal: DecimalMark?

  @Flag(help: "Declare companies, segments, metrics and units that the store doesn't know.")
  var declare = false

  @Option(help: "The kind of metrics to declare: flow, stock or rate.")
  var kind: MetricKind?

  @Option(
    help: ArgumentHelp(
      "The fiscal year of companies to declare.", valueName: "month,start|end"))
  var fiscalYear: FiscalCalendar?

  @Flag(help: "Check everything, and append nothing.")
  var dryRun = false

  @OptionGroup var store: StoreOptions
  @ParentCommand var kessan: Kessan

  func validate() throws {
    if release?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("--release needs a name, such as iij-2q04")
    }
    let isForNewNames = [("--kind", kind != nil), ("--fiscal-year", fiscalYear != nil)]
    if !declare, let option = isForNewNames.first(where: { $0.1 })?.0 {
      throw ValidationError("\(option) says what new names are declared as: add --declare")
    }
  }

  func run() throws {
    let place = try store.place(or: kessan.store)
    if place.isSample {
      throw ValidationError(
        "--sample is in memory and gone at the end: name a --store to import to")
    }
    let contents = try files.map { path throws(CommandFailure) in try content(of: path) }
    let console = Console.standard()
    do {
      try console.tell(try outcome(of: contents, in: place))
    } catch let failure as Failure {
      try console.emit(.failure(failure))
      throw CommandFailure.statement
    }
  }

  /// Checks the files, and appends them unless this is a dry run.
  ///
  /// A store that isn't there yet is made only for files that are in order.
  private func outcome(of contents: [ImportFile], in place: StorePlace) throws -> String {
    let progress = ProgressLine.onTerminal()
    defer { progress?.clear() }
    let exists = FileContent.exists(place.path)
    if dryRun || !exists {
      let session =
        exists ? try place.open(.readOnly) : try Session(store: MetricStore.inMemory())
      let prepared = try session.checkImport(contents, options: options, progress: progress?.show)
      if dryRun { return try session.summary(of: prepared) }
      return try place.open(.create).append(prepared)
    }
    let session = try place.open(.readWrite)
    return try session.append(
      try session.checkImport(contents, options: options, progress: progress?.show))
  }

  private var options: ImportOptions {
    var options = ImportOptions()
    options.company = company
    options.release = release
    options.title = title
    options.published = published
    options.sourceTitle = source
    options.metric = metric
    options.columnNames = map?.names ?? [:]
    options.decimalMark = decimal
    options.declares = declare
    options.kind = kind
    options.fiscalCalendar = fiscalYear
    return options
  }

  private func content(of path: String) throws(CommandFailure) -> ImportFile {
    do throws(UnreadableFile) {
      return ImportFile(name: path, bytes: try FileContent.read(path))
    } catch {
      throw .failed("'\(path)' can't be read: \(error.reason)")
    }
  }
}

/// Renamings such as `entity=company,recorded_at=published`.
struct ColumnNames: ExpressibleByArgument {
  let names: [String: String]

  init?(argument: String) {
    var names: [String: String] = [:]
    for pair in argument.split(separator: ",") {
      let sides = pair.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty,
        names.updateValue(String(sides[1]), forKey: String(sides[0])) == nil
      else { return nil }
    }
    self.names = names
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// A date written as `2004-11-11`.
  init?(argument: String) {
    self.init(parsing: argument)
  }
}

extension MetricKind: ExpressibleByArgument {}

extension DecimalMark: ExpressibleByArgument {}

extension FiscalCalendar: ExpressibleByArgument {
  /// A fiscal year written as `july,end`.
  init?(argument: String) {
    let parts = argument.lowercased().split(separator: ",").map(String.init)
    guard parts.count == 2, let month = Self.monthNames.firstIndex(of: parts[0]),
      let naming = Naming(rawValue: parts[1])
    else { return nil }
    self.init(startMonth: month + 1, naming: naming)
  }
}
