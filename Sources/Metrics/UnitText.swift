/// A unit as it is written, with its scale, before its names are looked up.
///
/// `JPY thousand`, `million yen`, `百万円`, `JPY/share`, `%` and `104.9Gbps`'s `Gbps` all have this
/// shape.
package struct UnitText: Hashable, Sendable {
  /// The names above the line, as written.
  package let numerator: [String]
  /// The names below the line, as written.
  package let denominator: [String]
  /// The power of ten of the scale: 3 for `thousand`, −2 for `%`, 0 for none.
  package let scaleExponent: Int

  /// The scale words and their powers of ten.
  package static let scales: [String: Int] = [
    "thousand": 3, "thousands": 3, "million": 6, "millions": 6,
    "billion": 9, "billions": 9, "trillion": 12, "trillions": 12, "万": 4, "億": 8,
  ]

  /// The word for a scale's power of ten; nil where there is none.
  ///
  /// Ten thousand and a hundred million have no word but the Japanese one, in which they are printed.
  package static func scaleWord(of exponent: Int) -> String? {
    switch exponent {
    case 3: "thousand"
    case 4: "万"
    case 6: "million"
    case 8: "億"
    case 9: "billion"
    case 12: "trillion"
    default: nil
    }
  }

  /// The words for a hundredth, which stand for a plain ratio.
  package static let hundredths: Set<String> = ["%", "percent", "pp"]

  /// Reads a unit such as `JPY thousand`; nil when a part is empty or a scale stands twice.
  package init?(parsing text: some StringProtocol) {
    var names: [String] = []
    var scale: Int?
    for word in text.split(separator: " ") {
      if let exponent = UnitText.scales[word.lowercased()] {
        if scale != nil { return nil }
        scale = exponent
      } else {
        names.append(String(word))
      }
    }
    guard names.count <= 1 else { return nil }
    guard let name = names.first, let scaled = JapaneseScale.split(name) else {
      self.init(unit: names.first, scale: scale)
      return
    }
    if scale != nil { return nil }
    self.init(unit: scaled.unit, scale: scaled.exponent)
  }

  private init?(unit: String?, scale: Int?) {
    guard let unit else {
      guard let scale else { return nil }
      self.init(numerator: [], denominator: [], scaleExponent: scale)
      return
    }
    if UnitText.hundredths.contains(unit.lowercased()) {
      if scale != nil { return nil }
      self.init(numerator: [], denominator: [], scaleExponent: -2)
      return
    }
    let parts = unit.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.contains("") { return nil }
    self.init(
      numerator: parts[0].lowercased() == "ratio" ? [] : [parts[0]],
      denominator: Array(parts.dropFirst()), scaleExponent: scale ?? 0)
  }

  /// A unit given by its parts.
  package init(numerator: [String], denominator: [String], scaleExponent: Int) {
    self.numerator = numerator
    self.denominator = denominator
    self.scaleExponent = scaleExponent
  }

  /// Whether nothing but a scale, or a percent sign, is written.
  package var isScaleOnly: Bool { numerator.isEmpty && denominator.isEmpty }
}
