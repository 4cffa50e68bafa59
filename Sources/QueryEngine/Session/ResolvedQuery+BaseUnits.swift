extension ResolvedQuery {
  /// The same query with its amounts in base units, for exact figures whose titles name the unit.
  var inBaseUnits: ResolvedQuery {
    var query = self
    query.measures = measures.map(\.inBaseUnits)
    query.isInBaseUnits = true
    return query
  }
}

extension ResolvedMeasure {
  fileprivate var inBaseUnits: ResolvedMeasure {
    guard case .amount = display.style else { return self }
    var measure = self
    measure.display = MeasureDisplay(style: .amount(scaleExponent: 0), decimals: nil)
    return measure
  }
}
