/// What a column of a data file says about its rows.
package enum ColumnRole: String, CaseIterable, Hashable, Sendable {
  /// Whose figure it is.
  case company
  /// What was measured.
  case metric
  /// Which part of the company it is of; empty for the whole.
  case segment
  /// What it is counted in, with its scale: `JPY thousand`.
  case unit
  /// Which period it covers.
  case period
  /// The figure.
  case value
  /// When it was published, where that isn't the date of the release.
  case published
  /// Where in the release it stands.
  case source
  /// What else there is to say.
  case note
  /// `reversed` for a line that its table prints the other way round.
  case sign
  /// `withdrawn` for a figure that the release takes back.
  case state
  /// `flow`, `stock` or `rate`, for metrics that the file declares.
  case kind
}
