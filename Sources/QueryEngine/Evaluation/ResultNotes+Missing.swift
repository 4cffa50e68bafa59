import Catalog
import MetricStore
import Metrics

extension ResultNotes {
  /// What the cells without a value lack: what nobody reported, what was taken back, and what would
  /// follow from figures that no longer count the same.
  func missing() throws(StoreError) -> [String] {
    let lacking = positions.filter { isLacking($0) }
    if lacking.isEmpty { return [] }
    // What is known by now wasn't by then; what is lacking by now is told of now.
    let past = lacking.filter { !isLacking(newest($0)) }
    let gaps = lacking.map(newest).filter { isLacking($0) }.flatMap { grid[$0].gaps }
    let pastCauses = past.flatMap { grid[$0].gaps.filter { $0.absence != nil } }
    let isUnknown = past.contains { grid[$0].gaps.allSatisfy { $0.absence == nil } }
    let unreported = gaps.filter { $0.absence == nil }
    let isUnreported = !unreported.isEmpty || gaps.isEmpty && past.count < lacking.count
    return (isUnknown ? ["– not known by then"] : [])
      + (isUnreported ? ["– not reported" + listing(of: unreported) + conversionHint] : [])
      + (try elsewhere(unreported)) + (try absences(in: gaps + pastCauses))
  }

  /// Which figures that a result lacks were printed in another currency than the others.
  private func elsewhere(_ gaps: [Evaluated.Gap]) throws(StoreError) -> [String] {
    if query.reading.currency != nil || query.companies.areSeveral { return [] }
    let evaluator = grid.evaluator(at: .init(release: grid.releases.upperBound - 1))
    return try telling {
      var lines: [String] = []
      for case .missing(let name, let segment, let period, _, _) in gaps {
        guard lines.count < ResultNotes.mostListed, let metric = grid.catalog.metric(named: name),
          let other = try evaluator.otherCurrency(of: metric, segment: segment, in: period)
        else { continue }
        let subject = segment == Segment.rootPath ? name : "\(name) \(segment)"
        let line =
          "\(subject) was printed in \(other): `in \(other)` shows it, and no sum counts two "
          + "currencies"
        if !lines.contains(line) { lines.append(line) }
      }
      return lines
    }
  }

  /// The series and periods of some gaps.
  func listing(of gaps: [Evaluated.Gap]) -> String {
    var subjects: [String] = []
    var periods: [String: Set<Period>] = [:]
    var companies: [String: String] = [:]
    for case .missing(let metric, let segment, let period, let company, _) in gaps {
      let words = [company, metric, segment == Segment.rootPath ? nil : segment]
      let subject = words.compactMap { $0 }.joined(separator: " ")
      if periods[subject] == nil { subjects.append(subject) }
      periods[subject, default: []].insert(period)
      companies[subject] = company
    }
    let listed = subjects.map { subject in
      let inOrder = periods[subject, default: []].sorted {
        ($0.end, $0.months) < ($1.end, $1.months)
      }
      let names = inOrder.map { name(of: $0, ofCompany: companies[subject]) }
      return "\(subject) \(names.joined(separator: ", "))"
    }
    return listed.isEmpty ? "" : ": " + ResultNotes.abridged(listed, separator: "; ")
  }

  /// How figures that weren't printed in a currency can still be had in it.
  private var conversionHint: String {
    guard let currency = query.reading.currency, query.reading.conversion == nil else { return "" }
    return "; `in \(currency) at RATE` converts what was printed in another currency"
  }
}

extension ResultNotes {
  /// Gaps with one and the same cause.
  private struct Lack {
    let absence: Absence
    var spans: Set<Period> = []
    /// The last day on which all of them had a value; nil where one never did.
    var lastDay: CalendarDate?
    var gaps: [Evaluated.Gap] = []

    mutating func add(_ gap: Evaluated.Gap, _ absence: Absence) {
      gaps.append(gap)
      if case .outdated(let others) = absence.cause { spans.formUnion(others) }
      if absence.lastDay == nil { lastDay = nil }
    }

    /// What tells causes apart, whatever series they are of.
    struct Group: Hashable {
      let release: String
      let cause: Absence.Cause
      let kind: PeriodChanges.Change.Kind
      let period: Period?

      init(_ absence: Absence, by release: String) {
        self.release = release
        kind = absence.change.kind
        if case .outdated = absence.cause { cause = .outdated([]) } else { cause = absence.cause }
        period = absence.cause == .withdrawn ? nil : absence.change.period
      }
    }
  }

  /// A line for each publication that took figures back, or left spans behind that differ from what is
  /// inside them.
  private func absences(in gaps: [Evaluated.Gap]) throws(StoreError) -> [String] {
    if gaps.allSatisfy({ $0.absence == nil }) { return [] }
    return try telling {
      let lacks = try lacks(in: gaps)
      let wording = AbsenceWording(changes: changes)
      let lines = try lacks.prefix(ResultNotes.mostListed).map { try line(of: $0, wording) }
      let rest = lacks.dropFirst(ResultNotes.mostListed).flatMap(\.gaps)
      return lines
        + (rest.isEmpty ? [] : ["– withdrawn or not derived as well\(listing(of: rest))"])
    }
  }

  private func lacks(in gaps: [Evaluated.Gap]) throws -> [Lack] {
    var lacks: [Lack] = []
    var indices: [Lack.Group: Int] = [:]
    for gap in gaps {
      guard let absence = gap.absence else { continue }
      let group = Lack.Group(absence, by: try changes.release(of: absence.change))
      let index = indices[group] ?? lacks.count
      if index == lacks.count {
        indices[group] = index
        lacks.append(Lack(absence: absence, lastDay: absence.lastDay))
      }
      lacks[index].add(gap, absence)
    }
    return lacks
  }

  private func line(of lack: Lack, _ wording: AbsenceWording) throws -> String {
    let figures = listing(of: lack.gaps)
    if lack.absence.cause == .withdrawn {
      return "– \(try wording.text(of: lack.absence))\(figures)" + hint("as reported")
    }
    let spans = lack.spans.sorted { ($0.end, $0.months) < ($1.end, $1.months) }
    let cause = spans.isEmpty ? lack.absence.cause : .outdated(spans)
    let whole = Absence(cause: cause, change: lack.absence.change, lastDay: nil)
    return "– not derived\(figures), as \(try wording.reason(for: whole))"
      + (lack.lastDay.map { hint("as of \($0)") } ?? "")
  }

  /// What still has a value; where there are rows of each release, they tell.
  private func hint(_ clause: String) -> String {
    query.releases.entries.isEmpty ? "; `\(clause)` has a value" : ""
  }
}
