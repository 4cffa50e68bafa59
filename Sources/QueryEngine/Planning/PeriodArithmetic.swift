import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// Turns periods as they are written into stretches of months, by fiscal label and never by days.
struct PeriodArithmetic {
  let calendar: FiscalCalendar
  /// Whose companies have labels of their own: `2Q04[iij]`.
  let catalog: Catalog
  /// The first and the last quarter with a value, asked for only when a query says so.
  var reach: () throws -> (first: Period, last: Period)? = { nil }

  func period(_ expression: PeriodExpression) throws -> Period {
    switch expression.kind {
    case .label(let label, let company):
      guard let company else { return calendar.period(of: label) }
      let own = try catalog.company(company).calendar
      return (calendar.isAligned ? own.aligned : own).period(of: label)
    case .latest: return try reached(at: expression.range).last
    case .first: return try reached(at: expression.range).first
    case .offset(let base, let count, let grain):
      return try shifted(try period(base), count, grain, at: expression.range)
    case .variable(let name): throw QueryMessage.unknownVariable(name)
    case .name(let name): throw QueryMessage.unknownPeriod(name)
    }
  }

  /// A period that doesn't depend on the figures, for a pinned metric.
  func fixedPeriod(_ expression: PeriodExpression) throws(Diagnostic) -> Period {
    do {
      return try period(expression)
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw QueryMessage.noFigures(at: expression.range)
    }
  }

  private func reached(at range: SourceRange) throws -> (first: Period, last: Period) {
    guard let reach = try reach() else { throw QueryMessage.noFigures(at: range) }
    return reach
  }

  private func shifted(
    _ period: Period, _ count: Int, _ grain: Grain, at range: SourceRange
  ) throws(Diagnostic) -> Period {
    let (months, overflow) = count.multipliedReportingOverflow(by: grain.months)
    guard !overflow, abs(months) < 120_000 else {
      throw QueryMessage.periodOutOfRange(at: range)
    }
    return period.shifted(byMonths: months)
  }
}
