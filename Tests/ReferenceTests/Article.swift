import Foundation

/// An article of the reference: its text, and the examples and tables in it.
struct Article: CustomStringConvertible {
  let path: String
  var lines: [String]

  var description: String { path }

  /// The articles, by their paths in the package.
  static let paths = [
    "Sources/QueryEngine/Documentation.docc/QueryEngine.md",
    "Sources/QueryEngine/Documentation.docc/LanguageReference.md",
    "Sources/QueryEngine/Documentation.docc/Glossary.md",
    "Sources/Shell/Documentation.docc/CommandLine.md",
    "Sources/MetricStore/Documentation.docc/FileFormat.md",
    "README.md",
  ]
  static let language = paths[1]
  static let commandLine = paths[3]
  static let readme = paths[5]

  private static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The address of a file of the package.
  static func url(_ path: String) -> URL { package.appendingPathComponent(path) }

  init(_ path: String) throws {
    self.path = path
    lines = try String(contentsOf: Self.url(path), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Writes the article back, for recording.
  func write() throws {
    try lines.joined(separator: "\n")
      .write(to: Self.url(path), atomically: true, encoding: .utf8)
  }
}

extension Article {
  /// The lines between the fences of each fenced block, as positions among the lines.
  var fencedBlocks: [Range<Int>] {
    let fences = lines.indices.filter { lines[$0].hasPrefix("```") }
    return stride(from: 0, to: fences.count - 1, by: 2).map { fences[$0] + 1..<fences[$0 + 1] }
  }

  /// The lines that stand in no fenced block.
  var prose: [String] {
    let fenced = fencedBlocks
    return lines.indices.filter { index in
      !fenced.contains { $0.contains(index) } && !lines[index].hasPrefix("```")
    }.map { lines[$0] }
  }

  /// The tables: each the cells of its rows, the heading first and the row of dashes left out.
  var tables: [[[String]]] {
    prose.split { !$0.hasPrefix("|") }.map { table in
      table.filter { !$0.hasPrefix("|-") }.map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
          .map { $0.trimmingCharacters(in: .whitespaces) }
      }
    }
  }

  /// The rows of all tables, without the headings.
  var tableRows: [[String]] { tables.flatMap { $0.dropFirst() } }

  /// Every word inside the code spans of a text.
  static func codeWords(in text: String) -> Set<String> {
    let spans = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    let words = spans.flatMap { $0.split { !($0.isLetter || $0.isNumber || $0 == "_") } }
    return Set(words.map(String.init))
  }
}
