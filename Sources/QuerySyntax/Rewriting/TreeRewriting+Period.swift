package import Diagnostics
import Metrics

extension TreeRewriting {
  /// A period with its variable replaced; throws where what stands for it is no period.
  package func period(_ period: PeriodExpression) throws(Diagnostic) -> PeriodExpression {
    let range = placed(period.range)
    switch period.kind {
    case .label(let label, let company):
      guard let company else { return PeriodExpression(period.kind, at: range) }
      let name = try name(company, .company)
      return PeriodExpression(.label(label, company: name), at: range)
    case .latest, .first: return PeriodExpression(period.kind, at: range)
    case .variable(let name):
      return try self.period(of: name)
        ?? PeriodExpression(.variable(relocated(name)), at: range)
    case .name(let name):
      return try self.period(of: name) ?? PeriodExpression(.name(relocated(name)), at: range)
    case .offset(let base, let count, let grain):
      return try self.period(base).shifted(by: count, grain, at: range)
    }
  }

  private func period(of name: Name) throws(Diagnostic) -> PeriodExpression? {
    guard let value = try value(of: name, as: .period) else { return nil }
    guard case .period(let period) = value.kind else {
      throw RewritingMessage.wrongKind(name, value, .period)
    }
    return period
  }

  /// A column of `for` with its periods rewritten.
  func column(_ column: PeriodColumn) throws(Diagnostic) -> PeriodColumn {
    let range = placed(column.range)
    return switch column.kind {
    case .period(let period): PeriodColumn(.period(try self.period(period)), at: range)
    case .span(let first, let last):
      PeriodColumn(.span(try period(first), try period(last)), at: range)
    case .extra(let extra, let period):
      PeriodColumn(.extra(extra, try self.period(period)), at: range)
    }
  }

  /// The moment of a basis, with what stands for it.
  func moment(_ point: AsOfPoint) throws(Diagnostic) -> AsOfPoint {
    switch point {
    case .date(let date, let range): return .date(date, placed(range))
    case .release(let name): return try moment(of: name) ?? .release(relocated(name))
    case .variable(let name): return try moment(of: name) ?? .variable(relocated(name))
    }
  }

  private func moment(of name: Name) throws(Diagnostic) -> AsOfPoint? {
    guard let value = try value(of: name, as: .moment) else { return nil }
    if case .date(let date) = value.kind { return .date(date, value.range) }
    if let release = value.asName { return .release(release) }
    throw RewritingMessage.wrongKind(name, value, .moment)
  }
}

extension PeriodExpression {
  /// The period so much later, in one step where it is shifted already.
  ///
  /// A variable that is moved on again and again would otherwise become a tree as deep as it was
  /// moved often.
  fileprivate func shifted(by count: Int, _ grain: Grain, at range: SourceRange) -> PeriodExpression
  {
    guard case .offset(let base, let first, let firstGrain) = kind else {
      return PeriodExpression(.offset(self, count: count, grain), at: range)
    }
    let isSame = firstGrain == grain
    let quarter = Grain.quarter.months
    let (unit, otherUnit) = isSame ? (1, 1) : (grain.months / quarter, firstGrain.months / quarter)
    let sum = count * unit + first * otherUnit
    if sum == 0 { return PeriodExpression(base.kind, at: range) }
    return PeriodExpression(.offset(base, count: sum, isSame ? grain : .quarter), at: range)
  }
}
