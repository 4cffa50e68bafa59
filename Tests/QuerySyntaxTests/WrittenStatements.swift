import Foundation

/// Every script that the package holds: the sample's, those of the specs, and the examples of the
/// articles.
enum WrittenStatements {
  /// The files, by their paths in the package.
  static let paths: [String] = ["SampleData", "Tests", "Sources", "README.md"].flatMap { top in
    let root = package.appending(path: top)
    if root.pathExtension == "md" { return [top] }
    let below = FileManager.default.enumerator(atPath: root.path)
    return (below?.allObjects as? [String] ?? []).map { "\(top)/\($0)" }
      .filter { ["kq", "spec", "md"].contains(URL(filePath: $0).pathExtension) }
  }.sorted()

  /// The scripts in a file: all of it, or one for each statement with its output.
  static func scripts(in path: String) throws -> [String] {
    // A file that isn't UTF-8 is there to be refused, and has no statements.
    let bytes = try Data(contentsOf: package.appending(path: path))
    guard let text = String(data: bytes, encoding: .utf8) else { return [] }
    let mark: (first: String, next: String)
    switch URL(filePath: path).pathExtension {
    case "spec": mark = ("> ", ". ")
    case "md": mark = ("kessan> ", "   ...> ")
    default: return [text]
    }
    var scripts: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(mark.first) {
        scripts.append(String(line.dropFirst(mark.first.count)))
      } else if line.hasPrefix(mark.next), !scripts.isEmpty {
        scripts[scripts.count - 1] += "\n" + line.dropFirst(mark.next.count)
      }
    }
    return scripts
  }

  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
