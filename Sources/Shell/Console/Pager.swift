import Glibc

/// What shows a text that is longer than the screen.
package struct Pager: Sendable {
  /// The command, as the shell takes it.
  let command: String
  /// Whether it shows colours as such.
  let takesColor: Bool

  /// A pager that is run by that command.
  package init(command: String, takesColor: Bool = false) {
    self.command = command
    self.takesColor = takesColor
  }

  /// The pager that the environment names.
  ///
  /// That is `PAGER`; one that is empty, or `cat`, is none. Without the variable it is `less`, where
  /// that is installed.
  ///
  /// - Parameter environment: The value of an environment variable, by its name, empty or not.
  package init?(environment: (_ name: String) -> String? = Terminal.value) {
    switch environment("PAGER") {
    case "", "cat": return nil
    case let command?:
      let program = command.split(separator: " ").first?.split(separator: "/").last
      let showsSequences = environment("LESS")?.lowercased().contains("r") == true
      self.init(command: command, takesColor: program == "less" && showsSequences)
    case nil:
      guard Pager.isInstalled("less", path: environment("PATH") ?? "") else { return nil }
      let options = environment("LESS")
      self.init(
        command: "LESS=${LESS-FRX} less",
        takesColor: options.map { $0.lowercased().contains("r") } ?? true)
    }
  }

  /// Whether an exit status says that somebody has seen enough, and not that nobody has seen anything.
  func isLeft(with status: CInt) -> Bool { [0, 128 + SIGINT, 128 + SIGPIPE].contains(status) }

  /// What is told of a pager that shows nothing.
  func problem(_ outcome: String) -> String {
    "error: the pager `\(command)` \(outcome), so the answer is shown here\n"
      + "  PAGER names another; with PAGER=cat there is none"
  }

  /// Whether a text has more rows than fit above the prompt of a terminal of that size.
  ///
  /// No more lines are looked at than it takes to tell: a text may have millions.
  static func isNeeded(for text: [UInt8], width: Int, height: Int) -> Bool {
    var rows = 0
    var rest = text[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = String(decoding: withoutColors(rest[..<end]), as: UTF8.self)
      rows += max(1, (displayWidth(line) + width - 1) / width)
      if rows > height - 1 { return true }
      rest = rest[(end + 1)...]
    }
    return false
  }

  /// A text without the sequences that paint it.
  static func withoutColors(_ text: some Sequence<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    var isInSequence = false
    for byte in text {
      if byte == 0x1B {
        isInSequence = true
      } else if !isInSequence {
        plain.append(byte)
      } else if byte == UInt8(ascii: "m") {
        isInSequence = false
      }
    }
    return plain
  }

  private static func isInstalled(_ name: String, path: String) -> Bool {
    path.split(separator: ":").contains { unsafe access("\($0)/\(name)", X_OK) == 0 }
  }
}
