import Diagnostics
import Metrics

extension TreeRewriting {
  /// A whole number within the limits of its clause.
  func count(
    _ count: Given<Int>, in limits: ClosedRange<Int>
  ) throws(Diagnostic) -> Given<Int> {
    guard case .name(let name) = count else { return count }
    guard let value = try value(of: name, as: .count) else { return .name(relocated(name)) }
    guard let number = value.wholeNumber else {
      throw RewritingMessage.wrongKind(name, value, .count)
    }
    guard limits.contains(number) else {
      let fault = SyntaxMessage.countOutOfRange(
        "`\(value.canonicalText)`", least: limits.lowerBound, most: limits.upperBound)
      throw SyntaxError(fault, at: value.range).diagnostic
    }
    return .value(number)
  }

  /// The file that a result goes to.
  func file(_ path: Given<String>) throws(Diagnostic) -> Given<String> {
    guard case .name(let name) = path else { return path }
    guard let value = try value(of: name, as: .file) else { return .name(relocated(name)) }
    guard let text = value.text else { throw RewritingMessage.wrongKind(name, value, .file) }
    return .value(text)
  }
}

extension Expression {
  /// The text that it is; what a call gives in quotes is read as a name, which it could be as well.
  fileprivate var text: String? {
    switch kind {
    case .string(let text): text
    case .name(let name) where name.isQuoted: name.text
    default: nil
    }
  }

  /// The number that it is, where that is a whole one.
  fileprivate var wholeNumber: Int? {
    switch kind {
    case .number(let literal) where literal.amount.exponent == 0 && literal.scaleExponent == 0:
      Int(exactly: literal.amount.mantissa)
    case .negation(let inner): inner.wholeNumber.map { -$0 }
    case .parenthesized(let inner): inner.wholeNumber
    default: nil
    }
  }
}
