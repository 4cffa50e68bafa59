import Diagnostics
import QuerySyntax
import Tabular

extension Session {
  /// Answers a query; where it says `into`, the answer is handed on to be written, and what is told
  /// is that it was.
  func outcome(of query: Query, statement: String) throws -> Outcome {
    try outcome(of: query) { isForMachines in
      try answer(query, statement: statement, isForMachines: isForMachines)
    }
  }

  /// Hands on what a query, or a question about one, comes to; see ``outcome(of:statement:)``.
  func outcome(
    of query: Query, answer: (_ isForMachines: Bool) throws -> ResultTable
  ) throws -> Outcome {
    guard let target = try query.target() else { return .table(try answer(isForMachines)) }
    let table = try answer(target.format.isForMachines)
    if target.format.holdsOnePlot, table.plot == nil {
      throw SessionMessage.nothingDrawn(at: target.range)
    }
    do throws(UnwritableFile) {
      try writeFile(ResultFile(table: table, path: target.path, format: target.format))
    } catch {
      throw SessionMessage.unwritableFile(target.path, error.reason, at: target.range)
    }
    return .message(SessionMessage.wrote(target.format.rowCount(of: table), to: target.path))
  }

  /// Refuses, where results go into one drawing, what is none and what would be the second.
  func admit(_ table: ResultTable, at range: SourceRange) throws(Diagnostic) {
    guard drawsOnePlot else { return }
    if table.plot == nil { throw SessionMessage.nothingDrawn(at: range) }
    if hasDrawn { throw SessionMessage.secondPlot(at: range) }
    hasDrawn = true
  }
}

extension Query {
  /// The file of `into` with the format that its name asks for; nil without the clause.
  fileprivate func target() throws(Diagnostic) -> (
    path: String, format: OutputFormat, range: SourceRange
  )? {
    for clause in clauses {
      guard case .into(let given) = clause.kind else { continue }
      let path = try given.value()
      guard let format = OutputFormat(fileName: path) else {
        throw SessionMessage.unknownEnding(path, at: clause.range)
      }
      return (path, format, clause.range)
    }
    return nil
  }
}
