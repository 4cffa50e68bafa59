import MetricStore
import Metrics

/// Something about files that are imported all the same, which whoever imports them should know.
enum ImportWarning: Hashable, Sendable {
  /// Two figures of one publication that don't say the same of one fact.
  ///
  /// What to do about it is said with the first of an import.
  case conflict(RepeatedFigure, isFirst: Bool)
  /// A name with parts that nobody sees, which are left out.
  case hiddenParts(String, readAs: String)
  /// A heading that is renamed, and whose unit isn't read.
  case unitInHeading(String)
  /// A figure of a period that ends after the day on which it was published.
  case unfinishedPeriod(Period, end: CalendarDate, published: CalendarDate, FiscalCalendar)
}

/// A figure that a publication prints again with another value, or states and takes back.
struct RepeatedFigure: Hashable, Sendable {
  /// The metric, the segment and the period, as a query would name them.
  let name: String
  /// The figure, as the file prints it.
  let printed: String
  /// What it does to the fact.
  let state: Observation.State
  /// The figure before it, as its file prints it.
  let earlier: String
  /// What that one does.
  let earlierState: Observation.State
  /// Where that one stands, as `data.csv:2:24`.
  let earlierPlace: String
  /// The metric's name, by which the two are checked.
  let metric: String
}
