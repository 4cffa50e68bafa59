import Catalog
import DataImport
import Diagnostics
import MetricStore
import Metrics
import QuerySyntax

extension Session {
  /// Tests an expectation; throws an ``UnmetExpectation`` where it doesn't hold, and what else is
  /// wrong with it.
  func test(_ expectation: Expectation, readFile: FileReader) throws {
    let writer = writeFile
    writeFile = { (_) throws(UnwritableFile) in
      throw UnwritableFile(reason: "an expectation leaves no trace")
    }
    defer { writeFile = writer }
    if case .error(let text) = expectation.condition {
      return try requireError(text, of: expectation, readFile: readFile)
    }
    // What is tested is what people see; no machine is told anything.
    let outer = isForMachines
    isForMachines = false
    defer { isForMachines = outer }
    guard case .table(let table) = try outcome(of: expectation.query, readFile: readFile) else {
      throw ExpectationMessage.noFigures(at: expectation.query.range)
    }
    try ExpectationTest(
      table: table.withoutBlankRows, catalog: catalog,
      askedScale: try asking(expectation.query, \.askedScale),
      range: expectation.range
    ).require(expectation.condition)
  }

  private func requireError(
    _ text: String, of expectation: Expectation, readFile: FileReader
  ) throws {
    guard let message = try refusal(of: expectation.query, readFile: readFile) else {
      throw UnmetExpectation(diagnostics: [
        ExpectationMessage.noError(text, at: expectation.range)
      ])
    }
    if message.contains(text) { return }
    throw UnmetExpectation(diagnostics: [
      ExpectationMessage.otherError(text, found: message, at: expectation.range)
    ])
  }

  /// What is said of a statement that fails, notes included; nil for one that would succeed.
  ///
  /// A mistake of ours is never what somebody expects, and is thrown on.
  private func refusal(of statement: Statement, readFile: FileReader) throws -> String? {
    do {
      try attempt(statement, readFile: readFile)
      return nil
    } catch let diagnostic as Diagnostic {
      return diagnostic.words
    } catch let unmet as UnmetExpectation {
      return unmet.diagnostics.map(\.words).joined(separator: "\n")
    } catch let failure as Failure {
      return failure.text
    } catch let error as StoreError {
      return error.message
    }
  }

  /// Does a statement and leaves no trace of it: nothing is appended, and settings stay.
  private func attempt(_ statement: Statement, readFile: FileReader) throws {
    let before = settings
    defer { settings = before }
    switch statement.kind {
    case .declaration(let declaration):
      try check(declaration)
      var trial = catalog
      try trial.declare(declaration)
    case .release(let release):
      _ = try summary(of: try prepare(release, readFile: readFile))
    default: _ = try outcome(of: statement, readFile: readFile)
    }
  }
}

extension Diagnostic {
  /// The message with its notes, a line each.
  fileprivate var words: String { ([message] + notes).joined(separator: "\n") }
}

extension Query {
  /// The power of ten that `in` asks for; nil without one.
  fileprivate var askedScale: Int? {
    for case .unit(let phrase, _) in clauses.lazy.map(\.kind) { return phrase.unit.scaleExponent }
    return nil
  }
}
