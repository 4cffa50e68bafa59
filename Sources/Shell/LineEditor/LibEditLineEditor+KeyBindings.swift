import CLibEdit

extension LibEditLineEditor {
  /// The keys that libedit's emacs key map lacks or gives an unexpected meaning.
  ///
  /// Terminals differ in what they send for a key, hence several sequences for most. The commands
  /// have to be ones that libedit knows: it does not check.
  private static let keyBindings: [(command: String, keys: [String])] = [
    ("em-inc-search-prev", ["^R"]),
    ("ed-move-to-beg", ["\\e[H", "\\eOH", "\\e[1~", "\\e[7~"]),
    ("ed-prev-word", ["\\e[1;5D", "\\e[1;3D", "\\e[5D", "\\eOd"]),
    ("ed-search-prev-history", ["\\e[5~"]),
    ("ed-search-next-history", ["\\e[6~"]),
    ("ed-ignore", ["\\e[2~", "\\e[Z"] + functionKeys),
  ]

  /// F1 to F12, which would otherwise leave the end of their sequence in the line.
  private static let functionKeys: [String] =
    ["P", "Q", "R", "S"].map { "\\eO\($0)" }
    + [15, 17, 18, 19, 20, 21, 23, 24].map { "\\e[\($0)~" }

  /// Chooses the emacs key map, which is not libedit's default, and completes it.
  func bindKeys() {
    unsafe libedit_set_key_map(editor, "emacs")
    for (command, keys) in Self.keyBindings {
      for key in keys { unsafe libedit_bind(editor, key, command) }
    }
    bindHistoryKeys()
    bindCommands()
  }
}
