import Diagnostics
import MetricStore
import QueryEngine

/// A company whose tree of segments and figures follow from a seed.
///
/// Its figures go into a store in memory the way any release does: declarations are run, and a data
/// file is imported. So what is tested is the whole way from a printed figure to an answer.
struct RandomCompany: CustomStringConvertible {
  /// What is printed of the figures that the company has.
  struct Habits {
    /// Whether halves, nine months and years are printed, of which some may stand for quarters that
    /// aren't.
    var printsLongerPeriods = true
    /// Whether some figures are printed in millions, others in thousands.
    var mixesPrecision = true
    /// Whether some figures are printed nowhere.
    var leavesGaps = true
    /// Whether figures below zero occur.
    var hasLosses = true

    /// Every quarter of every leaf in thousands, and whatever is printed above them ties.
    static let exact = Habits(mixesPrecision: false, leavesGaps: false)
  }

  static let years = ["02", "03", "04"]
  /// Every quarter, in order.
  static let quarters = years.flatMap { year in (1...4).map { "\($0)Q\(year)" } }
  /// What can be printed for longer than a quarter, with the quarters that it covers.
  private static let spans: [(label: String, quarters: Range<Int>)] =
    years.enumerated().flatMap { index, year in
      let first = 4 * index
      return [
        (label: "1H" + year, quarters: first..<first + 2),
        (label: "2H" + year, quarters: first + 2..<first + 4),
        (label: "9M" + year, quarters: first..<first + 3),
        (label: "FY" + year, quarters: first..<first + 4),
      ]
    }

  let description: String
  /// Every segment but the root, parents before their children.
  let segments: [String]
  private let parents: [String: String]
  private(set) var generator: SeededGenerator
  private let habits: Habits
  private var rows: [String] = []

  init(seed: UInt64, _ habits: Habits = Habits()) {
    description = "the company of seed \(seed)"
    self.habits = habits
    generator = SeededGenerator(seed: seed)
    (segments, parents) = RandomCompany.tree(using: &generator)
    for metric in ["revenue", "cost"] { printFlow(metric) }
    printStock("customers")
    printConstant()
  }

  private static func tree(
    using generator: inout SeededGenerator
  ) -> (segments: [String], parents: [String: String]) {
    var segments: [String] = []
    var parents: [String: String] = [:]
    for number in 1...Int.random(in: 3...7, using: &generator) {
      let parent = number < 3 ? nil : (segments + [""]).randomElement(using: &generator)
      let path = parent.map { $0.isEmpty ? "" : $0 + "." } ?? ""
      segments.append(path + "n\(number)")
      parents[path + "n\(number)"] = path.isEmpty ? "total" : String(path.dropLast())
    }
    return (segments, parents)
  }

  /// The segments right below a path.
  func children(of path: String) -> [String] { segments.filter { parents[$0] == path } }

  /// The paths that have segments below them, the root among them.
  var inner: [String] { (["total"] + segments).filter { !children(of: $0).isEmpty } }
}

extension RandomCompany {
  /// Some segments, of which none holds another.
  mutating func disjointSegments() -> [String] {
    var some: [String] = []
    for path in segments.shuffled(using: &generator)
    where !some.contains(where: { $0.hasPrefix(path + ".") || path.hasPrefix($0 + ".") }) {
      some.append(path)
    }
    return Array(some.prefix(Int.random(in: 2...some.count, using: &generator)))
  }

  /// A range of quarters.
  mutating func range() -> (first: String, last: String) {
    let first = Int.random(in: 0..<RandomCompany.quarters.count, using: &generator)
    let last = Int.random(in: first..<RandomCompany.quarters.count, using: &generator)
    return (RandomCompany.quarters[first], RandomCompany.quarters[last])
  }
}

// MARK: - What is printed

extension RandomCompany {
  private mutating func printFlow(_ metric: String) {
    let truth = truth { generator, hasLosses in
      Int64.random(in: hasLosses ? -400_000...900_000 : 1...900_000, using: &generator)
    }
    for (path, values) in truth.sorted(by: { $0.key < $1.key }) {
      var cells = Dictionary(uniqueKeysWithValues: zip(RandomCompany.quarters, values))
      if habits.printsLongerPeriods {
        for span in RandomCompany.spans where chance(0.4) {
          cells[span.label] = values[span.quarters].reduce(0, +)
        }
      }
      printRow(metric, path, unit: "JPY", cells)
    }
  }

  private mutating func printStock(_ metric: String) {
    let truth = truth { generator, _ in Int64.random(in: 0...99_000, using: &generator) }
    for (path, values) in truth.sorted(by: { $0.key < $1.key }) {
      printRow(
        metric, path, unit: "customer",
        Dictionary(uniqueKeysWithValues: zip(RandomCompany.quarters, values)))
    }
  }

  /// A figure that never changes.
  private mutating func printConstant() {
    let value = Int64.random(in: 1...99, using: &generator)
    rows.append(
      "constant,,JPY thousand,"
        + RandomCompany.labels.map { $0.contains("Q") ? "\(value)" : "" }
        .joined(separator: ","))
  }

  /// The figures of every segment in thousands: a parent has the sum of its children.
  private mutating func truth(
    _ figure: (inout SeededGenerator, Bool) -> Int64
  ) -> [String: [Int64]] {
    var truth: [String: [Int64]] = [:]
    for path in segments.reversed() + ["total"] {
      let children = children(of: path)
      truth[path] = RandomCompany.quarters.indices.map { index in
        if !children.isEmpty { return children.reduce(0) { $0 + (truth[$1]?[index] ?? 0) } }
        return figure(&generator, habits.hasLosses)
      }
    }
    // A parent is printed, or left to its children.
    return truth.filter { path, _ in children(of: path).isEmpty || path.count.isMultiple(of: 2) }
  }

  private mutating func printRow(
    _ metric: String, _ path: String, unit: String, _ cells: [String: Int64]
  ) {
    let isLeaf = children(of: path).isEmpty
    var (thousands, millions) = (cells, [String: Int64]())
    for label in cells.keys.sorted() {
      if habits.leavesGaps, chance(isLeaf ? 0.15 : 0.3) { thousands[label] = nil }
      if habits.mixesPrecision, chance(0.2), let value = thousands.removeValue(forKey: label) {
        millions[label] = RandomCompany.inMillions(value)
      }
    }
    for (scale, printed) in [("thousand", thousands), ("million", millions)]
    where !printed.isEmpty {
      rows.append(RandomCompany.row(metric, path, "\(unit) \(scale)", printed))
    }
  }

  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < probability
  }

  /// Thousands as a release in millions prints them, rounded half away from zero.
  private static func inMillions(_ value: Int64) -> Int64 {
    (value.magnitude.advanced(by: 500) / 1_000).signed(as: value)
  }

  private static let labels = quarters + spans.map { $0.label }

  private static func row(
    _ metric: String, _ path: String, _ unit: String, _ cells: [String: Int64]
  ) -> String {
    ([metric, path == "total" ? "" : path, unit]
      + labels.map { label in cells[label].map { "\($0)" } ?? "" }).joined(separator: ",")
  }
}

// MARK: - The store

extension RandomCompany {
  private var declarations: String {
    """
    company acme "Acme" fiscal year starts april named by start
    unit customer "Customers"
    metric revenue flow JPY
    metric cost flow JPY
    metric constant flow JPY
    metric customers stock customer
    metric profit = revenue - cost
    metric margin = profit / revenue percent

    """ + segments.map { "segment \($0)\n" }.joined()
  }

  /// A session over a new store with the company's release; with `repeatsInMillions`, each figure in
  /// thousands is printed in millions as well.
  func session(repeatsInMillions: Bool = false) throws -> Session {
    let session = try Session(store: MetricStore.inMemory())
    let heading = "metric,segment,unit," + RandomCompany.labels.joined(separator: ",")
    let repeated = repeatsInMillions ? rows.compactMap(RandomCompany.repeatedInMillions) : []
    let file = ([heading] + rows + repeated).joined(separator: "\n") + "\n"
    let release = "release results company acme published 2005-05-12 from \"figures.csv\"\n"
    _ = try session.run(
      SourceText(name: "setup", declarations + release),
      readFile: { _ throws(UnreadableFile) in Array(file.utf8) },
      emit: { if case .failure(let failure) = $0 { throw Refused(failure) } })
    return session
  }

  private static func repeatedInMillions(_ row: String) -> String? {
    guard row.contains(" thousand,") else { return nil }
    let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let cells = fields.dropFirst(3).map { Int64($0).map { "\(inMillions($0))" } ?? "" }
    return (fields[0...1] + [fields[2].replacing("thousand", with: "million")] + cells)
      .joined(separator: ",")
  }
}

extension UInt64 {
  fileprivate func signed(as value: Int64) -> Int64 { value < 0 ? -Int64(self) : Int64(self) }
}
