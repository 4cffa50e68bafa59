/// The home folder, which people write as a tilde.
enum HomeFolder {
  /// A path with the home folder in the place of a leading `~/`, as a shell reads it.
  ///
  /// Whatever else begins with a tilde is left as it is: it may be a file's name.
  static func expanded(
    _ path: String, environment: (_ name: String) -> String? = Terminal.environment
  ) -> String {
    guard path.hasPrefix("~/"), let home = environment("HOME") else { return path }
    return home + path.dropFirst()
  }
}
