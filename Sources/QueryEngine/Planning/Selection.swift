import Metrics
import QuerySyntax

/// What an entry of an axis stands for.
enum EntryRole: Sendable {
  /// Something that was selected.
  case member
  /// Part of what was selected that is shown beside it, and never added.
  case ofWhich
  /// The total of what was selected.
  case total
  /// The mean of what was selected.
  case average
}

/// Which segments a query is about.
struct SegmentSelection: Sendable {
  /// One entry of the segment axis.
  struct Entry: Sendable {
    /// What the entry is called: a path, or several joined by ` + `.
    var title: String
    /// The segments whose figures are aggregated; one, unless several were collapsed.
    var paths: [String]
    /// What it stands for.
    var role = EntryRole.member
    /// How deep it stands below the first, in a tree.
    var depth = 0
  }

  /// The entries in their order.
  var entries: [Entry]
  /// Whether the entries are the children of the last one, and should tie to it.
  var isBreakdown = false
  /// Whether the entries are a tree, whose order can't change.
  var isTree = false
  /// The one segment that the entries were made of; nil where they were named themselves.
  var whole: String?
  /// Segments that report none of the measures, left out and named below.
  var silent: [String] = []
  /// Segments that are named more than once, and count once.
  var repeated: [String] = []

  /// Whether several segments were selected, each on its own.
  var isSeveral: Bool { entries.count { $0.role == .member } > 1 }
}

/// Which periods a query is about.
struct PeriodSelection: Sendable {
  /// One entry of the time axis.
  struct Entry: Sendable {
    /// What the entry is called: `2Q04`, or `1Q03 to 2Q04` for several that are aggregated.
    var title: String
    /// The periods whose figures are aggregated; one, unless several were collapsed.
    var periods: [Period]
    /// What the entry shows of its period instead of the figure: `yoy(2Q04)`.
    var extra: Extra?
    /// What it stands for.
    var role = EntryRole.member

    /// What stands above the entry.
    var heading: String { extra.map { "\($0.rawValue)(\(title))" } ?? title }
  }

  /// The entries in their order.
  var entries: [Entry]
  /// The word for what an entry is: `quarter`, `half`, `year` or `period`.
  var title: String
  /// Whether the periods were named one by one, and not as a range.
  var areListed = false

  /// The ends of a range that go beyond what is reported.
  var overreaches: [Overreach] = []

  /// An end of a range beyond what is reported.
  struct Overreach: Sendable {
    /// The clause, as it was typed.
    let clause: String
    /// The last quarter on that side that is reported.
    let reached: Period
    /// Whether it is the end of the range, and not its beginning.
    let isEnd: Bool
  }

  /// The entries that were selected, without extras and totals.
  var members: [Entry] { entries.filter { $0.role == .member && $0.extra == nil } }

  /// Whether the periods follow one another without a gap.
  var isRange: Bool {
    let periods = members.flatMap(\.periods)
    return zip(periods, periods.dropFirst()).allSatisfy { $0.end + 1 == $1.start }
  }
}

/// Which axes name rows and which name columns; an axis in neither stands in the heading.
struct Layout: Sendable {
  /// What a result has one of per row or column.
  enum Axis: Hashable, Sendable {
    case measure
    case company
    case segment
    case time
    case release
  }

  /// The axes that name the rows, outermost first.
  let rows: [Axis]
  /// The axes that name the columns, outermost first.
  let columns: [Axis]

  /// Whether it names rows or columns.
  func shows(_ axis: Axis) -> Bool { rows.contains(axis) || columns.contains(axis) }
}
