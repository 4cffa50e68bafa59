/// The titles of columns level by level, with neighbours under one title as one span.
enum HeadingSpans {
  /// A title and the number of columns that it stands above.
  struct Span: Equatable {
    /// The title; empty above a title of fewer levels.
    let title: String
    /// How many columns it stands above.
    var count: Int
  }

  /// The levels, outermost first; the innermost has a span for every column.
  static func levels(of columns: [ShownTable.Column]) -> [[Span]] {
    levels(of: columns.map(\.title))
  }

  /// The levels of columns with these titles.
  static func levels(of titles: [[String]]) -> [[Span]] {
    let depth = titles.reduce(1) { max($0, $1.count) }
    let titles = titles.map { Array(repeating: "", count: depth - $0.count) + $0 }
    return (0..<depth).map { level in
      var spans: [Span] = []
      for (index, title) in titles.enumerated() {
        let isContinued =
          level < depth - 1 && index > 0 && !title[level].isEmpty
          && titles[index - 1][...level] == title[...level]
        if isContinued {
          spans[spans.count - 1].count += 1
        } else {
          spans.append(Span(title: title[level], count: 1))
        }
      }
      return spans
    }
  }
}
