import Metrics

/// A row of `observation`, taken apart without trust.
struct ObservationRow {
  static let columns = """
    seq, release, series, published, period_end, last_day, months, mantissa, exponent, state, source,
    line, column, scale, printed, note
    """

  let sequence: Int64
  let release: Int64
  /// As it was appended.
  let observation: NewObservation

  /// Takes the columns of a row; throws where they hold what no append writes.
  init(_ row: Statement, series: SeriesIndex) throws(ForeignValue) {
    sequence = row.integer(0)
    release = try row.exact(1)
    let source: Int = try row.exact(10)
    guard let index = series.index(of: try row.exact(2)), source > 0,
      let state = Observation.State(rawValue: try row.exact(9))
    else { throw ForeignValue() }
    let months: UInt8 = try row.exact(6)
    let lastDay: Int32? = try row.exactOptional(5)
    observation = NewObservation(
      series: index, published: CalendarDate(dayNumber: try row.exact(3)),
      period: Period(end: Month(number: try row.exact(4)), months: Int(months)),
      lastDay: lastDay.map { CalendarDate(dayNumber: $0) },
      mantissa: try row.exact(7), exponent: try row.exact(8), state: state, source: source - 1,
      line: try row.exact(11), column: try row.exact(12), scale: try row.exact(13),
      printed: try row.exactOptionalText(14), note: try row.exactOptionalText(15))
  }

  /// As it is packed.
  var packed: Observation {
    Observation(
      sequence: sequence, published: observation.published, period: observation.period,
      mantissa: observation.mantissa, exponent: observation.exponent, state: observation.state)
  }
}
