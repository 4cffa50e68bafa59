import Metrics

/// Numbers as machine formats print them: exact, or with 17 significant digits, never rounded for
/// looks.
enum MachineNumber {
  /// Writes every digit of an amount; 17 significant digits of a quotient.
  static func write(_ number: Number, to bytes: inout [UInt8]) {
    switch number {
    case .amount(let amount): DecimalText.write(exact: amount, to: &bytes)
    case .fraction(let fraction):
      DecimalText.write(significant: fraction, digits: 17, to: &bytes)
    case .binary(let value): bytes += value.description.utf8
    }
  }
}
