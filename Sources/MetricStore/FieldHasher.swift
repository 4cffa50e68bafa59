import Crypto

/// SHA-256 over a sequence of fields, each preceded by its length.
///
/// With lengths in front, no two different sequences of fields give the same bytes: `ab`, `c` and
/// `a`, `bc` differ.
struct FieldHasher: ~Copyable {
  private var hash = SHA256()
  private var buffer = FieldBytes()

  /// Adds fields that are already in bytes.
  mutating func add(_ fields: FieldBytes) {
    buffer.bytes.append(contentsOf: fields.bytes)
    flush(whenOver: 1 << 16)
  }

  /// Adds the fields that `write` puts down.
  mutating func add(_ write: (inout FieldBytes) -> Void) {
    write(&buffer)
    flush(whenOver: 1 << 16)
  }

  /// The digest of everything added.
  consuming func finalized() -> [UInt8] {
    flush(whenOver: 0)
    return Array(hash.finalize())
  }

  private mutating func flush(whenOver limit: Int) {
    guard buffer.bytes.count > limit else { return }
    buffer.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    buffer.bytes.removeAll(keepingCapacity: true)
  }
}

/// The bytes of fields, each preceded by its length as four bytes, the lowest first.
struct FieldBytes {
  fileprivate(set) var bytes: [UInt8] = []

  /// Adds the UTF-8 of a text; one that isn't there has the length 0xFFFFFFFF and no bytes.
  mutating func add(_ text: String?) {
    guard let text else { return addLength(.max) }
    addLength(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// Adds bytes as they are.
  mutating func add(_ data: [UInt8]?) {
    guard let data else { return addLength(.max) }
    addLength(UInt32(data.count))
    bytes.append(contentsOf: data)
  }

  /// Adds an integer as eight bytes in two's complement, the lowest first.
  mutating func add(_ integer: (some FixedWidthInteger)?) {
    guard let integer else { return addLength(.max) }
    addLength(8)
    append(Int64(integer))
  }

  private mutating func addLength(_ count: UInt32) {
    append(count)
  }

  /// Byte by byte, which is several times as fast as a copy of so few.
  private mutating func append(_ integer: some FixedWidthInteger) {
    for byte in 0..<integer.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: integer >> (8 * byte)))
    }
  }
}
