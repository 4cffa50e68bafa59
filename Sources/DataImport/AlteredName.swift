/// A label whose name was taken already, so that it was declared by another.
struct AlteredName {
  /// What a name is declared for.
  enum Thing: String {
    case company, metric, segment
  }

  /// The label, as the file writes it.
  let label: String
  /// What it was declared as.
  let thing: Thing
  /// The name that it has now.
  let name: String
  /// The name that its letters make.
  let takenName: String
  /// What has that name.
  let owner: Thing
  /// The label of what has that name, where it has one.
  let ownerLabel: String?
}
