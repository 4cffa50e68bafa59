import Diagnostics
import QueryEngine
import QuerySyntax
import Shell
import Testing

/// The query files of the sample, which rebuild the release's tables and hold them to what is printed.
@Suite("The query files rebuild the printed tables") struct QueryFileTests {
  @Test("and all that they expect is met", arguments: try Files.queryNames().filter { $0 != whole })
  func isMet(_ name: String) throws {
    let file = try QueryFile(name)
    var met = 0
    var tables = 0
    _ = try Session.sample().run(
      file.source, keepsGoing: true,
      readFile: { path throws(UnreadableFile) in throw UnreadableFile(reason: "no \(path)") },
      emit: { outcome in
        switch outcome {
        case .met: met += 1
        case .table: tables += 1
        case .message, .prose: break
        case .failure(let failure): Issue.record("\(failure.text)")
        }
      })
    #expect(met == file.expectations && tables == met && met > 0)
  }

  @Test("one file a table") func filesAreTables() throws {
    let tables = try TableMap.lines().map { Self.file(of: $0.table) }
    #expect(Set(try Files.queryNames()) == Set(tables + [Self.whole]))
  }

  @Test("one file includes the others") func oneFileIncludesTheOthers() throws {
    let script = QueryParser.parse(SourceText(name: Self.whole, try Files.queries(Self.whole)))
    let included = script.statements.compactMap { statement -> String? in
      if case .include(let path) = statement.kind { path } else { nil }
    }
    #expect(included.sorted() == (try Files.queryNames()).filter { $0 != Self.whole })
  }

  /// The file that rebuilds all tables, one after the other.
  private static let whole = "release-tables.kq"

  /// The file that rebuilds a table such as `en/contracts`.
  private static func file(of table: String) -> String { table.dropFirst("en/".count) + ".kq" }

  /// The tables of figures; the notes hold theirs in prose.
  private static func tables() throws -> [String] {
    Set(try TableMap.lines().map(\.table)).filter { !$0.hasSuffix("/notes") }.sorted()
  }

  @Test("cell by cell, and say where they can't", arguments: try tables())
  func cellsAreExpected(_ table: String) throws {
    let file = try QueryFile(Self.file(of: table))
    let printed = try exceptions(of: file, from: table).map(\.printed)
    #expect(printed.sorted() == file.printedOtherwise.sorted())
  }

  /// Five shares of nils are blank in print.
  @Test("each growth rate and share") func computedCellsAreCounted() throws {
    var counts = (growth: 0, shares: 0)
    for name in try Files.queryNames() {
      for (column, cells) in try QueryFile(name).cells {
        if column.hasPrefix("share ") { counts.shares += cells.count }
        if column.hasSuffix(")") { counts.growth += cells.count }
      }
    }
    #expect(counts == (growth: 115, shares: 169 + 5))
  }

  /// The shares were made to foot, the growth rates come from figures that aren't printed, and the
  /// figures are printed with two values.
  @Test("all but 28 figures") func exceptionsAreCounted() throws {
    var counts = (growth: 0, shares: 0, figures: 0)
    for table in try Self.tables() where table.hasPrefix("en/") {
      let file = try QueryFile(Self.file(of: table))
      for exception in try exceptions(of: file, from: table) {
        if exception.column.hasPrefix("share ") {
          counts.shares += 1
        } else if exception.column.hasSuffix(")") {
          counts.growth += 1
        } else {
          counts.figures += 1
        }
      }
    }
    #expect(counts == (growth: 13, shares: 13, figures: 2))
  }

  /// What is printed where a file expects another number.
  private func exceptions(
    of file: QueryFile, from table: String
  ) throws -> [(column: String, printed: String)] {
    let expected = try ExpectedTable(table).cells
    #expect(Set(file.cells.keys) == Set(expected.keys))
    return expected.flatMap { column, printed in
      let cells = file.cells[column] ?? []
      #expect(cells.count == printed.count, "\(table) \(column)")
      return zip(cells, printed).filter { $0 != $1 }.map { (column, $0.1) }
    }
  }
}
