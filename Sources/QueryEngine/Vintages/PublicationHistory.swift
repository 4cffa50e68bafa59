import Metrics

/// What each printing of one fact did to what was known of it, first to latest.
///
/// It goes the way of ``VintageResolution``, publication by publication, so that what it tells is what
/// queries answer.
struct PublicationHistory {
  /// What a printing did.
  enum Effect: Sendable {
    /// It is the first.
    case first
    /// It says what stood.
    case repeated
    /// It says what stood with fewer digits, and what stood still stands.
    case repeatedCoarsely
    /// It says what stood with more digits.
    case repeatedFinely
    /// It says something else than what stood.
    case restated
    /// It states what had been withdrawn.
    case statedAgain
    /// It takes the figure back.
    case withdrawn
    /// It contradicts what is used of its own publication.
    case conflicting
  }

  /// One printing.
  struct Step: Sendable {
    /// What was printed.
    let observation: Observation
    /// What that did.
    let effect: Effect
    /// The figure that stood before it; nil where none did.
    let before: Amount?
    /// Whether a figure stands behind its publication.
    let leavesFigure: Bool
  }

  /// Every printing; of one publication, the one that is used comes first.
  private(set) var steps: [Step] = []
  private let resolution: VintageResolution

  /// The printings of one series and one period, ordered by publication date and then by the order
  /// of printing, as far as `cutoff` counts them.
  init(
    _ observations: some Collection<Observation>, by cutoff: Basis.Cutoff?,
    rounding: PrintedRounding = .nearest
  ) {
    resolution = VintageResolution(rounding: rounding)
    var rest = observations[...]
    if let cutoff { rest = rest.prefix(while: cutoff.includes) }
    var standing: VintageResolution.Standing?
    while let publication = resolution.nextPublication(of: &rest) {
      let said = resolution.resolve(publication: publication)
      for observation in PublicationHistory.ordered(publication, used: said?.observation) {
        let effect = effect(of: observation, said: said, before: standing)
        steps.append(
          Step(
            observation: observation, effect: effect,
            before: standing?.observation.amount(rounding),
            leavesFigure: said != nil))
      }
      standing = resolution.newer(said, than: standing)
    }
  }

  private static func ordered(
    _ publication: some Collection<Observation>, used: Observation?
  ) -> [Observation] {
    publication.filter { $0 == used } + publication.filter { $0 != used }
  }

  private func effect(
    of observation: Observation, said: VintageResolution.Standing?,
    before: VintageResolution.Standing?
  ) -> Effect {
    if observation.state == .withdrawn { return .withdrawn }
    guard let used = said?.observation else { return .conflicting }
    if observation != used {
      guard resolution.isConsistent(observation, with: used) else { return .conflicting }
      return observation.exponent > used.exponent ? .repeatedCoarsely : .repeated
    }
    guard let before = before?.observation.amount(resolution.rounding) else {
      return steps.isEmpty ? .first : .statedAgain
    }
    return PublicationHistory.effect(of: observation.amount(resolution.rounding), on: before)
  }

  /// What a figure does to the one that stood.
  static func effect(of figure: Amount, on before: Amount) -> Effect {
    if !VintageResolution.agree(figure, before) { return .restated }
    if figure.isMorePrecise(than: before) { return .repeatedFinely }
    return before.isMorePrecise(than: figure) ? .repeatedCoarsely : .repeated
  }
}
