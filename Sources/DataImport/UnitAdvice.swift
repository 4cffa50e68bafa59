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
  static let namesOfOthers: Set<String> = ["k", "m", "mm", "b", "mil", "thou", "千"]
  /// Scales that stand for themselves only before a currency, as in `TEUR`.
  private static let prefixes: [String: Int] = ["t": 3]
  /// Currencies by names that aren't units here.
  private static let currencies = ["rmb": "CNY", "us$": "USD"]
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
    } else if let unit = UnitAdvice.unit(in: folded, units) {
      text = "write \(unit)"
    } else {
      return nil
    }
  }

  /// The unit and the scale that the words of a text name between them, and nothing else.
  ///
  /// It is nil for a currency alone that needs no other name.
  static func unit(in text: String, _ units: UnitTable) -> String? {
    var scale: Int?
    var unit: String?
    let words = words(of: text, units)
    for word in words {
      if let found = exponent(of: word) {
        if scale != nil { return nil }
        scale = found
      } else if let found = currency(named: word, in: units) {
        if unit != nil { return nil }
        unit = found
      } else if !fillers.contains(word) {
        return nil
      }
    }
    guard let scale, let name = UnitText.scaleWord(of: scale) else {
      return words.count == 1 ? currencies[text] : nil
    }
    if let unit { return "\(unit) \(name)" }
    return namesOfOthers.contains(text) ? nil : name
  }

  /// The words of a text; a scale that is written together with its currency is a word of its own.
  static func words(of text: String, _ units: UnitTable) -> [String] {
    text.split { " (),.".contains($0) }.map(String.init).flatMap { word -> [String] in
      for index in word.indices.dropFirst() {
        let (head, tail) = (String(word[..<index]), String(word[index...]))
        if scales[tail] != nil, currency(named: head, in: units) != nil { return [head, tail] }
        guard currency(named: tail, in: units) != nil else { continue }
        if scales[head] != nil { return [head, tail] }
        let prefix = prefixes[head].flatMap(UnitText.scaleWord)
        if let prefix { return [prefix, tail] }
      }
      return [word]
    }
  }

  /// Whether a word is a scale, as it is written here or shortened.
  static func isScale(_ word: String) -> Bool { exponent(of: word) != nil }

  private static func exponent(of word: String) -> Int? { scales[word] ?? UnitText.scales[word] }

  /// The currency of a name or a sign; nil for anything else.
  static func currency(named name: String, in units: UnitTable) -> String? {
    if let known = currencies[name] { return known }
    guard let text = UnitText(parsing: name), let unit = units.resolve(text),
      unit.scaleExponent == 0, UnitTable.currencies.contains(unit.unit.description)
    else { return nil }
    return unit.unit.description
  }
}
