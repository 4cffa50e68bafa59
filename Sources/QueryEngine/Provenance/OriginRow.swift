import Metrics
import Tabular

/// One line of the account of where a figure came from.
struct OriginRow {
  /// What the line is to the one above it that stands less deep.
  enum Role: String {
    /// A cell of the query.
    case cell
    /// What something was made from.
    case input
    /// What was taken away from the others.
    case subtracted
    /// The figure as printed, where the query shows it otherwise.
    case printed = "as printed"
    /// The same figure, printed once more.
    case repeated = "also printed"
    /// A printed figure that disagrees with it.
    case conflicting = "conflicts with"
    /// What it was before it was restated.
    case restated = "restated from"
    /// The withdrawal that left nothing.
    case withdrawn

    init(_ relation: VintageResolution.Relation) {
      switch relation {
      case .repeated: self = .repeated
      case .conflicting: self = .conflicting
      case .restated: self = .restated
      }
    }
  }

  /// What a figure is a figure of, by name.
  struct Name: Hashable {
    /// The company, or several with a sign of addition between them, where a query is about several.
    var company: String?
    /// A metric, or the text of an expression.
    let measure: String
    /// The segment's path; `total` for the root.
    let segment: String
    let period: String
  }

  /// How deep it stands: 0 for a cell, and one more for what it was made from.
  let level: Int
  let role: Role
  let name: Name
  let value: TableCell
  /// The unit with its scale, as people are shown it.
  let unit: String
  /// The base unit, in which machines are told the value.
  let baseUnit: String
  /// What was done to what stands below, or where the figure was printed.
  let from: String
  /// Where it was printed; nil for what was computed.
  var printed: PrintedFigure?

  /// The cell behind the value.
  var cell: Cell {
    switch value {
    case .figure(let cell, _), .printed(let cell, _): cell
    case .text: .missing
    }
  }
}
