import DataImport
import MetricStore
import Metrics
import QueryEngine
import Testing

/// The README's own data file, imported as its command line says.
@Suite struct ReadmeImportTests {
  @Test func fileOfTheReadmeIsImportedAndAnswered() throws {
    let readme = try Article(Article.readme)
    let file = try #require(readme.block(of: "csv")).joined(separator: "\n") + "\n"
    let calls = readme.lines.filter { $0.hasPrefix("kessan ") }.map { $0.split(separator: " ") }
    let importing = try #require(calls.first { $0[1] == "import" })
    let query = try #require(readme.lines.first { $0.hasPrefix("kessan query ") })

    let session = try Session(store: MetricStore.inMemory())
    let files = [ImportFile(name: String(importing[2]), bytes: Array(file.utf8))]
    let prepared = try session.checkImport(files, options: options(of: importing))
    _ = try session.append(prepared)
    let example = Example(statement: ["\(Example.call)\(query.dropFirst(13))"], output: [])
    #expect(example.run(in: session) == readme.block(of: "text"))
  }

  private func options(of call: [Substring]) throws -> ImportOptions {
    let value = { (option: String) throws -> String in
      let index = try #require(call.firstIndex { $0 == option }, "\(option)")
      return String(call[index + 1])
    }
    var options = ImportOptions()
    options.company = try value("--company")
    options.release = try value("--release")
    options.published = CalendarDate(parsing: try value("--published"))
    options.declares = call.contains("--declare")
    options.kind = MetricKind(rawValue: try value("--kind"))
    #expect(try value("--fiscal-year") == "january,start")
    options.fiscalCalendar = .calendarYear
    return options
  }
}

extension Article {
  /// The lines of the first fenced block of a language.
  fileprivate func block(of language: String) -> [String]? {
    fencedBlocks.first { lines[$0.lowerBound - 1] == "```" + language }.map { Array(lines[$0]) }
  }
}
