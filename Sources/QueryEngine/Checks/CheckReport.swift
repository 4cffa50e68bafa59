import Catalog
import MetricStore
import Metrics
import Tabular

/// The table of what a check found: what doesn't tie digit for digit, the worst first, and how many
/// checks there were.
struct CheckReport {
  /// How many rows that only miss by rounding people are shown; machines get all.
  static let mostRounded = 100

  /// The checks of each company.
  let companies: [(company: Company, checks: [Check])]
  /// What is told of those of which there are none.
  let remarks: [String]
  let sources: [StoredSource]
  let isForMachines: Bool
  let formats: CheckFormats
  /// Called for every check; throws when somebody wants the work to stop.
  let goOn: () throws(StoreError) -> Void

  /// How many checks of each kind came to what.
  private typealias Tally = [Check.Kind: [Check.Verdict: Int]]

  func table(heading: String, origin: ResultTable.Origin) throws(StoreError) -> ResultTable {
    let listed = try listed()
    let tally = try tally()
    var formats = formats
    var rows: [ResultTable.Row] = []
    for (company, check) in listed {
      try goOn()
      rows.append(row(company, check, &formats))
    }
    return ResultTable(
      heading: heading,
      labelTitles: (tellsCompany ? ["company"] : []) + ["metric", "segment", "period"],
      columns: [
        "check", "printed", "from parts", "residual", "tolerance", "unit", "verdict", "against",
        "source",
      ].map { .init(title: [$0]) },
      rows: rows, formats: formats.all,
      notes: counts(tally) + hidden(listed.count, tally) + remarks, layout: .listing,
      origin: origin)
  }

  private var tellsCompany: Bool { companies.count > 1 }

  /// What doesn't tie digit for digit, the worst first.
  private func listed() throws(StoreError) -> [(company: Company, check: Check)] {
    var told: [Check.Verdict: [(company: Company, check: Check)]] = [:]
    for (company, checks) in companies {
      for check in checks {
        try goOn()
        let verdict = check.verdict
        if verdict.isFault || verdict == .withinRounding {
          told[verdict, default: []].append((company: company, check: check))
        }
      }
    }
    let rounded = told[.withinRounding] ?? []
    return (told[.fails] ?? []) + (told[.conflicts] ?? [])
      + rounded.prefix(isForMachines ? rounded.count : CheckReport.mostRounded)
  }

  // MARK: - Rows

  private func row(
    _ company: Company, _ check: Check, _ formats: inout CheckFormats
  ) -> ResultTable.Row {
    let figures =
      if case .compared(let tie) = check.result {
        formats.row(of: tie, check.metric, check.unit)
      } else {
        CheckFormats.Row(cells: [], unit: "")
      }
    return ResultTable.Row(
      labels: (tellsCompany ? [company.name] : []) + [
        check.metric.name, check.segment, company.calendar.name(of: check.period),
      ],
      cells: [.text(check.kind.word)] + figures.cells + [
        .text(figures.unit), .text(check.verdict.rawValue), .text(shortened(check.against)),
        .text(source(of: check)),
      ])
  }

  /// An equation's beginning is enough for people to know it by.
  private func shortened(_ text: String) -> String {
    let most = 40
    if isForMachines || text.count <= most { return text }
    let words = text.prefix(most).split(separator: " ").dropLast()
    return words.joined(separator: " ") + " …"
  }

  private func source(of check: Check) -> String {
    guard case .table(let index) = check.origin else { return "all, resolved" }
    let source = sources[index]
    let isOnlyRelease = sources.allSatisfy { $0.release == source.release }
    return isOnlyRelease && !isForMachines ? source.file : "\(source.release): \(source.file)"
  }

  // MARK: - Notes

  /// One line for each kind of check: how many there were and what they came to.
  private func counts(_ tally: Tally) -> [String] {
    Check.Kind.allCases.compactMap { kind in
      tally[kind].map { CheckReport.count(of: $0, kind) }
    }
  }

  private func tally() throws(StoreError) -> Tally {
    var tally: Tally = [:]
    for (_, checks) in companies {
      for check in checks {
        try goOn()
        tally[check.kind, default: [:]][check.verdict, default: 0] += 1
      }
    }
    return tally
  }

  private static func count(of verdicts: [Check.Verdict: Int], _ kind: Check.Kind) -> String {
    let number = { (verdict: Check.Verdict) in verdicts[verdict] ?? 0 }
    let incomplete = number(.incomplete)
    let done = verdicts.values.reduce(0, +) - incomplete
    let parts =
      kind == .repetition
      ? "\(number(.ties)) agree, \(number(.conflicts)) conflict"
      : "\(number(.ties)) tie, \(number(.withinRounding)) within rounding, \(number(.fails)) fail"
    let rest = incomplete == 0 ? "" : "; \(incomplete) more can't be checked, as a part is missing"
    return "\(done) \(done == 1 ? kind.word : kind.plural): \(parts)\(rest)"
  }

  private func hidden(_ shown: Int, _ tally: Tally) -> [String] {
    let listed = Check.Verdict.allCases.filter { $0.isFault || $0 == .withinRounding }
    let total = tally.values.reduce(0) { sum, verdicts in
      listed.reduce(sum) { $0 + (verdicts[$1] ?? 0) }
    }
    return shown == total
      ? [] : ["\(shown) of \(total) shown; `check NAME` narrows, and machine formats list all"]
  }
}

extension Check.Kind {
  /// The word for one of the kind.
  var word: String {
    switch self {
    case .segmentTotal: "segment total"
    case .identity: "identity"
    case .rollForward: "roll-forward"
    case .formula: "formula"
    case .span: "sum of periods"
    case .repetition: "repetition"
    }
  }

  fileprivate var plural: String {
    switch self {
    case .identity: "identities"
    case .span: "sums of periods"
    default: word + "s"
    }
  }
}
