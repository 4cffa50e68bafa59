/// One record of a file that is being read.
struct DataRow {
  /// The bytes of the whole file, of which the fields are ranges.
  let bytes: [UInt8]
  /// The record's fields.
  let fields: [CSVField]
  /// The line on which it begins, from 1.
  let line: Int

  /// The field at an index; an absent one for −1, which stands for a column that isn't there.
  func field(_ index: Int) -> CSVField { index < 0 ? .absent : fields[index] }

  /// Whether nothing but white space stands in it.
  var isBlank: Bool {
    // Most rows begin with a name, so that one look is enough.
    guard fields[0].start == fields[0].end else { return false }
    return fields.allSatisfy { ByteText.trimmed(bytes, $0.start..<$0.end).isEmpty }
  }
}
