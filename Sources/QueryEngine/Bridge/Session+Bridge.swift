import Catalog
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax
import Tabular

extension Session {
  /// Tells what moved a measure between two periods, part by part.
  func bridge(_ inner: Statement, statement: String) throws -> Outcome {
    try asking(inner) { query in
      let question = try BridgeQuestion(query)
      return try outcome(of: query) { isForMachines in
        try tellingLimits(of: query) {
          try bridge(question, statement: statement, isForMachines: isForMachines)
        }
      }
    }
  }

  private func bridge(
    _ question: BridgeQuestion, statement: String, isForMachines: Bool
  ) throws -> ResultTable {
    let (query, evaluator) = try resolve(question.query, isForMachines: isForMachines)
    if query.companies.areSeveral {
      throw BridgeMessage.severalCompanies(at: question.query.range)
    }
    let resolved = try ResolvedBridge(query, evaluator: evaluator, question)
    let origin = ResultTable.Origin(
      statement: statement, basis: query.basisDescribed, storeHead: try store.head()?.description)
    do {
      let bridge = try bridge(resolved, question)
      return BridgeTable(bridge.bridge, mix: bridge.mix, negative: settings.negative)
        .table(origin: origin)
    } catch is ArithmeticOverflow {
      throw BridgeMessage.overflow(
        resolved.whole.name, at: resolved.whole.range ?? question.query.range)
    }
  }

  private func bridge(
    _ resolved: ResolvedBridge, _ question: BridgeQuestion
  ) throws -> (bridge: Bridge, mix: [MixBridge.Row]) {
    if let dimension = question.dimension {
      return try segmentBridge(resolved, question, by: dimension)
    }
    let expression = resolved.whole.expression
    let parts = resolved.opener(at: resolved.places)
    let formula = try parts.formula(of: expression)
    if try formula.map(parts.isKnown) != true,
      let flows = try RollForward(of: expression, over: resolved.months, with: resolved.evaluator)
    {
      let place = resolved.place(at: resolved.stretch.periods)
      let opened = try resolved.opener(at: [place])
        .formula(ofFlows: flows, in: expression)
      return (try PartBridge(question: resolved, formula: opened, flows: flows).bridge(), [])
    }
    if let formula {
      return (try PartBridge(question: resolved, formula: formula, flows: nil).bridge(), [])
    }
    let range = resolved.whole.range ?? question.query.range
    if let pinned = expression.ownPlace { throw BridgeMessage.pinned(pinned, at: range) }
    guard expression.addsUpOverSegments else { throw withoutParts(resolved, at: range) }
    let dimension = DimensionUse(.segment, at: range)
    do {
      return try segmentBridge(resolved, question, by: dimension)
    } catch let diagnostic as Diagnostic where diagnostic.id == BridgeMessage.nothingBelowID {
      throw withoutParts(resolved, at: range)
    }
  }

  private func withoutParts(_ bridge: ResolvedBridge, at range: SourceRange) -> Diagnostic {
    let path = bridge.segment == Segment.rootPath ? "" : " \(bridge.segment)"
    return BridgeMessage.withoutParts(
      bridge.whole.name + path, bridge.whole.signature.kind,
      [bridge.opening.title, bridge.closing.title], at: range)
  }

  /// The bridge by the segments below the one that is asked about.
  private func segmentBridge(
    _ resolved: ResolvedBridge, _ question: BridgeQuestion, by dimension: DimensionUse
  ) throws -> (bridge: Bridge, mix: [MixBridge.Row]) {
    let whole = resolved.whole
    if whole.expression.addsUpOverSegments {
      let segments = try segments(of: resolved, question, by: dimension)
      return (try segments.living(for: [whole]).bridge(), [])
    }
    let sides = try resolved.opener(at: resolved.places)
      .formula(of: whole.expression)?.quotient
    guard let sides, sides.above.addsUpOverSegments, sides.below.addsUpOverSegments else {
      throw BridgeMessage.notAdditive(whole.name, whole.signature.kind, at: dimension.range)
    }
    let segments = try segments(of: resolved, question, by: dimension)
      .living(for: [sides.above, sides.below].map(resolved.measure))
    let mix = try MixBridge(segments: segments, above: sides.above, below: sides.below).bridge()
    return (mix.bridge, mix.rows)
  }

  /// The segments that are to be the parts, and their whole behind them.
  private func segments(
    of resolved: ResolvedBridge, _ question: BridgeQuestion, by dimension: DimensionUse
  ) throws -> SegmentBridge {
    let (query, _) = try resolve(question.query(by: dimension), isForMachines: false)
    let members = query.segments.entries.filter {
      $0.role == .member && $0.paths != [resolved.segment]
    }
    let isReported = try members.contains { entry in
      try entry.paths.contains { try resolved.evaluator.isPresent([resolved.whole], segment: $0) }
    }
    if !isReported { throw BridgeMessage.nothingBelow(resolved.segment, at: dimension.range) }
    let total = SegmentSelection.Entry(
      title: resolved.segment, paths: [resolved.segment], role: .total)
    return SegmentBridge(
      question: resolved,
      segments: SegmentSelection(
        entries: members + [total], isBreakdown: true, silent: query.segments.silent))
  }
}
