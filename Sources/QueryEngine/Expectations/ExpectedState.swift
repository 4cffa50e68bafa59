import Metrics
import QuerySyntax

/// A state that a test expects of a cell instead of a number.
enum ExpectedState {
  case missing
  case undefined
  case uncovered

  /// The state that a cell of a test stands for; nil for a number and a text.
  init?(_ kind: ExpectedCell.Kind) {
    switch kind {
    case .missing: self = .missing
    case .undefined: self = .undefined
    case .uncovered: self = .uncovered
    case .value, .text: return nil
    }
  }

  /// The state that a cell is in; nil for one with a value.
  init?(of cell: Cell) {
    switch cell.content {
    case .missing: self = .missing
    case .undefined: self = .undefined
    case .uncovered: self = .uncovered
    case .value: return nil
    }
  }

  /// The mark in a table, and what it means.
  var text: String {
    switch self {
    case .missing: "– (missing)"
    case .undefined: "n.m. (not meaningful)"
    case .uncovered: "* (refused)"
    }
  }

  /// The mark with which the note on the state begins.
  var mark: String {
    switch self {
    case .missing: "–"
    case .undefined: "n.m."
    case .uncovered: "*"
    }
  }
}
