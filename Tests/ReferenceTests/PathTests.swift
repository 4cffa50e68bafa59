import Testing

/// Articles are read anywhere, so that none names a path of one machine.
@Suite struct PathTests {
  private static let roots = [
    "/home/", "/Users/", "/tmp", "/usr/", "/var/", "/mnt/", "/private/",
  ]

  @Test(arguments: Article.paths) func noArticleNamesAPathOfAMachine(_ path: String) throws {
    for (index, line) in try Article(path).lines.enumerated() {
      for root in Self.roots {
        #expect(!words(of: line).contains { $0.hasPrefix(root) }, "\(path):\(index + 1): \(line)")
      }
    }
  }

  /// The stretches of a line between white space, quotes, parentheses and the like.
  private func words(of line: String) -> [Substring] {
    line.split { $0.isWhitespace || "`'\"()[]<>=,:".contains($0) }
  }
}
