import Metrics
import Tabular

/// Clauses that didn't do what they seem to say, where nobody would see it from the figures.
extension ResultNotes {
  /// The ends of a range that go beyond what is reported, which makes rows or columns of nothing.
  var overreaches: [String] {
    query.periods.overreaches.map { overreach in
      let name = query.companies.calendar.name(of: overreach.reached)
      return overreach.isEnd
        ? "\(overreach.clause) goes beyond \(name), the latest quarter that is reported for this; "
          + "try: until \(name)"
        : "\(overreach.clause) begins before \(name), the first quarter that is reported for this"
    }
  }

  /// An order of a single row, such as one of periods that stand side by side.
  var loneRow: [String] {
    guard !query.rows.keys.isEmpty, arrangement.total == 1 else { return [] }
    let title = query.periods.title
    let isAcross =
      query.layout.columns.contains(.time) && query.periods.members.count > 1
      && Grain.allCases.contains { $0.rawValue == title }
    return [
      "there is one row, and nothing to order"
        + (isAcross ? "; `by \(title)` makes a row of each \(title)" : "")
    ]
  }

  /// A rounding to more digits than any figure has.
  var idleRounding: [String] {
    guard let asked = query.measures.compactMap(\.display.decimals).first, asked > 0 else {
      return []
    }
    let known = query.measures.indices.map { knownPlaces(ofMeasure: $0, upTo: asked) }
    guard let most = known.max(), most < asked else { return [] }
    return [
      "round \(asked) shows \(most == 0 ? "no" : "\(most)") digits behind the point: "
        + "more aren't known"
    ]
  }

  /// How many digits behind the point are known of any figure of a measure, where it is shown.
  private func knownPlaces(ofMeasure measure: Int, upTo most: Int) -> Int {
    let figures = Array(grid.cells(ofMeasure: measure))
    let format = MeasureFormat(
      query.measures[measure], digits: KnownDigits(of: figures), .minus
    ).format
    guard case .amount(let scale, _) = format.style else { return most }
    let places = figures.compactMap { figure -> Int? in
      guard let number = figure.cell.number else { return nil }
      guard case .amount(let amount) = number, amount.coarsestExponent != .min else { return most }
      return min(most, max(0, scale - Int(amount.coarsestExponent)))
    }
    return places.max() ?? most
  }
}
