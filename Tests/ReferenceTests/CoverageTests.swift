import Catalog
import DataImport
import Foundation
import QueryEngine
import QuerySyntax
import Tabular
import Testing

/// The reference names everything that the tables of the program name.
@Suite struct CoverageTests {
  private let language = Result { try Article(Article.language) }
  private let commandLine = Result { try Article(Article.commandLine) }

  /// The rows of an article whose first cell begins with a code span, by that span.
  private func rows(of article: Article) -> [String: [String]] {
    let rows = article.tableRows.filter { $0[0].hasPrefix("`") }
    return Dictionary(rows.map { (String($0[0].split(separator: "`")[0]), $0) }) { first, _ in first
    }
  }

  @Test func everyFunctionHasARowThatSaysWhetherItIsAnswered() throws {
    let rows = rows(of: try language.get())
    for function in FunctionTable.all {
      let row = try #require(rows[function.name], "`\(function.name)` has no row")
      #expect(row.joined().contains(Self.notYet) == !function.isAnswered, "\(function.name)")
    }
  }

  @Test func everySettingHasARow() throws {
    let rows = rows(of: try language.get())
    for setting in Settings.all { #expect(rows[setting.name] != nil, "`\(setting.name)`") }
  }

  @Test(arguments: [
    ("statement", Vocabulary.statementWords), ("verb", Vocabulary.verbs),
    ("function", Vocabulary.scalarFunctions), ("clause", Vocabulary.clauseWords),
    ("dimension", Vocabulary.dimensions.flatMap { $0.split(separator: " ").map(String.init) }),
    ("extra", Vocabulary.extras), ("list", ListSubject.allCases.map(\.rawValue)),
  ])
  func everyWordIsNamed(_ what: String, _ words: [String]) throws {
    let named = Article.codeWords(in: try language.get().prose.joined(separator: "\n"))
    for word in words { #expect(named.contains(word), "\(what) `\(word)`") }
    #expect(!words.isEmpty)
  }

  @Test func everyFormatAndColumnIsNamed() throws {
    let named = Article.codeWords(in: try commandLine.get().prose.joined(separator: "\n"))
    for format in OutputFormat.allCases { #expect(named.contains(format.rawValue)) }
    for role in ColumnRole.allCases { #expect(named.contains(role.rawValue)) }
  }

  /// The statuses are worded once, in the help of the command.
  @Test func exitStatusesAreThoseOfTheHelp() throws {
    let help = try Article("Sources/kessan/Kessan.swift").lines
      .drop { !$0.contains("EXIT STATUS:") }.dropFirst()
      .prefix { !$0.contains("\"\"\"") }
      .map { line in
        line.split(separator: " ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      }
    #expect(help.count > 4)
    let rows = try commandLine.get().tableRows
    for status in help { #expect(rows.contains(status), "\(status)") }
    #expect(rows.filter { Int($0[0]) != nil }.count == help.count)
  }

  private static let notYet = "*not yet answered*"
}
