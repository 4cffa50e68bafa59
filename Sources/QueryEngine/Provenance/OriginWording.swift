import Catalog
import Metrics
import QuerySyntax

/// The words for what was done in a step.
struct OriginWording {
  let companies: QueryCompanies
  /// The words for what publications changed.
  let changes: ChangeWording

  private var expressions: ExpressionText { ExpressionText(companies: companies) }

  /// The names of the places of one company, or of several together.
  private func names(_ owners: [String]) -> PlaceName {
    let owner = owners.count == 1 ? companies.all.first { $0.name == owners[0] } : nil
    return PlaceName(calendar: owner?.calendar ?? companies.calendar)
  }

  private func names(of step: OriginStep) -> PlaceName { names(step.companies) }

  /// The name of a period, or of the stretch that several make up.
  func name(of periods: [Period], in step: OriginStep) -> String {
    names(of: step).name(of: periods)
  }

  /// What a cell of a query is a value of, by name.
  func name(
    of measure: String, _ company: CompanySelection.Entry, _ segment: SegmentSelection.Entry,
    _ period: PeriodSelection.Entry
  ) -> OriginRow.Name {
    let names = names(company.names)
    let calendar = companies.all.first { [$0.name] == company.names }?.calendar
    let periods = period.periods.map { calendar?.untold($0) ?? $0 }
    return OriginRow.Name(
      company: company.role == .average ? company.title : owner(of: company.names),
      measure: measure,
      segment: segment.role == .average ? segment.title : names.name(of: segment.paths),
      period: period.role == .average ? period.title : names.name(of: periods))
  }

  /// The companies of a value where the query is about several.
  private func owner(of names: [String]) -> String? {
    names.isEmpty ? nil : names.joined(separator: " + ")
  }

  /// What a step is a value of, by name.
  func name(of step: OriginStep) -> OriginRow.Name {
    let measure =
      switch step.subject {
      case .metric(let metric, let unit, _): expressions.name(of: metric, unit: unit)
      case .expression(let expression): expressions.text(of: expression)
      }
    return OriginRow.Name(
      company: owner(of: step.companies), measure: measure,
      segment: names(of: step).name(of: step.segments),
      period: names(of: step).name(of: step.periods))
  }

  /// What was done to the inputs of a step that goes by a name, and why it has no value where it has
  /// none; what the name says already isn't said again.
  func description(of step: OriginStep, besides name: OriginRow.Name) throws -> String {
    let deed = deed(of: step)
    let words = [deed == name.measure ? "" : deed, extent(of: step), try complaint(about: step)]
    return words.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private func deed(of step: OriginStep) -> String {
    switch step.subject {
    case .metric(_, _, .printed(let terms)): terms.count == 1 ? "printed" : signed(terms, in: step)
    case .metric(_, _, .sum): sum(of: step)
    case .metric(let metric, _, .formula): metric.formula?.canonicalText ?? ""
    case .expression(let expression): deed(of: expression, step)
    }
  }

  /// Printed spans and how they were joined: `1H03 − 2Q03`.
  private func signed(_ terms: [ResolvedFigure.Term], in step: OriginStep) -> String {
    terms.enumerated().map { index, term in
      let name = names(of: step).name(of: term.period)
      if index == 0 { return term.isSubtracted ? "− \(name)" : name }
      return (term.isSubtracted ? "− " : "+ ") + name
    }.joined(separator: " ")
  }

  /// What was added up: quarters or segments by their names, where these are few.
  private func sum(of step: OriginStep) -> String {
    let inputs = step.inputs
    let names = names(of: step)
    if inputs.isEmpty { return "" }
    if step.companies.count > 1 {
      return inputs.compactMap { owner(of: $0.companies) }.joined(separator: " + ")
    }
    if inputs.count == 1 {
      return step.segments == inputs[0].segments
        ? "its end, \(names.name(of: inputs[0].periods))"
        : "its part, \(names.name(of: inputs[0].segments))"
    }
    let isOverTime = inputs.allSatisfy { $0.segments == step.segments }
    let isOverSegments = inputs.allSatisfy { $0.periods == step.periods }
    let texts = inputs.map {
      isOverTime ? names.name(of: $0.periods) : names.name(of: $0.segments)
    }
    let text = texts.joined(separator: " + ")
    if isOverTime || isOverSegments, text.count <= OriginWording.mostCharacters { return text }
    let noun = isOverTime ? "period" : isOverSegments ? "segment" : "figure"
    return "the sum of \(SessionMessage.count(inputs.count, noun))"
  }

  /// How much of what it should speak for a value does.
  private func extent(of step: OriginStep) -> String {
    if case .expression(.aggregated) = step.subject { return "" }
    guard let part = step.value.part, step.value.cell.number != nil else { return "" }
    return "\(part.reported) of \(part.asked)"
  }

  /// A line holds so many characters beside the figures.
  static let mostCharacters = 48
}

extension OriginWording {
  private func deed(of expression: TypedExpression, _ step: OriginStep) -> String {
    switch expression {
    case .compared, .windowed, .running, .indexed, .compounded, .annualized, .runRate,
      .averageBalance:
      overTime(expression, step)
    case .converted(let inner, let conversion, _): rate(conversion, of: inner)
    case .share(_, let isOfRoot):
      whole(of: step, isOfRoot) ?? "\(names(of: step).name(of: step.segments)) / "
        + (isOfRoot ? Segment.rootPath : wholeSegment(of: step))
    case .contribution:
      "(\(period(step)) − \(period(step, earlierBy: 12))) / "
        + "\(wholeSegment(of: step)) \(period(step, earlierBy: 12))"
    case .ranked where step.value.cell.number == nil: "nothing to rank"
    case .ranked: "the place among \(step.inputs.count)"
    case .aggregated(_, let aggregate): "\(aggregate.rawValue) of \(samples(of: step))"
    default: expressions.text(of: expression)
    }
  }

  private func overTime(_ expression: TypedExpression, _ step: OriginStep) -> String {
    let now = period(step)
    switch expression {
    case .compared(_, let comparison, let distance):
      let before = period(step, earlierBy: distance.months(of: step.periods))
      return switch comparison {
      case .lag: before
      case .change: "\(now) − \(before)"
      case .growth: "\(now) / \(before) − 1"
      }
    case .indexed: return "100 × \(now) / \(step.inputs.last.map(period) ?? now)"
    case .compounded: return compound(step, from: step.inputs.last.map(period))
    case .annualized:
      let months = TimeDistance.previousPeriod.months(of: step.periods)
      return compound(step, from: period(step, earlierBy: months))
    case .runRate:
      let months = TimeDistance.previousPeriod.months(of: step.periods)
      return "\(now) × \(12.isMultiple(of: months) ? "\(12 / months)" : "12 / \(months)")"
    case .averageBalance:
      return "(\(step.inputs.map(period).joined(separator: " + "))) / 2"
    default: return step.inputs.map(period).joined(separator: " + ")
    }
  }

  /// `(4Q04 / 4Q02) ^ (12 / 24) − 1`, the exponent from the months between the two.
  private func compound(_ step: OriginStep, from before: String?) -> String {
    guard let last = step.inputs.first?.periods.map(\.end).max(),
      let first = step.inputs.last?.periods.map(\.end).max(), last > first
    else { return "growth compounded over a year" }
    let months = Int(last.number - first.number)
    let power = 12.isMultiple(of: months) ? "\(12 / months)" : "(12 / \(months))"
    let ends = "\(step.inputs.first.map(period) ?? "") / \(before ?? "")"
    return months == 12 ? "\(ends) − 1" : "(\(ends)) ^ \(power) − 1"
  }

  /// What a value was taken from, and of how much of it: `4 of 6 quarters`.
  private func samples(of step: OriginStep) -> String {
    let quarters = Set(step.periods.flatMap(\.quarters)).count
    let count = SessionMessage.count(
      quarters * step.segments.count, step.segments.count > 1 ? "figure" : "quarter")
    guard let part = step.value.part, part.reported < part.asked else { return count }
    return "\(part.reported) of \(count)"
  }

  private func rate(_ conversion: Conversion, of inner: TypedExpression) -> String {
    let text = "at \(expressions.text(of: conversion.rate))"
    guard conversion.isConstant, let own = inner.unit.currency else { return text }
    return "\(text) \(own)/\(conversion.currency)"
  }

  private func period(_ step: OriginStep) -> String {
    names(of: step).name(of: step.periods)
  }

  private func period(_ step: OriginStep, earlierBy months: Int) -> String {
    names(of: step).name(of: step.periods.map { $0.shifted(byMonths: -months) })
  }

  /// The segment that a share is one of: that of what it was divided by.
  private func wholeSegment(of step: OriginStep) -> String {
    step.inputs.last.map { names(of: $0).name(of: $0.segments) } ?? Segment.rootPath
  }

  /// A company as a part of all of them; nil for a share of one company.
  private func whole(of step: OriginStep, _ isOfRoot: Bool) -> String? {
    guard !isOfRoot, let all = step.inputs.last?.companies, all.count > 1,
      let part = owner(of: step.companies), let whole = owner(of: all)
    else { return nil }
    return "\(part) / (\(whole))"
  }
}

extension OriginWording {
  /// Why a step has no value, where that isn't told by one of its inputs.
  private func complaint(about step: OriginStep) throws -> String {
    switch step.value.cell.content {
    case .value: ""
    case .missing: step.inputs.isEmpty ? try reasonForAbsence(of: step) : ""
    case .undefined:
      step.inputs.contains { $0.value.cell.isUndefined } ? "" : reasonForNoMeaning(of: step)
    case .uncovered: disagreement(in: step)
    }
  }

  private func reasonForAbsence(of step: OriginStep) throws -> String {
    guard let absence = step.value.gaps.lazy.compactMap(\.absence).first else {
      return "not reported"
    }
    return try AbsenceWording(changes: changes).text(of: absence)
  }

  private func reasonForNoMeaning(of step: OriginStep) -> String {
    guard case .expression(let expression) = step.subject else { return "the denominator is zero" }
    return switch expression {
    case .compared, .annualized, .indexed: "the base isn't above zero"
    case .compounded: "there aren't two values above zero to compare"
    case .contribution: "the base isn't above zero"
    case .aggregated: "one value has no deviation"
    case .scalar: "the logarithm of what isn't above zero"
    default: "the denominator is zero"
    }
  }

  /// What two sides speak for that don't match.
  private func disagreement(in step: OriginStep) -> String {
    if step.inputs.contains(where: \.value.cell.isUncovered) { return "" }
    for gap in step.value.gaps {
      switch gap {
      case .uncovered(let left, let right):
        return "refused: \(listed(left)) against \(listed(right))"
      case .unlikeQuarters(let left, let right):
        return "refused: \(quarters(left, step)) against \(quarters(right, step))"
      default: continue
      }
    }
    return "refused"
  }

  private func listed(_ segments: [String]) -> String {
    segments.isEmpty ? "everything" : segments.joined(separator: ", ")
  }

  private func quarters(_ quarters: [Period], _ step: OriginStep) -> String {
    quarters.isEmpty
      ? "all quarters" : quarters.map(names(of: step).calendar.name).joined(separator: ", ")
  }
}
