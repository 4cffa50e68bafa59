import Diagnostics
import Metrics
import QueryEngine
import Tabular
import Testing

/// The effects of a bridge add up to the difference that it is of, exactly.
@Suite("bridges") struct BridgeTests {
  @Test("parts add up to the difference of the two values", arguments: seeds)
  func parts(seed: UInt64) throws {
    var company = RandomCompany(seed: seed, .exact)
    let session = try company.session()
    let path = company.disjointSegments()[0]
    for measure in ["profit", "margin", "revenue * customers", "revenue / customers"] {
      for (first, last) in [("1Q02", "1Q03"), ("2Q02", "3Q04")] {
        let there = try Effects(
          of: "bridge \(measure) \(path) from \(first) to \(last)", in: session)
        guard let total = there.total, there.parts.count == there.numbers.count else { continue }
        let values = try Answer.to("show \(measure) \(path) for \(first), \(last)", in: session)
        #expect(try there.parts.total() == total, "\(measure) \(path)")
        #expect(try values.numbers[1] - values.numbers[0] == total, "\(measure) \(path)")
      }
    }
  }

  @Test("segments add up to their whole, by amount and by rate and mix", arguments: seeds)
  func segments(seed: UInt64) throws {
    let company = RandomCompany(seed: seed, .exact)
    let session = try company.session()
    for parent in company.inner {
      for measure in ["revenue", "profit", "customers", "margin", "revenue / customers"] {
        let statement = "bridge \(measure) \(parent) from 2Q02 to 2Q04 by segment"
        let effects = try Effects(of: statement, in: session)
        guard let total = effects.total, effects.isComplete else { continue }
        if effects.parts.count == effects.numbers.count {
          #expect(try effects.parts.total() == total, "\(statement)")
        } else {
          let sum = effects.numbers.reduce(0) { $0 + $1.binary }
          #expect(abs(sum - total.binary) <= 1e-12 * max(1, total.binary.magnitude), "\(statement)")
        }
        #expect(!effects.roles.contains("rest") && !effects.roles.contains("rounding"))
      }
    }
  }
}

/// The effects of a bridge, as machines are told them.
private struct Effects {
  /// The effects of all rows but the last.
  private(set) var numbers: [Number] = []
  /// The exact ones among them.
  private(set) var parts: [Fraction] = []
  private(set) var total: Fraction?
  private(set) var roles: [String] = []
  /// Whether every row has an effect.
  private(set) var isComplete = true

  init(of statement: String, in session: Session) throws {
    var tables: [ResultTable] = []
    _ = try session.run(
      SourceText(name: "test", statement),
      readFile: { _ throws(UnreadableFile) in throw UnreadableFile(reason: "no files") },
      emit: { outcome in
        switch outcome {
        case .table(let table): tables.append(table)
        case .failure(let failure): throw Refused(failure)
        case .message, .prose, .met: break
        }
      })
    guard case .records(let records) = tables.first?.layout,
      let effect = records.columns.firstIndex(of: "effect"),
      let role = records.columns.firstIndex(of: "role")
    else { return }
    for row in records.rows {
      guard case .text(let role) = row[role] else { continue }
      guard case .number(let number) = row[effect] else {
        isComplete = false
        continue
      }
      if role == "total" {
        total = try number.fraction()
      } else {
        roles.append(role)
        numbers.append(number)
        if let fraction = try number.fraction() { parts.append(fraction) }
      }
    }
  }
}

extension Fraction {
  fileprivate var binary: Double { Number.fraction(self).binary }
}
