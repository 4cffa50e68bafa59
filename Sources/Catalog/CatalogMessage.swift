import Diagnostics
import QuerySyntax

/// What a name can be of, with the words that messages use for it.
enum DeclaredThing: String {
  case company
  case metric
  case savedQuery = "saved query"
  case segment
  case unit

  /// What the faults of a name begin with.
  var id: String { self == .savedQuery ? "saved-query" : rawValue }

  /// The command that shows everything of the kind.
  var listing: String? {
    switch self {
    case .company: "list companies"
    case .metric: "list metrics"
    case .savedQuery: "list queries"
    case .segment: "list segments"
    case .unit: nil
    }
  }
}

extension Catalog {
  func unknown(_ thing: DeclaredThing, _ name: Name, among names: [String]) -> Diagnostic {
    let suggestion =
      savedQueryNote(name) ?? Suggestions.note(for: name.folded, among: names)
    let listing = thing.listing.map { "`\($0)` shows all that are declared" }
    return Diagnostic(
      "unknown-\(thing.id)", "there is no \(thing.rawValue) named '\(name.text)'",
      at: name.range,
      notes: [suggestion ?? listing ?? "declare it first: \(thing.rawValue) \(name.text) \"…\""])
  }

  func ambiguous(_ name: Name, _ candidates: [String]) -> Diagnostic {
    Diagnostic(
      "ambiguous-name", "'\(name.text)' could mean \(candidates.joined(separator: ", "))",
      at: name.range, notes: ["type one of them in full"])
  }

  static func shortened(_ name: Name, scale: String) -> Diagnostic {
    Diagnostic(
      "unknown-unit", "there is no unit named '\(name.text)'", at: name.range,
      notes: ["a scale is written out: type \(scale)"])
  }

  static func taken(_ name: Name, by owner: String) -> Diagnostic {
    Diagnostic(
      "name-taken", "'\(name.text)' is already the name or an alias of \(owner)", at: name.range,
      notes: ["names and aliases are unique; choose another"])
  }

  static func orphan(_ name: Name, parent: String) -> Diagnostic {
    Diagnostic(
      "unknown-parent", "segment '\(name.text)' needs its parent '\(parent)', which isn't declared",
      at: name.range, notes: ["declare `segment \(parent)` first"])
  }

  static func cycle(_ name: Name, through path: [String]) -> Diagnostic {
    Diagnostic(
      "formula-cycle",
      "the formula of \(name.text) leads back to itself: \(path.joined(separator: " → "))",
      at: name.range)
  }
}
