import Metrics

/// Numbers as machine formats print them: exact, or with 17 significant digits, never rounded for
/// looks.
enum MachineNumber {
  /// Every digit of an amount; 17 significant digits of a quotient.
  static func text(_ number: Number) -> String {
    switch number {
    case .amount(let amount): DecimalText.exact(amount)
    case .fraction(let fraction): DecimalText.significant(fraction, digits: 17)
    case .binary(let value): String(value)
    }
  }
}
