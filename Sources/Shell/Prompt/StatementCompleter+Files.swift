import QueryEngine
import Tabular
import TextForm

/// Dot commands and the names of files, which no statement holds as words.
extension StatementCompleter {
  /// Where the text in quotation marks begins in which the cursor stands; nil outside of any.
  func openQuote(in text: String) -> String.Index? {
    var open: String.Index?
    for index in text.indices where text[index] == "\"" {
      open = open == nil ? text.index(after: index) : nil
    }
    return open
  }

  /// What a text in quotation marks can be: the name of a file, or one of something declared.
  func quotedCompletion(
    for text: String, behind quote: String.Index, after earlier: String
  ) -> Completion {
    let before = StatementContext(before: earlier + " " + text[..<quote].dropLast())
    let position = text.distance(from: text.startIndex, to: quote)
    let typed = String(text[quote...])
    let namesFile = before.words.last == "into" || before.words.first == "include"
    if namesFile || before.words.first == "release" {
      return files(typed, at: position, ending: "\" ")
    }
    let word = NameFolding.fold(typed)
    return Completion(
      replacing: position..<text.count,
      candidates: candidates(in: before).compactMap { $0.quoted(beginningWith: word) })
  }

  /// The completion of a dot command; nil for a line that is none.
  func commandCompletion(for text: String) -> Completion? {
    guard text.first(where: { !$0.isWhitespace }) == "." else { return nil }
    let start = text.firstIndex(of: ".") ?? text.startIndex
    guard let space = text[start...].firstIndex(where: \.isWhitespace) else {
      return matching(
        DotCommand.all.map { .init($0.name, detail: $0.summary) }, in: text, from: start)
    }
    let name = text[start..<space].lowercased()
    let argument = text[space...].firstIndex { !$0.isWhitespace } ?? text.endIndex
    let position = text.distance(from: text.startIndex, to: argument)
    guard let command = DotCommand.named(name) else {
      return Completion(replacing: 0..<0, candidates: [])
    }
    switch command.argument {
    case .file, .fileOrCommand: return files(String(text[argument...]), at: position)
    case .setting: return settings(in: text, from: argument)
    default: return matching(values(of: command), in: text, from: argument)
    }
  }

  private func values(of command: DotCommand) -> [Completion.Candidate] {
    switch command.argument {
    case .format: DotCommand.formats.map { .init($0.rawValue) }
    case .layout: MachineLayout.allCases.map { .init($0.rawValue) }
    case .onOrOff: [.init("on"), .init("off")]
    case .topic:
      HelpTopics.all.map { .init($0.name, detail: $0.summary) }
        + DotCommand.all.map { .init($0.name, detail: $0.summary) }
    case .nothing, .file, .fileOrCommand, .setting, .text: []
    }
  }

  private func settings(in text: String, from argument: String.Index) -> Completion {
    let typed = text[argument...]
    let known = Settings.all.first { typed.hasPrefix($0.name + " ") }
    guard let known else {
      return matching(
        Settings.all.map { .init($0.name, detail: $0.summary) }, in: text, from: argument)
    }
    let values = known.name == "as of" ? releases + [.init("latest")] : values(of: known.name)
    let start = text.lastIndex(of: " ").map { text.index(after: $0) } ?? argument
    return matching(values, in: text, from: start)
  }

  private func matching(
    _ candidates: [Completion.Candidate], in text: String, from start: String.Index
  ) -> Completion {
    let typed = text[start...].lowercased()
    return Completion(
      replacing: text.distance(from: text.startIndex, to: start)..<text.count,
      candidates: candidates.filter { $0.text.hasPrefix(typed) })
  }

  /// The files that a command's argument can become, which may stand in quotation marks.
  private func files(_ typed: String, at position: Int) -> Completion {
    typed.first == "\""
      ? files(String(typed.dropFirst()), at: position + 1, ending: "\" ")
      : files(typed, at: position, ending: " ")
  }

  /// The files that `typed` can become; `position` is where it begins in the line.
  private func files(_ typed: String, at position: Int, ending: String) -> Completion {
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let beginning = String(typed.dropFirst(folder.count))
    return Completion(
      replacing: (position + folder.count)..<(position + typed.count),
      candidates: FileNames.names(in: folder, beginningWith: beginning).map {
        .init($0, ending: ending)
      })
  }
}
