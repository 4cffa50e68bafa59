/// A spec: statements of the language, each with the output that it must have beside it.
///
/// A line that begins with `> ` is a statement, `. ` continues it; the lines below are its output, up to
/// an empty line. Lines that begin with `#` are comments, `#! format csv` chooses a format,
/// and `#! store empty` begins without the sample; files are read from the folder `Data`. The
/// statements of one file share a session over the sample, so that each file runs alone.
struct SpecFile {
  struct Example {
    /// Everything above the statement that isn't an example: comments and empty lines.
    var preamble: [String]
    var statement: [String]
    var output: [String]
  }

  var format = "table"
  var startsEmpty = false
  var examples: [Example] = []
  /// What stands below the last example.
  var closing: [String] = []

  init(_ text: String) {
    var pending: [String] = []
    var isInOutput = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("> ") {
        examples.append(Example(preamble: pending, statement: [line], output: []))
        pending = []
        isInOutput = true
      } else if isInOutput, line.hasPrefix(". ") {
        examples[examples.count - 1].statement.append(line)
      } else if isInOutput, !line.isEmpty {
        examples[examples.count - 1].output.append(line)
      } else {
        isInOutput = false
        if line == "#! store empty" { startsEmpty = true }
        if line.hasPrefix("#! format ") { format = String(line.dropFirst("#! format ".count)) }
        pending.append(line)
      }
    }
    closing = pending
  }

  /// The file with the outputs that it has now, for recording.
  var text: String {
    let lines = examples.flatMap { $0.preamble + $0.statement + $0.output } + closing
    return lines.joined(separator: "\n")
  }
}

extension SpecFile.Example {
  /// The statement as a script, its continuation marks taken off.
  var script: String {
    statement.map { String($0.dropFirst(2)) }.joined(separator: "\n")
  }
}
