package import Metrics

/// A series that the store has observations of.
package struct StoredSeries: Hashable, Sendable {
  /// The number by which this file knows the series; another file may use another.
  package let id: Int64
  /// What the series is.
  package let key: SeriesKey
  /// The number by which this file knows the metric.
  let metricID: Int64

  /// The key of its row in `packed`, which keeps the series of one metric together on disk.
  var packedKey: Int64 { metricID << 32 | id }
}

/// A release that was appended.
package struct StoredRelease: Hashable, Sendable {
  /// Its name, by which statements call it.
  package let name: String
  /// The number of the append that brought it, from 1.
  package let link: Int64
  /// Its title, for people.
  package let title: String
  /// The company that published it.
  package let company: String
  /// When it was published.
  package let published: CalendarDate
  /// The sequence numbers of its observations.
  package let sequences: Range<Int64>
  /// The files it came from, in the order named.
  package let sources: [SourceFile]
}

/// One version of a declaration that was appended.
package struct StoredDeclaration: Hashable, Sendable {
  /// What is declared: `company`, `segment`, `metric`, `identity`, `unit`.
  package let kind: String
  /// The declared name.
  package let name: String
  /// The statement that declares it, in canonical form.
  package let statement: String
  /// The number of the append that brought it, from 1.
  package let link: Int64
  /// From when on it holds; nil for all time.
  package let declared: CalendarDate?
}

/// One observation with where it was printed and how.
package struct StoredObservation: Hashable, Sendable {
  /// The figure.
  package let observation: Observation
  /// The series it belongs to.
  package let series: SeriesKey
  /// The name of the release that it came with.
  package let release: String
  /// The period's last day as printed, where that is not the last day of its month.
  package let lastDay: CalendarDate?
  /// The name of its file.
  package let source: String
  /// Its line in the file, from 1.
  package let line: Int
  /// Its field in the line, from 1.
  package let column: Int
  /// The power of ten of the unit that it was printed in.
  package let scale: Int8
  /// The text as printed, where the digits and the scale alone would not give it back.
  package let printed: String?
  /// What the file says about it.
  package let note: String?
}
