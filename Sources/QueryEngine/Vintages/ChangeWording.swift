import Catalog
import MetricStore
import Metrics

/// Puts what publications changed into words, which are those of a history.
///
/// Only a result in which something is told of a change asks for them.
final class ChangeWording {
  private let evaluator: CellEvaluator
  private var judges: [String: ChangeJudge] = [:]
  private var releases: [StoredRelease]?

  /// The changes of all companies that an evaluator answers for.
  init(_ evaluator: CellEvaluator) { self.evaluator = evaluator }

  /// Who did what to which period: `tea-3q11 reclassified 2Q11`.
  func text(of change: PeriodChanges.Change) throws -> String {
    let (period, release) = (try name(of: change.period, beside: change), try release(of: change))
    return switch change.kind {
    case .withdrawn: "\(release) withdrew \(period)"
    case .statedOtherwise: "\(release) stated \(period) otherwise"
    case .restated: "\(release) \(try verdict(on: change).rawValue) \(period)"
    }
  }

  /// The release that changed something.
  func release(of change: PeriodChanges.Change) throws -> String {
    try stored(change)?.name ?? ""
  }

  /// The name of a period, as the company calls it whose figure changed.
  func name(of period: Period, beside change: PeriodChanges.Change) throws -> String {
    let company = try stored(change).map { try judge(of: $0.company).reader.company }
    return (company ?? evaluator.company).calendar.name(of: period.named)
  }

  /// Why a figure changed, as a history tells it.
  func verdict(on change: PeriodChanges.Change) throws -> ChangeJudge.Verdict {
    let range = change.sequence..<change.sequence + 1
    guard let stored = try evaluator.store.storedObservations(range).first else {
      return .restated
    }
    return try judge(of: stored.series.company)
      .verdict(on: PrintedFact(stored), by: stored.observation)
  }

  private func stored(_ change: PeriodChanges.Change) throws -> StoredRelease? {
    let known = try releases ?? evaluator.store.releases()
    releases = known
    return known.first { $0.sequences.contains(change.sequence) }
  }

  private func judge(of company: String) throws -> ChangeJudge {
    if let known = judges[company] { return known }
    let new = try (evaluator.group?[company] ?? evaluator).changeJudge()
    judges[company] = new
    return new
  }
}

extension Period {
  /// A moment as the quarter that it closes, by whose name it goes.
  fileprivate var named: Period { months == 0 ? .quarter(ending: end) : self }
}
