/// What fields with the same bytes were found to mean, so that each spelling is resolved once.
///
/// A file of a million rows has a few hundred spellings of companies, segments and periods. The key
/// is the bytes themselves: a hit makes no string and allocates nothing.
struct FieldCache<Value> {
  private struct Key {
    let hash: UInt64
    let start: Int
    let count: Int
    let hasDoubledQuotes: Bool
  }

  /// The values in the order in which their spellings were first met.
  private(set) var values: [Value] = []
  private var keys: [Key] = []
  private var spellings: [UInt8] = []
  /// The indices of keys by hash, with open addressing: −1 where there is none, and a power of two
  /// of them.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  /// The index of the value of a field's spelling; nil when it is new.
  func index(of field: CSVField, in bytes: [UInt8]) -> Int? {
    let hash = FieldCache.hash(of: field, in: bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if matches(keys[index], hash, field, bytes) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Keeps what a new spelling means, and gives its index.
  mutating func insert(_ value: Value, for field: CSVField, in bytes: [UInt8]) -> Int {
    if (keys.count + 1) * 2 > slots.count { grow() }
    let hash = FieldCache.hash(of: field, in: bytes)
    let key = Key(
      hash: hash, start: spellings.count, count: field.end - field.start,
      hasDoubledQuotes: field.hasDoubledQuotes)
    spellings += bytes[field.start..<field.end]
    keys.append(key)
    values.append(value)
    occupy(for: hash, index: keys.count - 1)
    return keys.count - 1
  }

  /// Keeps what a new spelling means, and gives it back.
  mutating func keep(_ value: Value, for field: CSVField, in bytes: [UInt8]) -> Value {
    _ = insert(value, for: field, in: bytes)
    return value
  }

  private func matches(
    _ key: Key, _ hash: UInt64, _ field: CSVField, _ bytes: [UInt8]
  ) -> Bool {
    guard key.hash == hash, key.count == field.end - field.start,
      key.hasDoubledQuotes == field.hasDoubledQuotes
    else { return false }
    for offset in 0..<key.count
    where spellings[key.start + offset] != bytes[field.start + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for index in keys.indices { occupy(for: keys[index].hash, index: index) }
  }

  private mutating func occupy(for hash: UInt64, index: Int) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index)
  }

  private static func hash(of field: CSVField, in bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in field.start..<field.end { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }
}
