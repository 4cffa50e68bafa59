import Catalog
import Metrics
import TextForm

/// How a unit is written here that a file abbreviates or puts into a sentence: `JPYm`, `USD (000s)`,
/// `millions of yen`.
///
/// It only finds words for an error. `bn` or `JPYm` would otherwise be a unit like any other that an
/// import declares, and its figures a millionth of what they are.
struct UnitAdvice {
  /// What to write instead.
  let text: String

  private static let scales: [String: Int] = [
    "k": 3, "000": 3, "000s": 3, "'000": 3, "'000s": 3, "thou": 3, "tsd": 3, "m": 6, "mm": 6,
    "mn": 6,
    "mil": 6, "mill": 6, "mio": 6, "mln": 6, "百万": 6, "b": 9, "bn": 9, "bil": 9, "bln": 9, "mrd": 9,
    "十億": 9, "tn": 12, "trn": 12, "兆": 12, "千": 3,
  ]
  /// Scales that may be other units where they stand alone, such as metres.
  private static let namesOfOthers: Set<String> = ["k", "m", "mm", "b", "mil", "thou", "千"]
  private static let percents: Set<String> = ["pct", "pct.", "percentage", "per cent"]
  private static let basisPoints: Set<String> = ["bp", "bps", "basis point", "basis points"]
  private static let fillers: Set<String> = ["of", "in", "(in", "the"]

  /// Advice for a unit as a file writes it; nil where it is none of these.
  init?(for written: String, in units: UnitTable) {
    let folded = NameFolding.fold(written)
    if UnitAdvice.percents.contains(folded) {
      text = "write %"
    } else if UnitAdvice.basisPoints.contains(folded) {
      text = "write the figures in %, as 0.25 for 25 basis points"
    } else if let unit = UnitAdvice.scaledUnit(in: folded, units) {
      text = "write \(unit)"
    } else {
      return nil
    }
  }

  /// The unit and the scale that the words of a text name between them, and nothing else.
  private static func scaledUnit(in text: String, _ units: UnitTable) -> String? {
    var scale: Int?
    var unit: String?
    for word in words(of: text, units) {
      if let found = scales[word] ?? UnitText.scales[word] {
        if scale != nil { return nil }
        scale = found
      } else if let found = units.currency(named: word) {
        if unit != nil { return nil }
        unit = found
      } else if !fillers.contains(word) {
        return nil
      }
    }
    guard let scale, let name = UnitText.scaleWord(of: scale) else { return nil }
    if let unit { return "\(unit) \(name)" }
    return namesOfOthers.contains(text) ? nil : name
  }

  /// The words of a text; a scale that is written together with its currency is a word of its own.
  private static func words(of text: String, _ units: UnitTable) -> [String] {
    text.split { " (),.".contains($0) }.map(String.init).flatMap { word -> [String] in
      for index in word.indices.dropFirst() {
        let (head, tail) = (String(word[..<index]), String(word[index...]))
        let isUnitFirst = units.currency(named: head) != nil && scales[tail] != nil
        let isScaleFirst = scales[head] != nil && units.currency(named: tail) != nil
        if isUnitFirst || isScaleFirst { return [head, tail] }
      }
      return [word]
    }
  }
}

extension UnitTable {
  /// The currency of a name or a sign; nil for anything else.
  fileprivate func currency(named name: String) -> String? {
    guard let text = UnitText(parsing: name), let unit = resolve(text), unit.scaleExponent == 0,
      UnitTable.currencies.contains(unit.unit.description)
    else { return nil }
    return unit.unit.description
  }
}
