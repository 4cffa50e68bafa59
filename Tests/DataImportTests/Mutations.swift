/// Texts that are random and yet the same in every run.
struct Mutations {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % bound
  }

  /// A text of some of the characters of `alphabet`.
  mutating func text(of alphabet: String, upTo length: Int) -> String {
    let characters = Array(alphabet)
    return String(
      (0..<next(below: length + 1)).map { _ in characters[next(below: characters.count)] })
  }

  /// `bytes` with a few of them changed, removed, doubled or moved.
  mutating func mutation(of bytes: [UInt8]) -> [UInt8] {
    let telling: [UInt8] = Array("\",\n\r(-.%0\u{FEFF}".utf8) + [0, 0x80, 0xE3, 0xFF]
    var bytes = bytes
    for _ in 0...next(below: 4) where !bytes.isEmpty {
      let index = next(below: bytes.count)
      switch next(below: 5) {
      case 0: bytes[index] = telling[next(below: telling.count)]
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(telling[next(below: telling.count)], at: index)
      case 3: bytes.insert(contentsOf: bytes[index...].prefix(8), at: index)
      default: bytes.removeSubrange(index..<min(bytes.count, index + 6))
      }
    }
    return bytes
  }
}
