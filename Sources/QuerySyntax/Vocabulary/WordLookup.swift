/// Finds a word of the language by its bytes, without making a string of them.
///
/// Every word of a script is looked up, so this is a plain table with open addressing: one hash
/// while the word is scanned, one comparison when something is found.
struct WordLookup: Sendable {
  private static let slotCount = 1024
  private let spellings: [[UInt8]]
  private var slots: [UInt8]

  /// A table of `spellings`, of which the first stands for no word.
  init(spellings: [String]) {
    self.spellings = spellings.map { Array($0.utf8) }
    slots = Array(repeating: 0, count: WordLookup.slotCount)
    for index in self.spellings.indices.dropFirst() {
      var slot = WordLookup.slot(of: WordLookup.hash(self.spellings[index]))
      while slots[slot] != 0 { slot = (slot + 1) % WordLookup.slotCount }
      slots[slot] = UInt8(index)
    }
  }

  /// The index of the word with those folded bytes, or 0.
  func index(of bytes: some Collection<UInt8>) -> UInt8 {
    index(of: bytes, hash: WordLookup.hash(bytes))
  }

  /// The index of the word with those bytes in any case, whose folded hash is known, or 0.
  func index(of bytes: some Collection<UInt8>, hash: UInt32) -> UInt8 {
    var slot = WordLookup.slot(of: hash)
    while slots[slot] != 0 {
      let candidate = spellings[Int(slots[slot])]
      if candidate.count == bytes.count, zip(candidate, bytes).allSatisfy({ $0 == fold($1) }) {
        return slots[slot]
      }
      slot = (slot + 1) % WordLookup.slotCount
    }
    return 0
  }

  /// The hash of no bytes, to which `combine` adds.
  static let emptyHash: UInt32 = 2_166_136_261

  /// The hash of bytes with one more behind them.
  static func combine(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(fold(byte))) &* 16_777_619
  }

  private static func hash(_ bytes: some Collection<UInt8>) -> UInt32 {
    bytes.reduce(emptyHash, combine)
  }

  private static func slot(of hash: UInt32) -> Int {
    Int((hash ^ (hash >> 15)) % UInt32(slotCount))
  }
}

/// An ASCII capital as its small letter; any other byte as it is.
private func fold(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
