import MetricStore

extension PublicationHistory.Effect {
  /// The words for it.
  var described: String {
    switch self {
    case .first: "first"
    case .repeated: "repeated"
    case .repeatedCoarsely: "repeated, rounder"
    case .repeatedFinely: "repeated, more precisely"
    case .restated: "restated"
    case .statedAgain: "stated again"
    case .withdrawn: "withdrawn"
    case .conflicting: "conflicting"
    }
  }
}

extension StoredObservation {
  /// Where it was printed: the file, its line, and the field of that line.
  var place: String { "\(source):\(line):\(column)" }
}

extension SeriesKey {
  /// The series that a fact belongs to.
  init(_ fact: PrintedFact, company: String) {
    self.init(
      company: company, metric: fact.metric, segment: fact.segment, unit: fact.unit)
  }
}
