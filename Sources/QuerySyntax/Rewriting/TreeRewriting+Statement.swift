package import Diagnostics

extension TreeRewriting {
  /// A statement with what stands for the names in it.
  ///
  /// The right side of `let` is left to whoever keeps the variables, because `let y = $x` copies a
  /// value of any kind.
  package func statement(_ statement: Statement) throws(Diagnostic) -> Statement {
    Statement(try kind(of: statement), at: placed(statement.range))
  }

  private func kind(of statement: Statement) throws(Diagnostic) -> Statement.Kind {
    switch statement.kind {
    case .query(let query): return .query(try self.query(query))
    case .declaration(let declaration): return .declaration(try self.declaration(declaration))
    case .expect(let expectation): return .expect(try self.expectation(expectation))
    case .why(let query): return .why(try self.statement(query))
    case .history(let query): return .history(try self.statement(query))
    case .explain(let query): return .explain(try self.statement(query))
    case .compare(let first, let second):
      return .compare(
        try name(first, .release), try name(second, .release))
    case .bridge(let query): return .bridge(try self.statement(query))
    case .invocation(let call): return .invocation(try self.call(call))
    case .setting(var setting):
      setting.moment = try setting.moment.map { point throws(Diagnostic) in try moment(point) }
      return .setting(setting)
    case .release, .assignment, .include, .print, .heading, .list, .describe, .check,
      .help:
      return statement.kind
    }
  }

  /// A declaration with the values that its periods and formulas name, so that the store keeps what
  /// they were.
  private func declaration(_ declaration: Declaration) throws(Diagnostic) -> Declaration {
    switch declaration {
    case .company, .unit: return declaration
    case .segment(var segment):
      segment.until = try segment.until.map { period throws(Diagnostic) in
        try self.period(period)
      }
      return .segment(segment)
    case .savedQuery(var query):
      let names = VariablesBesideParameters(
        parameters: Set(query.parameters.map(\.folded)), variables: substitution)
      query.body = try TreeRewriting(names).statement(query.body)
      return .savedQuery(query)
    case .metric(var metric):
      if case .formula(let formula, let unit) = metric.definition {
        metric.definition = .formula(try expression(formula), shownIn: unit)
      }
      return .metric(metric)
    case .identity(var identity):
      identity.formula = try expression(identity.formula)
      return .identity(identity)
    }
  }

  private func expectation(_ expectation: Expectation) throws(Diagnostic) -> Expectation {
    var result = expectation
    result.query = try statement(expectation.query)
    switch expectation.condition {
    case .comparison(let sign, let cell): result.condition = .comparison(sign, try self.cell(cell))
    case .within(let lower, let upper):
      result.condition = .within(try expression(lower), try expression(upper))
    case .table(let rows):
      result.condition = .table(
        try list(rows) { row throws(Diagnostic) in try list(row, cell) })
    case .isMissing, .isUndefined, .error: break
    }
    return result
  }

  private func cell(_ cell: ExpectedCell) throws(Diagnostic) -> ExpectedCell {
    guard case .value(let value) = cell.kind else { return cell }
    return ExpectedCell(.value(try expression(value)), at: cell.range)
  }
}
