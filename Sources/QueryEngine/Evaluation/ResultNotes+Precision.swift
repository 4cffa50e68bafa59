import Metrics

extension ResultNotes {
  /// Which figures are shown with digits that nobody printed, because the query asks for a scale below
  /// those that are known.
  var unknownDigits: [String] {
    if query.isInBaseUnits { return [] }
    var coarse: [Int: [ResultGrid.Position]] = [:]
    for position in shown where grid[position].cell.number != nil {
      guard let known = grid[position].exponent, let asked = lastDigitAsked(of: position),
        known > asked
      else { continue }
      coarse[known, default: []].append(position)
    }
    return coarse.sorted { $0.key < $1.key }.map { exponent, positions in
      "no digit below \(Self.step(exponent)) is known\(listed(positions.map(name)))"
    }
  }

  /// The power of ten of the last digit that the query itself asks to see of an amount; `round` shows no
  /// more than are known.
  private func lastDigitAsked(of position: ResultGrid.Position) -> Int? {
    let measure = query.measures[position.measure]
    let extra = query.periods.entries[position.period].extra
    let display = extra.flatMap { measure.extras[$0]?.display } ?? measure.display
    guard case .amount(let scale?) = display.style else { return nil }
    return display.decimals == nil ? scale - MeasureFormat.places(ofScale: scale) : scale
  }

  private static func step(_ exponent: Int) -> String {
    if let word = UnitText.scaleWord(of: exponent) { return "the \(word)" }
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + "1" }
    return "1" + String(repeating: "0", count: exponent)
  }
}
