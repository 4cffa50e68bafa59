/// What stands at the crossing of a row and a column.
///
/// A value, a gap, an undefined result and a refused one are four different answers, and every
/// format keeps them apart.
package struct Cell: Sendable {
  /// The answer itself.
  package enum Content: Sendable {
    /// A number; zero is one.
    case value(Number)
    /// There is none: nobody reported it, and it follows from nothing that counts the same.
    case missing
    /// The arithmetic has no answer: a zero denominator, growth on a base that isn't positive.
    case undefined
    /// The parts don't cover the same cells, so that an answer would compare unlike things.
    case uncovered
  }

  /// How a value came about; of several, the first that applies is told.
  package enum Origin: Int, Comparable, Sendable {
    /// Some of the parts are missing, and the query asked for what is there.
    case partial
    /// The difference of printed cumulative figures.
    case derived
    /// Calculated from other figures.
    case computed
    /// Printed.
    case reported

    /// Whether `left` is told before `right`.
    package static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
  }

  /// Why there is nothing where something is missing.
  package enum Absence: Sendable {
    /// Nobody reported it, or not all that it is made of.
    case unreported
    /// It was reported, and taken back.
    case withdrawn
    /// What it would follow from no longer counts the same.
    case underived
  }

  /// The answer itself.
  package var content: Content
  /// How the value came about; meaningless without one.
  package var origin: Origin
  /// Whether a figure behind the cell was printed with two values in one publication.
  package var isConflicting: Bool

  /// Whether a figure behind the cell was derived, however the cell itself came about.
  package private(set) var isDerived = false

  /// Why nothing is there; meaningless with a value.
  package var absence = Absence.unreported

  /// A cell that holds a value.
  package init(_ number: Number, origin: Origin, isConflicting: Bool = false) {
    self.init(content: .value(number), origin: origin, isConflicting: isConflicting)
    isDerived = origin == .derived
  }

  private init(content: Content, origin: Origin, isConflicting: Bool) {
    self.content = content
    self.origin = origin
    self.isConflicting = isConflicting
  }

  /// A cell without a figure.
  package static let missing = Cell(content: .missing, origin: .reported, isConflicting: false)
  /// A cell whose arithmetic has no answer.
  package static let undefined = Cell(content: .undefined, origin: .computed, isConflicting: false)
  /// A cell whose parts don't cover the same.
  package static let uncovered = Cell(content: .uncovered, origin: .computed, isConflicting: false)

  /// The number, where there is one.
  package var number: Number? {
    if case .value(let number) = content { number } else { nil }
  }

  /// The word that machine formats print under `status`.
  package var status: String {
    switch content {
    case .value:
      switch origin {
      case .partial: "partial"
      case .derived: "derived"
      case .computed: "computed"
      case .reported: "reported"
      }
    case .missing:
      switch absence {
      case .unreported: "missing"
      case .withdrawn: "withdrawn"
      case .underived: "underived"
      }
    case .undefined: "undefined"
    case .uncovered: "uncovered"
    }
  }
}
