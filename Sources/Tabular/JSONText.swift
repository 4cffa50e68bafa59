/// JSON values as text.
enum JSONText {
  /// A text in quotes, with what JSON wants escaped escaped.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A list of values.
  static func array(_ values: [String]) -> String {
    "[" + values.joined(separator: ", ") + "]"
  }

  /// A member of an object.
  static func member(_ name: String, _ value: String) -> String {
    string(name) + ": " + value
  }

  /// The rows of a table, each as an object on one line.
  static func objects(of table: MachineTable) -> [String] {
    table.rows.map { row in
      "{" + zip(table.columns, row.map(value)).map(member).joined(separator: ", ") + "}"
    }
  }

  private static func value(_ field: MachineTable.Field) -> String {
    switch field {
    case .text(let text): string(text)
    case .number(let digits): digits
    case .absent: "null"
    case .states(let states): array(states.map(string))
    }
  }
}
