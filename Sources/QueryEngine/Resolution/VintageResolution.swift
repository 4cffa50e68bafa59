import Metrics

/// Decides which of several observations of one fact stands.
///
/// The observations are those of one series and one period, ordered by publication date and then by
/// the order of printing. Inside one publication a fact may be printed several times: figures that
/// are consistent give the most precise, figures that are not give the most precise too and mark the
/// conflict. Across publications the newest wins, unless it only repeats the older one more
/// coarsely; a withdrawal leaves nothing until a later publication states the fact again.
enum VintageResolution {
  /// The figure that stands on `basis`; nil when nothing does.
  static func resolve(
    _ observations: some Collection<Observation>, on basis: Basis
  ) -> ResolvedFigure? {
    var rest = observations[...]
    if let cutoff = basis.cutoff { rest = rest.prefix(while: cutoff.includes) }
    if basis.vintage == .reported { return firstReported(rest) }
    var standing: Standing?
    while let publication = nextPublication(of: &rest) {
      standing = newer(resolve(publication: publication), than: standing)
    }
    return standing?.figure(first: nil)
  }

  /// The first published value, with the day on which a publication first says otherwise.
  private static func firstReported(
    _ observations: some Collection<Observation>
  ) -> ResolvedFigure? {
    var rest = observations[...]
    while let publication = nextPublication(of: &rest), let day = publication.first?.published {
      guard let standing = resolve(publication: publication) else { continue }
      return standing.figure(
        first: FirstPublication(newest: day, revised: dayOfRevision(of: standing, in: rest)))
    }
    return nil
  }

  /// The day of the first publication that withdraws a figure, or prints one that doesn't agree with
  /// it at the precision of either; nil when none does.
  private static func dayOfRevision(
    of standing: Standing, in later: some Collection<Observation>
  ) -> CalendarDate? {
    var rest = later[...]
    let amount = standing.observation.amount
    while let publication = nextPublication(of: &rest), let day = publication.first?.published {
      guard let other = resolve(publication: publication)?.observation.amount,
        agree(amount, other)
      else { return day }
    }
    return nil
  }

  /// Whether two figures say the same at the precision of either, so that neither restates the other.
  static func agree(_ first: Amount, _ second: Amount) -> Bool {
    first.holds(second) || second.holds(first)
  }

  /// Takes the observations of the next publication off the front; nil when none is left.
  static func nextPublication<Rest: Collection<Observation>>(
    of rest: inout Rest
  ) -> Rest? where Rest.SubSequence == Rest {
    guard let first = rest.first else { return nil }
    let publication = rest.prefix { $0.published == first.published }
    rest = rest.dropFirst(publication.count)
    return publication
  }

  /// What one publication says; nil when it takes the fact back.
  static func resolve(publication: some Collection<Observation>) -> Standing? {
    guard var best = publication.first, publication.allSatisfy({ $0.state == .value }) else {
      return nil
    }
    for observation in publication where observation.exponent < best.exponent { best = observation }
    let isConflicting = publication.contains { !isConsistent($0, with: best) }
    return Standing(observation: best, isConflicting: isConflicting)
  }

  /// Whether a figure of the same publication says the same as the most precise one.
  static func isConsistent(_ other: Observation, with best: Observation) -> Bool {
    other.exponent == best.exponent
      ? other.mantissa == best.mantissa : other.amount.holds(best.amount)
  }

  /// What stands after a publication: what it says, unless that only repeats more coarsely what stood.
  static func newer(_ candidate: Standing?, than standing: Standing?) -> Standing? {
    guard let candidate, let standing else { return candidate }
    let repeatsCoarsely =
      standing.observation.amount.isMorePrecise(than: candidate.observation.amount)
      && candidate.observation.amount.holds(standing.observation.amount)
    guard repeatsCoarsely else { return candidate }
    return Standing(
      observation: standing.observation,
      isConflicting: standing.isConflicting || candidate.isConflicting)
  }

  /// What a publication says of a fact, or what stands after it.
  struct Standing {
    let observation: Observation
    let isConflicting: Bool

    func figure(first: FirstPublication?) -> ResolvedFigure {
      ResolvedFigure(
        amount: observation.amount, origin: .reported, isConflicting: isConflicting,
        terms: [
          .init(
            period: observation.period, sequence: observation.sequence, isSubtracted: false)
        ], firstPublication: first)
    }
  }
}
