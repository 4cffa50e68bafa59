import Diagnostics
import Metrics

extension Parser {
  /// The parts of a release, which may stand in any order behind its name and title.
  private struct ReleaseParts {
    var company: Name?
    var published: CalendarDate?
    var source: String?
    var files: [(path: String, range: SourceRange)] = []
  }

  /// Reads `release NAME "title" company C published DATE source "…" from "a.csv", …`.
  mutating func parseRelease() throws(SyntaxError) -> ReleaseStatement {
    let start = position
    advance()
    let name = try parseReleaseName()
    let title = current.kind == .string ? try parseString(.text) : nil
    var parts = ReleaseParts()
    while !isAtEnd { try parseReleasePart(into: &parts) }
    let range = range(from: start)
    guard let company = parts.company else {
      throw SyntaxError(.missingPart(.releaseCompany, of: "release"), at: range)
    }
    guard let published = parts.published else {
      throw SyntaxError(.missingPart(.releaseDate, of: "release"), at: range)
    }
    guard !parts.files.isEmpty else {
      throw SyntaxError(.missingPart(.releaseFiles, of: "release"), at: range)
    }
    return ReleaseStatement(
      name: name, title: title, company: company, published: published, source: parts.source,
      files: parts.files)
  }

  private mutating func parseReleasePart(
    into parts: inout ReleaseParts
  ) throws(SyntaxError) {
    let token = current
    let stands: Bool
    switch token.keyword {
    case .company: stands = parts.company != nil
    case .published: stands = parts.published != nil
    case .source: stands = parts.source != nil
    case .from: stands = !parts.files.isEmpty
    default: throw unexpected(.releasePart, among: ["company", "published", "source", "from"])
    }
    if stands { throw SyntaxError(.partRepeated(text(of: token)), at: token.range) }
    advance()
    switch token.keyword {
    case .company: parts.company = try parseName(.company)
    case .published: parts.published = try parseDate()
    case .source: parts.source = try parseString(.text)
    default: parts.files = try parseFiles()
    }
  }

  private mutating func parseFiles() throws(SyntaxError) -> [(path: String, range: SourceRange)] {
    try parseList { parser throws(SyntaxError) in
      let range = parser.current.range
      return (path: try parser.parseString(.fileName), range: range)
    }
  }
}
