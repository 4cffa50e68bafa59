/// What an amount is counted in, such as JPY, contract, JPY/share, or nothing for a plain ratio.
///
/// Units multiply and divide with the amounts they belong to; amounts of different units never add.
package struct Unit: Hashable, Sendable {
  /// One base unit and its power; −1 stands below the line.
  package struct Factor: Hashable, Sendable {
    /// The base unit's name, as declared.
    package let name: String
    /// The power, never zero.
    package let power: Int
  }

  /// The factors, ordered by name, each name once.
  package let factors: [Factor]

  private init(factors: [Factor]) {
    self.factors = factors
  }

  /// The base unit of that name.
  package init(base name: String) {
    self.init(factors: [Factor(name: name, power: 1)])
  }

  /// The unit of a quotient of like amounts: none.
  package static let ratio = Unit(factors: [])

  /// Whether amounts of this unit are plain numbers.
  package var isRatio: Bool { factors.isEmpty }

  /// The unit of a product.
  package static func * (left: Unit, right: Unit) -> Unit { left.joined(with: right, sign: 1) }

  /// The unit of a quotient.
  package static func / (left: Unit, right: Unit) -> Unit { left.joined(with: right, sign: -1) }

  private func joined(with other: Unit, sign: Int) -> Unit {
    var factors = factors
    for factor in other.factors {
      let index = factors.firstIndex { $0.name >= factor.name } ?? factors.endIndex
      var power = sign * factor.power
      if index < factors.endIndex, factors[index].name == factor.name {
        power += factors.remove(at: index).power
      }
      if power != 0 { factors.insert(Factor(name: factor.name, power: power), at: index) }
    }
    return Unit(factors: factors)
  }
}

extension Unit: CustomStringConvertible {
  /// The unit as it is written: `JPY`, `JPY/share`, `JPY/USD`, or `ratio` where there is none.
  package var description: String {
    if isRatio { return "ratio" }
    let above = factors.filter { $0.power > 0 }.map(Unit.text)
    let below = factors.filter { $0.power < 0 }.map(Unit.text)
    let numerator = above.isEmpty ? "1" : above.joined(separator: "*")
    return ([numerator] + below).joined(separator: "/")
  }

  private static func text(_ factor: Factor) -> String {
    let power = abs(factor.power)
    return power == 1 ? factor.name : "\(factor.name)^\(power)"
  }
}
