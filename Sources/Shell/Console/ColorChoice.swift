package import TextForm

/// Whether what people see is coloured: the option `--color`.
package enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal that can, unless the environment asks for none.
  case auto
  /// Whatever the output is.
  case always
  /// Nowhere.
  case never

  /// Whether to colour what goes to an open file.
  ///
  /// The environment counts for `auto` only: `NO_COLOR` with any value but an empty one asks for none, and a terminal
  /// called `dumb`, not called at all, or of a kind that the system doesn't know, has none.
  ///
  /// - Parameters:
  ///   - isTerminal: Whether the file is a terminal.
  ///   - environment: The value of an environment variable, by its name.
  ///   - isKnown: Whether the system knows a kind of terminal.
  /// - Returns: Whether there may be colours.
  package func allowsColor(
    isTerminal: Bool, environment: (_ name: String) -> String? = Terminal.environment,
    isKnown: (_ kind: String) -> Bool = { TerminalKind.isKnown($0) }
  ) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      guard isTerminal, environment("NO_COLOR") == nil else { return false }
      return environment("TERM").map { isKnown($0) } ?? false
    }
  }

  /// Whether to colour what goes to that file descriptor.
  package func allowsColor(on descriptor: CInt) -> Bool {
    allowsColor(isTerminal: Terminal.isTerminal(descriptor))
  }

  /// The palette for what goes to that file descriptor.
  package func palette(for descriptor: CInt) -> Palette {
    allowsColor(on: descriptor) ? .colored : .plain
  }
}
