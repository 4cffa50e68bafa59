import Catalog
import Diagnostics
import QuerySyntax
import Testing

@Suite("Declarations that are looked up")
struct CatalogTests {
  private static func declare(_ text: String, in catalog: inout Catalog) throws {
    let script = QueryParser.parse(SourceText(name: "test", text))
    try #require(script.diagnostics.isEmpty)
    for statement in script.statements {
      guard case .declaration(let declaration) = statement.kind else { continue }
      try catalog.declare(declaration)
    }
  }

  private static func catalog() throws -> Catalog {
    var catalog = Catalog()
    try declare(
      """
      segment services
      segment services.Web "internet"
      segment services.Web.mail
      segment goods
      segment goods.mail
      """, in: &catalog)
    return catalog
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let written: String
    let found: String?

    var testDescription: String { written }
  }

  private static let cases: [Case] = [
    .init(written: "services.web.mail", found: "services.Web.mail"),
    .init(written: "web", found: "services.Web"),
    .init(written: "WEB.MAIL", found: "services.Web.mail"),
    .init(written: "goods.mail", found: "goods.mail"),
    .init(written: "internet", found: "services.Web"),
    .init(written: "total", found: "total"),
    .init(written: "eb", found: nil),
    .init(written: "services.mail", found: nil),
    .init(written: "", found: nil),
  ]

  @Test("a segment is found by its path, by the end of it and by its label", arguments: cases)
  func path(_ item: Case) throws {
    let name = Name(item.written, at: SourceRange(0, 0))
    #expect(try Self.catalog().segmentPathIfKnown(name) == item.found)
  }

  @Test("an end that two paths share is refused; a path that is declared anew is found once")
  func sharedEnds() throws {
    var catalog = try Self.catalog()
    let mail = Name("mail", at: SourceRange(0, 0))
    #expect(throws: Diagnostic.self) { try catalog.segmentPathIfKnown(mail) }
    let web = Name("web", at: SourceRange(0, 0))
    try Self.declare("segment services.Web \"network\"", in: &catalog)
    #expect(try catalog.segmentPathIfKnown(web) == "services.Web")
    #expect(try catalog.segmentPathIfKnown(Name("internet", at: web.range)) == nil)
  }

  @Test("what is declared in a copy is not declared where the copy came from")
  func copies() throws {
    let first = try Self.catalog()
    var second = first
    try Self.declare("segment rest\nmetric revenue flow JPY", in: &second)
    #expect(first.segments.count == 5 && second.segments.count == 6)
    #expect(first.metric(named: "revenue") == nil && second.metric(named: "revenue") != nil)
  }
}
