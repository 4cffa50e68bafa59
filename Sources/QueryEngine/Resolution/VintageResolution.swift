import Metrics

/// Decides which of several observations of one fact stands.
///
/// The observations are those of one series and one period, ordered by publication date and then by
/// the order of printing. Inside one publication a fact may be printed several times: figures that
/// are consistent give the most precise, figures that are not give the most precise too and mark the
/// conflict. Across publications the newest wins, unless it only repeats the older one more
/// coarsely; a withdrawal leaves nothing until a later publication states the fact again.
struct VintageResolution {
  /// What the issuer does with the digits that it doesn't print.
  let rounding: PrintedRounding

  /// The figure that stands on `basis`; nil when nothing does.
  static func resolve(
    _ observations: some Collection<Observation>, on basis: Basis,
    by rounding: PrintedRounding = .nearest
  ) -> ResolvedFigure? {
    VintageResolution(rounding: rounding).resolve(observations, on: basis)
  }

  private func resolve(
    _ observations: some Collection<Observation>, on basis: Basis
  ) -> ResolvedFigure? {
    var rest = observations[...]
    if let cutoff = basis.cutoff { rest = rest.prefix(while: cutoff.includes) }
    if basis.vintage == .reported { return firstReported(rest) }
    var standing: Standing?
    var vintage: StandingVintage?
    var said: Standing?
    while let publication = nextPublication(of: &rest), let day = publication.first?.published {
      let candidate = resolve(publication: publication)
      standing = newer(candidate, than: standing)
      guard let candidate else { continue }
      let isRestated = said.map { !agree($0.observation, candidate.observation) } ?? false
      vintage = StandingVintage(
        firstStated: vintage?.firstStated ?? day, lastStated: day,
        restated: isRestated ? day : vintage?.restated)
      said = standing
    }
    return standing.map { figure($0, first: nil, vintage: vintage) }
  }

  private func agree(_ first: Observation, _ second: Observation) -> Bool {
    (first.mantissa == second.mantissa && first.exponent == second.exponent)
      || VintageResolution.agree(first.amount(rounding), second.amount(rounding))
  }

  /// The first published value, with the day on which a publication first says otherwise.
  private func firstReported(
    _ observations: some Collection<Observation>
  ) -> ResolvedFigure? {
    var rest = observations[...]
    while let publication = nextPublication(of: &rest), let day = publication.first?.published {
      guard let standing = resolve(publication: publication) else { continue }
      return figure(
        standing,
        first: FirstPublication(newest: day, revised: dayOfRevision(of: standing, in: rest)))
    }
    return nil
  }

  /// The day of the first publication that withdraws a figure, or prints one that doesn't agree with
  /// it at the precision of either; nil when none does.
  private func dayOfRevision(
    of standing: Standing, in later: some Collection<Observation>
  ) -> CalendarDate? {
    var rest = later[...]
    let amount = standing.observation.amount(rounding)
    while let publication = nextPublication(of: &rest), let day = publication.first?.published {
      guard let other = resolve(publication: publication)?.observation.amount(rounding),
        VintageResolution.agree(amount, other)
      else { return day }
    }
    return nil
  }

  /// Whether two figures say the same at the precision of either, so that neither restates the other.
  static func agree(_ first: Amount, _ second: Amount) -> Bool {
    first.holds(second) || second.holds(first)
  }

  /// Takes the observations of the next publication off the front; nil when none is left.
  func nextPublication<Rest: Collection<Observation>>(
    of rest: inout Rest
  ) -> Rest? where Rest.SubSequence == Rest {
    guard let first = rest.first else { return nil }
    let publication = rest.prefix { $0.published == first.published }
    rest = rest.dropFirst(publication.count)
    return publication
  }

  /// What one publication says; nil when it takes the fact back.
  func resolve(publication: some Collection<Observation>) -> Standing? {
    guard var best = publication.first, publication.allSatisfy({ $0.state == .value }) else {
      return nil
    }
    for observation in publication where observation.exponent < best.exponent { best = observation }
    let isConflicting = publication.contains { !isConsistent($0, with: best) }
    return Standing(observation: best, isConflicting: isConflicting)
  }

  /// Whether a figure of the same publication says the same as the most precise one.
  func isConsistent(_ other: Observation, with best: Observation) -> Bool {
    other.amount(rounding).repeats(best.amount(rounding))
  }

  /// What stands after a publication: what it says, unless that only repeats more coarsely what stood.
  func newer(_ candidate: Standing?, than standing: Standing?) -> Standing? {
    guard let candidate, let standing else { return candidate }
    let (older, newer) = (
      standing.observation.amount(rounding), candidate.observation.amount(rounding)
    )
    guard older.isMorePrecise(than: newer), newer.holds(older) else { return candidate }
    return Standing(
      observation: standing.observation,
      isConflicting: standing.isConflicting || candidate.isConflicting)
  }

  private func figure(
    _ standing: Standing, first: FirstPublication?, vintage: StandingVintage? = nil
  ) -> ResolvedFigure {
    let observation = standing.observation
    return ResolvedFigure(
      amount: observation.amount(rounding), origin: .reported,
      isConflicting: standing.isConflicting,
      terms: [
        .init(period: observation.period, sequence: observation.sequence, isSubtracted: false)
      ], firstPublication: first, vintage: vintage)
  }

  /// What a publication says of a fact, or what stands after it.
  struct Standing {
    let observation: Observation
    let isConflicting: Bool
  }
}

extension VintageResolution {
  /// One more printing of a fact that its publication prints more than once.
  struct Repetition {
    /// The figure that is used.
    let used: Observation
    /// The other one.
    let other: Observation
    /// Whether the two say the same.
    let isConsistent: Bool
  }

  /// The further printings of one fact in each publication that a basis counts.
  static func repetitions(
    of observations: some Collection<Observation>, on basis: Basis, by rounding: PrintedRounding
  ) -> [Repetition] {
    let resolution = VintageResolution(rounding: rounding)
    var rest = observations[...]
    if let cutoff = basis.cutoff { rest = rest.prefix(while: cutoff.includes) }
    var repetitions: [Repetition] = []
    while let publication = resolution.nextPublication(of: &rest) {
      guard publication.count > 1, let used = resolution.resolve(publication: publication) else {
        continue
      }
      let best = used.observation
      repetitions += publication.filter { $0 != best }.map {
        Repetition(used: best, other: $0, isConsistent: resolution.isConsistent($0, with: best))
      }
    }
    return repetitions
  }
}
