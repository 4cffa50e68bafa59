import Catalog
import Metrics
import TextForm

/// The unit in the heading of a column, as in `2Q04 (in EUR million)`.
///
/// A unit is read from the rows alone. To rename such a column would leave its unit out, and the
/// figures would be a millionth of what they are.
struct HeadingUnit {
  /// The unit as the column `unit` takes it; nil where the heading doesn't say exactly one.
  let text: String?

  /// What stands between the words of a heading, beside white space.
  private static let separators: Set<Character> = [
    " ", "(", ")", "[", "]", "{", "}", ",", ".", ":", ";", "|", "_", "-", "–", "—",
  ]
  private static let currencyWords = ["円", "ドル", "ユーロ"]
  private static let units = Catalog().units

  /// The unit in a heading; nil where there is none, or nothing that looks like one.
  init?(in heading: String) {
    let words = NameFolding.fold(heading).split { HeadingUnit.separators.contains($0) }
      .flatMap { HeadingUnit.parts(of: String($0)) }
    let certain = words.filter { HeadingUnit.isUnit($0) }
    // A letter alone is a scale beside a currency or a period; elsewhere it is any letter.
    let isFigures = !certain.isEmpty || words.contains { WrittenPeriod(parsing: $0) != nil }
    let found = words.filter {
      HeadingUnit.isUnit($0) || (isFigures && UnitAdvice.isScale($0))
    }
    if found.isEmpty { return nil }
    text = HeadingUnit.unit(of: found)
  }

  /// The words that are written as one, unless the one is a unit: `円/株` stays, `eur/2q04` doesn't.
  private static func parts(of word: String) -> [String] {
    if isUnit(word) { return [word] }
    return word.split(separator: "/").flatMap { UnitAdvice.words(of: String($0), units) }
  }

  private static func isUnit(_ word: String) -> Bool {
    if word.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) {
      return true
    }
    return currencyWords.contains { word.contains($0) }
      || UnitText.hundredths.contains(word) || word.hasSuffix("%")
      || UnitAdvice.currency(named: word, in: units) != nil
      || (UnitAdvice.isScale(word) && !UnitAdvice.namesOfOthers.contains(word))
  }

  /// The unit that words name between them; nil where that isn't certain.
  private static func unit(of words: [String]) -> String? {
    let text = words.joined(separator: " ")
    if let unit = UnitAdvice.unit(in: text, units) { return unit }
    guard let written = UnitText(parsing: text), let unit = units.resolve(written) else {
      return nil
    }
    if written.isScaleOnly { return written.scaleExponent < 0 ? "%" : text }
    let name = unit.unit.description
    if written.scaleExponent == 0 { return name }
    return UnitText.scaleWord(of: written.scaleExponent).map { "\(name) \($0)" }
  }
}
