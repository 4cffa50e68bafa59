import Catalog
import Metrics

/// The companies that a query is about.
///
/// One company's periods are told by its own months. Those of several are told by the quarters of the
/// calendar year, beside which each company's own quarters stand.
struct QueryCompanies: Sendable {
  /// Those whose figures the rows or columns are of; the bare labels of periods are the first one's.
  let rows: [Company]
  /// Those that only brackets name.
  let pinned: [Company]
  /// Those that report nothing of what is asked, and were not named.
  let silent: [String]
  /// The currency of each that reports its money in another than the one that metrics are declared in.
  let homes: [String: String]
  /// Those that had published nothing yet on the query's basis.
  var unpublished: [String] = []
  /// Whether figures of more than one can meet, so that periods are told by the calendar.
  let areSeveral: Bool

  /// The one whose labels count.
  var lead: Company { rows[0] }

  /// All of them.
  var all: [Company] { rows + pinned }

  /// The calendar by which periods are told.
  var calendar: FiscalCalendar { areSeveral ? lead.calendar.aligned : lead.calendar }

  /// The currency in which all of the rows report their money, where that isn't the metrics' own.
  var commonHome: String? {
    guard let first = homes[lead.name], rows.allSatisfy({ homes[$0.name] == first }) else {
      return nil
    }
    return first
  }

  /// Whether amounts of money stand beside amounts of another currency.
  var areMixed: Bool { Set(all.map { homes[$0.name] }).count > 1 }

  /// Whether labels of periods don't mean the same to all.
  var differInCalendar: Bool { all.contains { $0.calendar != lead.calendar } }
}
