import Diagnostics
import QuerySyntax

/// What can't be asked of the origin of figures: never ignore a word in silence.
enum WhyRules {
  static func check(_ query: Query) throws(Diagnostic) {
    if let plot = query.verbs.first(where: { $0.verb == .plot }) {
      throw WhyMessage.drawn(at: plot.range)
    }
    for case .by(let uses) in query.clauses.lazy.map(\.kind) { try requireOneBasis(uses) }
    for case .across(let uses) in query.clauses.lazy.map(\.kind) { try requireOneBasis(uses) }
    for use in query.extras where [.spark, .source].contains(use.extra) {
      throw WhyMessage.beside(use.extra, at: use.range)
    }
  }
}

extension WhyRules {
  private static func requireOneBasis(_ uses: [DimensionUse]) throws(Diagnostic) {
    guard let use = uses.first(where: { $0.dimension == .release }) else { return }
    throw WhyMessage.byRelease(at: use.range)
  }
}
