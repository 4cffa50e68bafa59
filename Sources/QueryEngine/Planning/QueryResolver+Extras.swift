import Catalog
import Diagnostics
import Metrics
import QuerySyntax

extension QueryResolver {
  /// Puts what `with` tells of a period beside it: as columns where time goes across, as measures
  /// where it goes down.
  func placingExtras(
    on axes: Axes, form: QueryForm
  ) throws(Diagnostic) -> Axes {
    let extras = query.extras.filter(\.extra.takesPeriod).map(\.extra)
    if extras.isEmpty { return axes }
    var result = axes
    if form.rowDimensions.contains(where: { QueryForm.axis(of: $0.dimension) == .time }) {
      result.measures = axes.measures.flatMap { measure in
        [measure] + extras.compactMap { measure.extras[$0] }
      }
      return result
    }
    let isOnce = axes.periods.areListed
    let first = axes.periods.entries.firstIndex { $0.extra == nil }
    var entries: [PeriodSelection.Entry] = []
    var trailing: [PeriodSelection.Entry] = []
    for (index, entry) in axes.periods.entries.enumerated() {
      entries.append(entry)
      guard entry.extra == nil, !isOnce || index == first else { continue }
      let beside = extras.map { extra in
        var copy = entry
        copy.extra = extra
        return copy
      }
      if isOnce { trailing = beside } else { entries += beside }
    }
    result.periods.entries = entries + trailing
    return result
  }

  /// Adds the total and the average that `with` asks for to the axis that has several entries: the
  /// one that names rows comes first.
  func totalled(_ axes: Axes, _ layout: Layout) throws(Diagnostic) -> Axes {
    var axes = axes
    for use in query.extras {
      guard let role = use.extra.role else { continue }
      switch try totalledAxis(axes, layout, use) {
      case .company: try add(role, toCompaniesOf: &axes, use)
      case .segment: try add(role, toSegmentsOf: &axes, use)
      default: try add(role, toPeriodsOf: &axes, use)
      }
    }
    return axes
  }

  private func totalledAxis(
    _ axes: Axes, _ layout: Layout, _ use: ExtraUse
  ) throws(Diagnostic) -> Layout.Axis {
    let candidates = (layout.rows + layout.columns).filter { axis in
      switch axis {
      case .measure, .release: false
      case .company: axes.companies.isSeveral
      case .segment: axes.segments.isSeveral
      case .time: axes.periods.members.count > 1
      }
    }
    guard let axis = candidates.first else {
      throw QueryMessage.nothingToTotal(use.extra, at: use.range)
    }
    return axis
  }

  private func add(
    _ role: EntryRole, toCompaniesOf axes: inout Axes, _ use: ExtraUse
  ) throws(Diagnostic) {
    for measure in axes.measures where role == .total && measure.signature.kind == .rate {
      throw QueryMessage.totalOfRate(measure.name, at: use.range)
    }
    let members = axes.companies.entries.filter { $0.role == .member }.flatMap(\.names)
    axes.companies.entries.append(.init(title: use.extra.rawValue, names: members, role: role))
  }

  private func add(
    _ role: EntryRole, toSegmentsOf axes: inout Axes, _ use: ExtraUse
  ) throws(Diagnostic) {
    if role == .total, axes.segments.isBreakdown { return }
    if role == .total, let whole = axes.segments.whole, !axes.segments.isTree {
      // The leaves have a whole of their own, which they should tie to.
      axes.segments.entries.append(.init(title: whole, paths: [whole], role: .total))
      axes.segments.isBreakdown = true
      return
    }
    let members = axes.segments.entries.filter { $0.role == .member }.flatMap(\.paths)
    try requireDisjoint(
      members, at: use.range, wayOut: "leave `with \(use.extra.rawValue)` out")
    for measure in axes.measures where role == .total && measure.signature.kind == .rate {
      throw QueryMessage.totalOfRate(measure.name, at: use.range)
    }
    axes.segments.entries.append(.init(title: use.extra.rawValue, paths: members, role: role))
  }

  private func add(
    _ role: EntryRole, toPeriodsOf axes: inout Axes, _ use: ExtraUse
  ) throws(Diagnostic) {
    let members = axes.periods.members.flatMap(\.periods)
    if role == .total {
      for measure in axes.measures where ![.flow, .ratio].contains(measure.signature.kind) {
        throw QueryMessage.totalOverTime(
          measure.name, measure.signature.kind, at: use.range)
      }
      for measure in axes.measures where measure.expression.contains(where: \.coversOthers) {
        throw QueryMessage.totalOfWindows(measure.name, at: use.range)
      }
      for (index, period) in members.enumerated()
      where members[..<index].contains(where: { $0.overlaps(period) }) {
        throw QueryMessage.overlappingTotal(at: use.range)
      }
    }
    axes.periods.entries.append(
      .init(title: use.extra.rawValue, periods: members, role: role))
  }
}

extension TypedExpression {
  /// Whether each of its values covers months that its neighbours cover too.
  fileprivate var coversOthers: Bool {
    switch self {
    case .windowed, .running: true
    default: false
    }
  }
}

extension Extra {
  /// The entry that it adds to an axis; nil for what is told beside each figure.
  fileprivate var role: EntryRole? {
    switch self {
    case .total: .total
    case .average: .average
    default: nil
    }
  }
}
