import DataImport
import Testing

@Suite struct CSVScannerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let records: [[String]]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "line feeds", text: "a,b\nc,d\n", records: [["a", "b"], ["c", "d"]]),
    Case(name: "CRLF", text: "a,b\r\nc,d\r\n", records: [["a", "b"], ["c", "d"]]),
    Case(name: "no line break at the end", text: "a,b\nc,d", records: [["a", "b"], ["c", "d"]]),
    Case(name: "byte order mark", text: "\u{FEFF}a,b", records: [["a", "b"]]),
    Case(name: "empty fields", text: ",\n,,", records: [["", ""], ["", "", ""]]),
    Case(name: "a comma at the end of the file", text: "a,", records: [["a", ""]]),
    Case(name: "quoted comma", text: "\"1,275\",x", records: [["1,275", "x"]]),
    Case(name: "doubled quotes", text: "\"a \"\"b\"\" c\"", records: [["a \"b\" c"]]),
    Case(name: "only doubled quotes", text: "\"\"\"\"", records: [["\""]]),
    Case(name: "empty quotes", text: "\"\",\"\"", records: [["", ""]]),
    Case(
      name: "quoted line break", text: "\"a\r\nb\",c\nd,e",
      records: [["a\r\nb", "c"], ["d", "e"]]),
    Case(
      name: "blanks around quotes", text: " \"a,b\" ,\t\"c\"\t,\"d\" \r\n \"e\"\n",
      records: [["a,b", "c", "d"], ["e"]]),
    Case(name: "a quote inside", text: "5\" pipe,x", records: [["5\" pipe", "x"]]),
    Case(name: "blank line", text: "a\n\nb", records: [["a"], [""], ["b"]]),
    Case(name: "spaces around", text: " a ,\tb\t", records: [["a", "b"]]),
    Case(name: "nothing", text: "", records: []),
    Case(name: "Japanese", text: "売上高,百万円\n", records: [["売上高", "百万円"]]),
  ])
  func `splits`(_ example: Case) throws {
    #expect(try CSVScannerTests.records(of: Array(example.text.utf8)) == example.records)
  }

  @Test(arguments: [
    ("a,\"b\nc,d\n", CSVFault(reason: .unclosedQuote, offset: 2)),
    ("a,\"b\" x,c\n", CSVFault(reason: .textAfterQuote, offset: 6)),
    ("a,b\rc,d\r", CSVFault(reason: .carriageReturnAlone, offset: 3)),
  ])
  func `refuses`(_ text: String, _ fault: CSVFault) {
    #expect(throws: fault) { try CSVScannerTests.records(of: Array(text.utf8)) }
  }

  @Test func `goes on behind a bad record`() throws {
    let bytes = Array("a\n\"b\"x,\"c\nd\"\ne\n".utf8)
    var scanner = CSVScanner(bytes)
    var fields: [CSVField] = []
    #expect(try scanner.next(into: &fields))
    #expect(throws: CSVFault.self) { try scanner.next(into: &fields) }
    #expect(try scanner.next(into: &fields))
    #expect(fields.map { $0.text(in: bytes) } == ["e"])
    #expect(scanner.recordLine == 4)
  }

  @Test func `mutated files are split without a gap and without an end`() {
    let seed = Array("metric,\"a \"\"b\"\"\",unit\r\nrevenue,\"1,275\",売上\n\"x\ny\",(5),-\n".utf8)
    var mutations = Mutations(seed: 11)
    for _ in 0..<20_000 {
      let bytes = mutations.mutation(of: seed)
      var scanner = CSVScanner(bytes)
      var fields: [CSVField] = []
      var last = -1
      while scanner.offset < bytes.count {
        #expect(scanner.offset > last)
        last = scanner.offset
        guard (try? scanner.next(into: &fields)) != nil else { continue }
        for field in fields {
          #expect(field.start >= scanner.recordStart && field.end <= scanner.offset)
          #expect(field.start <= field.end)
        }
      }
      #expect((try? scanner.next(into: &fields)) == false)
    }
  }

  private static func records(of bytes: [UInt8]) throws -> [[String]] {
    var scanner = CSVScanner(bytes)
    var fields: [CSVField] = []
    var records: [[String]] = []
    while try scanner.next(into: &fields) { records.append(fields.map { $0.text(in: bytes) }) }
    return records
  }
}
