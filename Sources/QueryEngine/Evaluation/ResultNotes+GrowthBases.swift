import Catalog
import MetricStore
import Metrics

/// What an index or a growth starts from, where its figure says something else than it seems to.
extension ResultNotes {
  /// The rows of an index without a value at its base, and a base at which every row has one.
  func indexBases() throws(StoreError) -> [String] {
    try telling {
      try query.measures.compactMap { measure in
        guard case .indexed(let inner, let base) = measure.expression else { return nil }
        return try line(ofIndex: inner, base, named: measure.name)
      }
    }
  }

  private func line(
    ofIndex inner: TypedExpression, _ base: Period?, named name: String
  ) throws -> String? {
    let columns = query.periods.members
    guard
      let start = columns.firstIndex(where: { base == nil || $0.periods == base.map { [$0] } })
    else { return nil }
    let rows = try indexedRows(inner, columns).filter { $0.known.contains(true) }
    let baseless = rows.filter { !$0.known[start] }
    if baseless.isEmpty { return nil }
    let titles = baseless.map(\.title).filter { !$0.isEmpty }.joined(separator: ", ")
    let way = columns.indices.first { column in rows.allSatisfy { $0.known[column] } }
    let hint = way.flatMap { column -> String? in
      guard columns[column].periods.count == 1 else { return nil }
      let index = ExpressionText(companies: query.companies).text(
        of: .indexed(inner, base: columns[column].periods[0]))
      return "; `\(index)` has one for \(rows.count == 1 ? "it" : "all")"
    }
    return "– no index: its base \(columns[start].title) has no value"
      + (titles.isEmpty ? "" : " for \(titles)") + (hint ?? "")
  }

  /// In which of some columns the rows of an index have a value to be set on a base.
  private func indexedRows(
    _ inner: TypedExpression, _ columns: [PeriodSelection.Entry]
  ) throws -> [(title: String, known: [Bool])] {
    let isOfSegments = query.segments.entries.count > 1
    let isOfCompanies = query.rowCompanies.entries.count > 1
    let evaluator = grid.evaluator(at: .init(release: grid.releases.upperBound - 1))
    return try query.rowCompanies.entries.flatMap { company in
      try query.segments.entries.map { segment in
        let words = [isOfCompanies ? company.title : nil, isOfSegments ? segment.title : nil]
        return (
          title: words.compactMap { $0 }.joined(separator: " "),
          known: try columns.map { column in
            try query.evaluate(inner, company, segment, column, with: evaluator).cell.number != nil
          }
        )
      }
    }
  }

  /// The bases below zero of growth that is told with their sign.
  func negativeBases() throws(StoreError) -> [String] {
    guard grid.evaluator(at: .init(release: grid.releases.upperBound - 1)).tellsSignedGrowth else {
      return []
    }
    return try telling {
      var subjects: [String] = []
      var periods: [String: [String]] = [:]
      for position in shown where grid[position].cell.number != nil {
        guard let base = try negativeBase(of: position) else { continue }
        if !subjects.contains(base.subject) { subjects.append(base.subject) }
        if periods[base.subject]?.contains(base.period) == true { continue }
        periods[base.subject, default: []].append(base.period)
      }
      if subjects.isEmpty { return [] }
      let listed = subjects.map { subject in
        "\(subject) \(periods[subject, default: []].joined(separator: ", "))"
      }
      return [
        "a base below zero, on which a rise reads as a fall: "
          + ResultNotes.abridged(listed, separator: "; ")
      ]
    }
  }

  /// What a cell's growth started from, where that is below zero.
  private func negativeBase(
    of position: ResultGrid.Position
  ) throws -> (subject: String, period: String)? {
    let entry = query.periods.entries[position.period]
    let measure = query.measures[position.measure]
    let expression = entry.extra.flatMap { measure.extras[$0] }?.expression ?? measure.expression
    guard entry.role == .member, case .compared(let inner, .growth, let distance) = expression
    else { return nil }
    let company = query.rowCompanies.entries[position.company]
    let segment = query.segments.entries[position.segment]
    var plain = entry
    plain.extra = nil
    let base = try query.evaluate(
      .compared(inner, .lag, over: distance), company, segment, plain,
      with: grid.evaluator(at: position))
    guard let number = base.cell.number, number.isNegative else { return nil }
    let months = distance.months(of: entry.periods)
    let periods = entry.periods.map {
      query.companies.calendar.name(of: $0.shifted(byMonths: -months))
    }
    let words = [
      query.rowCompanies.entries.count > 1 ? company.title : nil,
      ExpressionText(companies: query.companies).text(of: inner),
      query.segments.entries.count > 1 ? segment.title : nil, name(ofRelease: position.release),
    ]
    return (words.compactMap { $0 }.joined(separator: " "), periods.joined(separator: " + "))
  }
}

extension ResolvedQuery {
  /// The value of an expression where a row meets a column.
  fileprivate func evaluate(
    _ expression: TypedExpression, _ company: CompanySelection.Entry,
    _ segment: SegmentSelection.Entry, _ period: PeriodSelection.Entry,
    with evaluator: CellEvaluator
  ) throws -> Evaluated {
    guard let first = measures.first else { return .missing([]) }
    let measure = ResolvedMeasure(
      name: first.name, expression: expression, signature: first.signature, display: first.display,
      range: first.range)
    return try evaluate(measure, company, segment, period, with: evaluator)
  }
}
