import Metrics
import TextForm

/// Makes names that a statement can use out of the labels that a file prints.
enum LabelNaming {
  /// Whether a text is a name as it stands: letters of any script, digits and `_`.
  static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(isNameScalar)
  }

  /// The parts of a dotted path; nil when the text is none.
  static func path(_ text: String) -> [String]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy({ isName($0) }) else { return nil }
    return parts.map { NameFolding.fold(String($0)) }
  }

  /// A name for a label: its letters and digits, with `_` for everything between them.
  ///
  /// What a query would take for a number, a period or a word of the language gets `prefix` before
  /// it. For example, `Systems integration` gives `systems_integration`, and `1H04` as a segment
  /// gives `segment_1h04`. Nil where the label has neither.
  static func name(
    for label: String, prefix: String, isReserved: (String) -> Bool
  ) -> String? {
    let folded = NameFolding.fold(label)
    let name = isName(folded) ? folded : joined(folded)
    if name.isEmpty { return nil }
    let startsWithDigit = name.first?.isNumber ?? false
    if startsWithDigit || isReserved(name) || PeriodLabel(parsing: name) != nil {
      return prefix + "_" + name
    }
    return name
  }

  private static func joined(_ text: String) -> String {
    let words = text.unicodeScalars.split { !isNameScalar($0) || $0 == "_" }
    return words.map { String($0) }.joined(separator: "_")
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      return true
    default: return false
    }
  }
}
