import Diagnostics
import Metrics
import QueryEngine
import Tabular

/// The figures of an answer, exact, by the segment, the period and the measure they are of.
struct Answer: Equatable {
  /// What a figure is of.
  struct Key: Hashable {
    var segment: String
    var period: String
    var measure: String
  }

  /// What stands in a cell.
  enum Value: Equatable {
    case number(Fraction)
    /// A value of an irrational function.
    case binary(Double)
    case missing, undefined, uncovered
  }

  /// The figures in the order of reading.
  private(set) var figures: [(key: Key, value: Value)] = []

  private init(_ facts: [Fact]) throws {
    for fact in facts {
      figures.append(
        (
          Key(segment: fact.segment, period: fact.period, measure: fact.measure),
          try Value(fact.cell)
        ))
    }
  }

  static func == (left: Answer, right: Answer) -> Bool {
    left.figures.elementsEqual(right.figures) { $0.key == $1.key && $0.value == $1.value }
  }

  /// The values alone, in the order of reading.
  var values: [Value] { figures.map(\.value) }
  /// The numbers among the values.
  var numbers: [Fraction] { values.compactMap(\.number) }

  /// The values of one measure, in the order of reading.
  func values(of measure: String) -> [Value] {
    figures.filter { $0.key.measure == measure }.map(\.value)
  }

  /// The values of one segment, in the order of reading.
  func values(ofSegment segment: String) -> [Value] {
    figures.filter { $0.key.segment == segment }.map(\.value)
  }
}

extension Answer.Value {
  fileprivate init(_ cell: Cell) throws {
    switch cell.content {
    case .missing: self = .missing
    case .undefined: self = .undefined
    case .uncovered: self = .uncovered
    case .value(let number):
      if let fraction = try number.fraction() {
        self = .number(fraction)
      } else {
        self = .binary(number.binary)
      }
    }
  }

  /// The number, where there is an exact one.
  var number: Fraction? { if case .number(let fraction) = self { fraction } else { nil } }
}

extension Answer {
  /// What a session answers to a query.
  static func to(_ query: String, in session: Session) throws -> Answer {
    var facts: [Fact] = []
    _ = try session.run(
      SourceText(name: "property", query),
      readFile: { _ throws(UnreadableFile) in throw UnreadableFile(reason: "no files") },
      emit: { outcome in
        switch outcome {
        case .table(let table):
          if case .figures(let figures) = table.layout { facts += figures }
        case .message, .prose, .met: break
        case .failure(let failure): throw Refused(failure)
        }
      })
    return try Answer(facts)
  }
}

extension Sequence<Fraction> {
  /// Their sum, exact.
  func total() throws -> Fraction {
    try reduce(Fraction(Amount.zero)) { try $0 + $1 }
  }
}

/// A statement that didn't happen, with what was said about it.
struct Refused: Error, CustomStringConvertible {
  let description: String

  init(_ failure: Failure) { description = failure.text }
}
