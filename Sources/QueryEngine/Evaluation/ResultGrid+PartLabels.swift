import Catalog
import MetricStore
import Metrics

extension ResultGrid {
  /// For each period ` (2 of 4)` if every value of it is such a part; nothing where they differ.
  func partLabels() throws(StoreError) -> [String] {
    // A stock is that of the end, and a rate what was printed: neither is made of quarters.
    let summed = query.measures.indices.filter {
      ![.stock, .rate].contains(query.measures[$0].signature.kind)
    }
    return try query.periods.entries.indices.map { (period) throws(StoreError) in
      try goOn()
      guard let part = commonPart(ofMeasures: summed, period: period) else { return "" }
      return " (\(part.reported) of \(part.asked))"
    }
  }

  /// How much of a period each of its values speaks for, those without a meaning among them; nil where
  /// they differ, and where they speak for all of it.
  private func commonPart(ofMeasures measures: [Int], period: Int) -> Evaluated.Part? {
    var common: Evaluated.Part?
    for measure in measures {
      let cells = cells(ofMeasure: measure)
      for index in stride(
        from: cells.startIndex + period, to: cells.endIndex, by: query.periods.entries.count)
      where cells[index].cell.number != nil || cells[index].cell.isUndefined {
        guard let part = cells[index].part else { return nil }
        if let common, (common.reported, common.asked) != (part.reported, part.asked) { return nil }
        common = part
      }
    }
    return common
  }
}
