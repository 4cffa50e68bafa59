import Diagnostics
import QueryEngine
import Shell
import Tabular

/// A statement of an article with the output that stands below it.
///
/// In a fenced block a line that begins with `kessan> ` is a statement for the prompt, continued by
/// lines that begin with `   ...> `; a line that begins with `$ kessan --sample query` is a call from a
/// shell, its statement in single quotes. What follows, up to the next such line, is the output. The
/// statements of one block share a session over the sample; a block that begins with neither is no example.
struct Example {
  static let prompt = "kessan> "
  static let continuation = "   ...> "
  static let call = "$ kessan --sample query "

  /// The lines as they stand in the article.
  var statement: [String]
  /// The lines below them, without empty ones at the end.
  var output: [String]

  /// The examples of a fenced block; none when it isn't one of examples.
  static func examples(in block: ArraySlice<String>) -> [Example] {
    guard let first = block.first, begins(first) else { return [] }
    var examples: [Example] = []
    for line in block {
      if begins(line) {
        examples.append(Example(statement: [line], output: []))
      } else if examples[examples.count - 1].output.isEmpty, line.hasPrefix(continuation) {
        examples[examples.count - 1].statement.append(line)
      } else {
        examples[examples.count - 1].output.append(line)
      }
    }
    return examples
  }

  private static func begins(_ line: String) -> Bool {
    line.hasPrefix(prompt) || line.hasPrefix(call)
  }

  /// The statements to run.
  var script: String {
    if statement[0].hasPrefix(Self.call) {
      return String(statement[0].split(separator: "'", omittingEmptySubsequences: false)[1])
    }
    return statement.map { String($0.dropFirst(Self.prompt.count)) }.joined(separator: "\n")
  }

  /// The format that the call asks for.
  var format: OutputFormat {
    let words = statement[0].split(separator: " ").map(String.init)
    guard statement[0].hasPrefix(Self.call), let option = words.firstIndex(of: "-f") else {
      return .table
    }
    return OutputFormat(rawValue: words[option + 1]) ?? .table
  }

  /// What the statements come to in a session, as lines.
  func run(in session: Session) -> [String] {
    var text = ""
    session.isForMachines = format.isForMachines
    session.writeFile = { _ in }
    let source = SourceText(name: statement[0].hasPrefix(Self.call) ? "query" : "prompt", script)
    _ = session.run(
      source,
      readFile: { path throws(UnreadableFile) in throw UnreadableFile(reason: "no \(path)") },
      emit: { outcome in
        switch outcome {
        case .table(let table): text += format.render(table)
        case .prose(let prose): text += prose.shown + "\n"
        case .message(let message): text += message + "\n"
        case .met: break
        case .failure(let failure): text += failure.text + "\n"
        }
      })
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
