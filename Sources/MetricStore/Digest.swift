import Crypto

/// The SHA-256 of something: 32 bytes that stand for all of its content.
package struct Digest: Hashable, Sendable {
  /// The bytes, 32 of them.
  package let bytes: [UInt8]

  /// A digest from its bytes; nil unless there are 32.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// A digest as it is printed, in either case; nil for anything but 64 hexadecimal digits.
  package init?(parsing text: some StringProtocol) {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      bytes.append(UInt8(high * 16 + low))
    }
    self.bytes = bytes
  }

  init(of hasher: consuming FieldHasher) {
    self.bytes = hasher.finalized()
  }
}

extension Digest: CustomStringConvertible {
  /// The bytes in lower-case hexadecimal.
  package var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension Digest {
  /// The digest of a file's bytes.
  package init(ofContent bytes: [UInt8]) {
    self.bytes = Array(SHA256.hash(data: bytes))
  }
}
