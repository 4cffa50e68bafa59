import Catalog
import Metrics

/// What a measure is made of, told as a sum.
struct BridgeFormula {
  /// What stands in one place of the sum.
  enum Content {
    case part(TypedExpression)
    case quotient(TypedExpression, TypedExpression)
    case product(TypedExpression, TypedExpression)

    /// Everything that has an effect of its own.
    var expressions: [TypedExpression] {
      switch self {
      case .part(let expression): [expression]
      case .quotient(let left, let right), .product(let left, let right): [left, right]
      }
    }
  }

  /// One place of the sum, as often as its factor says.
  struct Term {
    var factor: Number
    let content: Content
  }

  var terms: [Term] = []
  /// The formulas and identities that told of the parts, as they are written.
  var equations: [String] = []

  /// The two sides of the one quotient that it is; nil for anything else.
  var quotient: (above: TypedExpression, below: TypedExpression)? {
    guard terms.count == 1, case .quotient(let above, let below) = terms[0].content,
      case .amount(let factor) = terms[0].factor, factor.mantissa == 1, factor.exponent == 0
    else { return nil }
    return (above, below)
  }

  /// Whether it says nothing that the measure doesn't say itself.
  var saysNothing: Bool {
    if terms.isEmpty { return true }
    guard equations.isEmpty, terms.count == 1, case .part = terms[0].content else { return false }
    return true
  }

  /// Every expression that has an effect of its own.
  var expressions: [TypedExpression] { terms.flatMap(\.content.expressions) }

  /// Adds a term; a part that stands in the sum already is counted once more.
  mutating func add(_ term: Term, named name: (TypedExpression) -> String) throws {
    if case .part(let expression) = term.content,
      let index = terms.firstIndex(where: { other in
        guard case .part(let known) = other.content else { return false }
        return name(known) == name(expression)
      })
    {
      terms[index].factor = try terms[index].factor + term.factor
    } else {
      terms.append(term)
    }
  }

  /// Adds another formula, whose equations stand behind the own ones.
  mutating func add(_ other: BridgeFormula, named name: (TypedExpression) -> String) throws {
    for term in other.terms { try add(term, named: name) }
    equations += other.equations.filter { !equations.contains($0) }
  }
}

extension TypedExpression {
  /// What is added up, from left to right, and whether it is taken away; itself where it is no sum.
  ///
  /// It goes along the left sides in a loop: a long sum is as deep as it is long.
  var signedTerms: [(expression: TypedExpression, isNegative: Bool)] {
    var rest: [(expression: TypedExpression, isNegative: Bool)] = []
    var innermost = self
    while true {
      switch innermost {
      case .sum(let left, let right):
        rest.append((right, false))
        innermost = left
      case .difference(let left, let right):
        rest.append((right, true))
        innermost = left
      default: return [(innermost, false)] + rest.reversed()
      }
    }
  }

  /// Whether segments add up to it: flows and stocks, and what is added up of them.
  var addsUpOverSegments: Bool {
    switch self {
    case .metric(let metric, _, nil, nil): [.flow, .stock].contains(metric.signature.kind)
    case .negation(let inner), .windowed(let inner, _), .converted(let inner, _, _):
      inner.addsUpOverSegments
    case .sum, .difference: signedTerms.allSatisfy(\.expression.addsUpOverSegments)
    case .product(.constant, let inner), .product(let inner, .constant),
      .quotient(let inner, .constant):
      inner.addsUpOverSegments
    default: false
    }
  }

  /// The name of the one metric that it is, where that is held to a segment or a period.
  var ownPlace: String? {
    guard case .metric(let metric, _, let segment, let period) = self else { return nil }
    return segment == nil && period == nil ? nil : metric.name
  }

  /// The one metric that it is, read in whatever currency and over whatever window.
  var onlyMetric: Metric? {
    switch self {
    case .metric(let metric, _, nil, nil): metric
    case .windowed(let inner, _), .converted(let inner, _, _): inner.onlyMetric
    default: nil
    }
  }
}
