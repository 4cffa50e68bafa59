/// Where each column begins in the bytes of a packed series.
///
/// The widest columns come first, so that every value lies at a multiple of its width:
///
/// | bytes | column |
/// |---|---|
/// | 1 | version, 1 |
/// | 3 | zero |
/// | 4 | count |
/// | 8 × count | sequence number |
/// | 8 × count | mantissa |
/// | 4 × count | last month of the period |
/// | 4 × count | day of publication |
/// | 1 × count | months covered |
/// | 1 × count | exponent |
/// | 1 × count | state |
///
/// Integers have their lowest byte first; all but version, count, months and state are signed.
struct PackedLayout {
  static var version: UInt8 { 1 }

  let count: Int
  let sequences: Int
  let mantissas: Int
  let ends: Int
  let published: Int
  let months: Int
  let exponents: Int
  let states: Int
  let size: Int

  /// The layout of so many observations.
  init(count: Int) {
    self.count = count
    sequences = 8
    mantissas = sequences + 8 * count
    ends = mantissas + 8 * count
    published = ends + 4 * count
    months = published + 4 * count
    exponents = months + count
    states = exponents + count
    size = states + count
  }

  /// The layout of `bytes`; nil when they don't have one that this version knows.
  init?(of bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 8, bytes[0] == PackedLayout.version,
      bytes[1] == 0, bytes[2] == 0, bytes[3] == 0
    else { return nil }
    self.init(
      count: Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))))
    guard bytes.count == size, bytes[states...].allSatisfy({ $0 <= 1 }) else { return nil }
  }
}
