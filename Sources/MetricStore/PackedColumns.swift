import Metrics

/// The bytes in which all observations of one series are stored together.
///
/// Observations are ordered by the end of their period, the months covered, the date of publication
/// and the order of appending, so all figures that were ever published for one period are
/// neighbours, and a cut-off date is a comparison within one loop.
enum PackedColumns {
  /// Stores the columns of one series, in place of those that it had.
  static let insertionSQL = """
    INSERT INTO packed (key, columns) VALUES (?1, ?2)
    ON CONFLICT (key) DO UPDATE SET columns = excluded.columns
    """

  /// The columns of some observations, which may come in any order.
  static func encoded(_ observations: [Observation]) -> [UInt8] {
    let sorted = observations.sorted(by: precedes)
    var bytes: [UInt8] = [PackedLayout.version, 0, 0, 0]
    bytes.reserveCapacity(PackedLayout(count: sorted.count).size)
    append(UInt32(sorted.count), to: &bytes)
    for observation in sorted { append(observation.sequence, to: &bytes) }
    for observation in sorted { append(observation.mantissa, to: &bytes) }
    for observation in sorted { append(observation.period.end.number, to: &bytes) }
    for observation in sorted { append(observation.published.dayNumber, to: &bytes) }
    for observation in sorted { bytes.append(UInt8(observation.period.months)) }
    for observation in sorted { bytes.append(UInt8(bitPattern: observation.exponent)) }
    for observation in sorted { bytes.append(UInt8(bitPattern: observation.state.rawValue)) }
    return bytes
  }

  /// The observations in those bytes; nil when they are not columns of this version.
  static func decoded(_ bytes: UnsafeRawBufferPointer) -> [Observation]? {
    guard let layout = PackedLayout(of: bytes) else { return nil }
    return Array(unsafeUninitializedCapacity: layout.count) { observations, count in
      for position in 0..<layout.count {
        observations.initializeElement(
          at: position, to: observation(at: position, of: bytes, layout))
      }
      count = layout.count
    }
  }

  @inline(__always)
  private static func observation(
    at position: Int, of bytes: UnsafeRawBufferPointer, _ layout: PackedLayout
  ) -> Observation {
    Observation(
      sequence: integer(bytes, layout.sequences &+ 8 &* position),
      published: CalendarDate(dayNumber: integer(bytes, layout.published &+ 4 &* position)),
      period: Period(
        end: Month(number: integer(bytes, layout.ends &+ 4 &* position)),
        months: Int(bytes[layout.months &+ position])),
      mantissa: integer(bytes, layout.mantissas &+ 8 &* position),
      exponent: Int8(bitPattern: bytes[layout.exponents &+ position]),
      state: bytes[layout.states &+ position] == 0 ? .value : .withdrawn)
  }

  private static func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int
  ) -> Integer {
    Integer(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Integer.self))
  }

  private static func precedes(_ left: Observation, _ right: Observation) -> Bool {
    if left.period.end != right.period.end { return left.period.end < right.period.end }
    if left.period.months != right.period.months {
      return left.period.months < right.period.months
    }
    if left.published != right.published { return left.published < right.published }
    return left.sequence < right.sequence
  }

  private static func append(_ integer: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: integer.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
