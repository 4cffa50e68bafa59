import MetricStore

/// Which statement is in force of each declared thing, to tell a repetition from a new version.
///
/// What was replayed is looked through when somebody asks for the first time: most sessions declare
/// nothing, and a store can hold thousands of declarations.
struct DeclaredVersions {
  private var replayed: [StoredDeclaration]
  private var inForce: [String: String] = [:]
  private var hasRepeated = false

  /// The versions that were replayed, in the order of appending.
  init(of replayed: [StoredDeclaration] = []) { self.replayed = replayed }

  /// Whether anything was declared more than once, so that moments in the past may know another version.
  var hasLater: Bool {
    mutating get {
      lookThrough()
      return hasRepeated
    }
  }

  /// Takes a declaration; tells whether it is new, and not what is in force already.
  mutating func add(_ declaration: NewDeclaration) -> Bool {
    lookThrough()
    return put(declaration)
  }

  private mutating func lookThrough() {
    for declaration in replayed { _ = put(declaration.version) }
    replayed = []
  }

  private mutating func put(_ declaration: NewDeclaration) -> Bool {
    let earlier = inForce.updateValue(declaration.statement, forKey: declaration.key)
    if earlier == declaration.statement { return false }
    if earlier != nil { hasRepeated = true }
    return true
  }
}
