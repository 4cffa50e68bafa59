/// What a declared metric measures, which decides how it may be aggregated.
package enum MetricKind: String, CaseIterable, Hashable, Sendable {
  /// Something that happens during a period and adds up over time and segments, such as revenue.
  case flow
  /// Something that is there at a moment, such as cash: it adds up over segments, never over time.
  case stock
  /// Something that doesn't add up at all, such as an exchange rate or a figure per share.
  case rate
}
