/// How much work one cell may be.
///
/// A few words can ask for more than any machine has: each `yoy` in front of another doubles the
/// work, and so does each metric that adds another to itself. And what is nested too deeply would
/// overflow the stack. Both end in a message.
struct EvaluationEffort {
  /// How many expressions may be worked out for one cell.
  static let mostSteps = 100_000
  /// How deep they may be nested: more than the verbs and brackets of any one statement.
  private static let mostLevels = 600
  /// How many levels of nesting a formula counts for: its metric is looked for in several ways.
  static let levelsOfFormula = 10

  private var steps = 0
  private var levels = 0

  /// Enters an expression; a new cell begins with the outermost one.
  mutating func enter(levels entered: Int = 1) throws(Exceeded) {
    steps = levels == 0 ? 1 : steps + 1
    levels += entered
    if levels > EvaluationEffort.mostLevels { throw .levels }
    if steps > EvaluationEffort.mostSteps { throw .steps }
  }

  /// Leaves what was entered.
  mutating func leave(levels entered: Int = 1) { levels -= entered }

  /// What there is too much of.
  enum Exceeded: Error {
    case levels
    case steps
  }
}
