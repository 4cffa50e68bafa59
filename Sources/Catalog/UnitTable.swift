package import Metrics
package import QuerySyntax
import TextForm

/// A unit with its scale, such as JPY thousand: what a column of figures is printed in.
package struct PrintedUnit: Hashable, Sendable {
  /// The unit.
  package let unit: Unit
  /// The power of ten of the scale: 3 for thousands, −2 for percent.
  package let scaleExponent: Int

  /// A unit at a scale.
  package init(unit: Unit, scaleExponent: Int) {
    self.unit = unit
    self.scaleExponent = scaleExponent
  }

  /// A hundredth of a plain number.
  package static let percent = PrintedUnit(unit: .ratio, scaleExponent: -2)
}

/// The units that amounts can be counted in.
///
/// Currencies are there from the start, because a figure in an undeclared currency is no mistake;
/// whatever else is counted is declared, so that `contrats` is found to be a misspelling.
package struct UnitTable: Sendable {
  /// The declared units, in the order declared.
  package private(set) var declared: [UnitDeclaration] = []
  private var names: [String: String] = UnitTable.currencyNames

  /// The currencies known from the start.
  package static let currencies: Set<String> = [
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS",
    "INR", "JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "RUB", "SAR", "SEK", "SGD",
    "THB", "TRY", "TWD", "USD", "VND", "ZAR",
  ]

  private static let currencyNames: [String: String] = {
    var names = Dictionary(uniqueKeysWithValues: currencies.map { ($0.lowercased(), $0) })
    let spoken = [
      "yen": "JPY", "円": "JPY", "¥": "JPY", "dollar": "USD", "dollars": "USD", "$": "USD",
      "ドル": "USD", "米ドル": "USD", "euro": "EUR", "euros": "EUR", "€": "EUR", "ユーロ": "EUR",
      "£": "GBP",
    ]
    names.merge(spoken) { first, _ in first }
    return names
  }()

  /// Every name that would be understood, for suggestions.
  package var allNames: [String] {
    Array(names.keys) + ["percent", "%"] + UnitText.scales.keys
  }

  /// The unit and scale of a written unit; nil when a name in it is unknown.
  package func resolve(_ text: UnitText) -> PrintedUnit? {
    var unit = Unit.ratio
    for name in text.numerator {
      guard let base = names[NameFolding.fold(name)] else { return nil }
      unit = unit * Unit(base: base)
    }
    for name in text.denominator {
      guard let base = names[NameFolding.fold(name)] else { return nil }
      unit = unit / Unit(base: base)
    }
    return PrintedUnit(unit: unit, scaleExponent: text.scaleExponent)
  }

  /// The first name in a written unit that nobody declared.
  package func unknownName(in text: UnitText) -> String? {
    (text.numerator + text.denominator).first { names[NameFolding.fold($0)] == nil }
  }

  /// Whether a name is a unit.
  package func contains(_ name: String) -> Bool {
    names[NameFolding.fold(name)] != nil || UnitText(parsing: name)?.isScaleOnly == true
  }

  mutating func declare(_ declaration: UnitDeclaration) {
    declared.removeAll { $0.name.folded == declaration.name.folded }
    declared.append(declaration)
    names[declaration.name.folded] = declaration.name.text
    for alias in declaration.labels.aliases { names[alias.folded] = declaration.name.text }
  }
}

extension Unit {
  /// The currency in which the unit counts; nil for contracts, ratios and quotients below a line.
  package var currency: String? {
    factors.first { $0.power == 1 && UnitTable.currencies.contains($0.name) }?.name
  }
}
