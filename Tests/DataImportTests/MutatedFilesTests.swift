import Diagnostics
import DataImport
import Foundation
import MetricStore
import Testing

/// Files with chance damage: each is read, or refused with places inside it.
@Suite struct MutatedFilesTests {
  private static let seeds = [
    """
    metric,segment,unit,sign,2Q04,2Q03
    revenue,si,JPY million,,"3,838",(5)
    contracts,"connectivity.dedicated",contract,reversed,△7,-
    gross_margin,,%,,22.3%,n/a
    """,
    """
    company,metric,segment,period,value,published,state,note
    iij,営業収益,"Systems integration",2004-09-30,"¥1,234",2004-11-11,,"a ""b"" c"
    iij,cash,,FY04,５,2004-11-11,withdrawn,
    """,
  ]

  @Test(arguments: seeds)
  func `never end otherwise`(_ seed: String) throws {
    let bytes = Array(seed.utf8)
    var mutations = Mutations(seed: 3)
    var readCount = 0
    for _ in 0..<3_000 {
      let mutated = mutations.mutation(of: bytes)
      do {
        let checked = try SmallCatalog.check(bytes: mutated)
        readCount += 1
        #expect(checked.release.observations.allSatisfy { $0.line >= 2 && $0.column >= 1 })
      } catch let failure as ImportFailure {
        #expect(!failure.faults.isEmpty)
        for range in failure.faults.compactMap(\.diagnostic.range) {
          #expect(range.lower >= 0 && range.lower <= mutated.count)
        }
      }
    }
    #expect(readCount > 0)
  }

  @Test func `figures of chance characters are read or refused`() {
    var mutations = Mutations(seed: 5)
    for _ in 0..<50_000 {
      let text = mutations.text(of: "0123456789.,-+()%¥△−５． eEx円–", upTo: 10)
      guard let figure = try? FigureGrammar.figure(in: text) else { continue }
      #expect(figure.places >= 0 && figure.places <= 40)
    }
  }
}
