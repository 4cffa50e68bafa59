/// What the system knows of kinds of terminals, by the names that `TERM` can have.
enum TerminalKind {
  /// Where systems keep what they know, one file a kind in a folder for its first letter.
  private static let folders = [
    "/etc/terminfo", "/lib/terminfo", "/usr/lib/terminfo", "/usr/share/terminfo",
    "/usr/local/share/terminfo",
  ]

  /// Whether a kind of terminal is known, so that it can be trusted with more than text.
  ///
  /// A system that knows none at all is no reason to distrust each.
  static func isKnown(
    _ name: String, environment: (_ name: String) -> String? = Terminal.environment,
    exists: (_ path: String) -> Bool = FileContent.exists
  ) -> Bool {
    guard let letter = name.unicodeScalars.first, !name.contains("/"), name != "dumb" else {
      return false
    }
    let own = [environment("TERMINFO"), environment("HOME").map { $0 + "/.terminfo" }]
    let others = environment("TERMINFO_DIRS")?.split(separator: ":").map(String.init) ?? []
    let all = own.compactMap(\.self) + others + folders
    if !all.contains(where: exists) { return true }
    let code = String(letter.value, radix: 16)
    return all.contains { exists("\($0)/\(letter)/\(name)") || exists("\($0)/\(code)/\(name)") }
  }
}
