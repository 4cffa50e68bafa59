extension [UInt8] {
  /// Adds some of the bytes of another array, without a slice that has to be kept and let go.
  mutating func append(_ source: borrowing [UInt8], in range: Range<Int>) {
    let source = source.span
    append(addingCapacity: range.count) { added in
      for index in range { added.append(source[index]) }
    }
  }

  /// Adds bytes that stand further in front once more.
  mutating func append(repeating range: Range<Int>) {
    let end = count
    append(contentsOf: repeatElement(0, count: range.count))
    var bytes = mutableSpan
    for offset in 0..<range.count { bytes[end + offset] = bytes[range.lowerBound + offset] }
  }
}
