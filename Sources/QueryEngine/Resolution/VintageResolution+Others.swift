import Metrics

extension VintageResolution {
  /// What an observation is to the one of the same fact that stands.
  enum Relation {
    /// It says the same, at the precision of either.
    case repeated
    /// It says otherwise, and nothing but a rule decided against it.
    case conflicting
    /// It said otherwise earlier, and was restated.
    case restated
  }

  /// What else was published of a fact on a basis, and what it is to the observation that stands; of
  /// what was restated, what stood last.
  ///
  /// The observations are those of one series and one period, in the order of publication. On the
  /// basis of first values, what came later and says otherwise is none of its business.
  func others(
    of standing: Observation, among observations: some Collection<Observation>, on basis: Basis
  ) -> [(observation: Observation, is: Relation)] {
    var others: [(observation: Observation, is: Relation)] = []
    var restated: Observation?
    for other in observations.prefix(while: { basis.cutoff?.includes($0) ?? true })
    where other.state == .value && other.sequence != standing.sequence {
      let isSameDay = other.published == standing.published
      if agree(other, standing, inOnePublication: isSameDay) {
        others.append((other, .repeated))
      } else if isSameDay || (other.published > standing.published && basis.vintage == .restated) {
        others.append((other, .conflicting))
      } else if other.published < standing.published {
        restated = other
      }
    }
    return others + (restated.map { [($0, .restated)] } ?? [])
  }

  private func agree(
    _ other: Observation, _ standing: Observation, inOnePublication: Bool
  ) -> Bool {
    if inOnePublication { return isConsistent(other, with: standing) }
    return VintageResolution.agree(other.amount(rounding), standing.amount(rounding))
  }

  /// Whether a fact was ever stated on a basis, be it withdrawn since.
  static func isStated(
    by observations: some Collection<Observation>, on basis: Basis
  ) -> Bool {
    observations.prefix { basis.cutoff?.includes($0) ?? true }.contains { $0.state == .value }
  }

  /// The observation that took a fact back, where nothing has stated it since; nil elsewhere.
  static func withdrawal(
    among observations: some Collection<Observation>, on basis: Basis
  ) -> Observation? {
    if basis.vintage == .reported { return nil }
    let known = observations.prefix { basis.cutoff?.includes($0) ?? true }
    guard let last = known.map(\.published).max() else { return nil }
    return known.first { $0.published == last && $0.state == .withdrawn }
  }
}
