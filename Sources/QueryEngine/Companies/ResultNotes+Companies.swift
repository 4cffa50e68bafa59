import Catalog
import Metrics

extension ResultNotes {
  /// Where the months of companies that stand beside one another aren't the same, or are a year to one
  /// of them and none to another.
  var alignments: [String] {
    guard query.companies.areSeveral, query.companies.differInCalendar else { return [] }
    return displacements + unlikeYears
  }

  private var displacements: [String] {
    [(1, "after"), (-1, "before")].compactMap { months, word in
      let names = query.companies.all.filter { $0.calendar.alignment == months }.map(\.name)
      if names.isEmpty || names.count == query.companies.all.count { return nil }
      return "\(names.joined(separator: ", ")): quarters that end a month \(word) the calendar "
        + "quarter beside which they stand"
    }
  }

  private var unlikeYears: [String] {
    let long = query.periods.entries.flatMap(\.periods).filter { $0.months > 3 }
    let lead = query.companies.lead
    let others = query.companies.all.filter { company in
      long.contains {
        lead.calendar.aligned.label(of: $0) != nil
          && company.calendar.aligned.label(of: $0)?.kind
            != lead.calendar.aligned.label(of: $0)?.kind
      }
    }.map(\.name)
    if others.isEmpty { return [] }
    return [
      "\(others.joined(separator: ", ")): the months of \(lead.name)'s fiscal years and halves, "
        + "which aren't its own"
    ]
  }

  /// The companies of which nothing at all was known on the query's basis.
  var unpublished: [String] {
    let names = query.companies.unpublished
    guard !names.isEmpty, let cutoff = query.basis.cutoff else { return [] }
    return ["\(names.joined(separator: ", ")) had published nothing by \(cutoff.described)"]
  }

  /// The companies that are left out because nothing of this is reported for them.
  var silentCompanies: [String] {
    let names = query.rowCompanies.silent
    let silent =
      names.isEmpty
      ? [] : ["not shown, as they report nothing of this: \(names.joined(separator: ", "))"]
    if query.rowCompanies.absent.isEmpty { return silent + lackingSegments }
    let absent = query.rowCompanies.entries.enumerated().compactMap { company, entry in
      let segments = query.segments.entries.enumerated().filter { segment, _ in
        query.rowCompanies.absent.contains(.init(company: company, segment: segment))
      }.map(\.element.title)
      return segments.isEmpty ? nil : "\(entry.title) \(segments.joined(separator: ", "))"
    }
    return silent + [
      "not shown, as nothing is reported for them: \(absent.joined(separator: "; "))"
    ]
  }

  /// The segments that figures of several companies go without, as a company doesn't have them.
  private var lackingSegments: [String] {
    let paths = query.segments.entries.flatMap(\.paths)
    let lacking = query.companies.all.compactMap { company in
      query.rowCompanies.lacking[company.name].map { own in
        var seen: Set<String> = []
        let inOrder = paths.filter { own.contains($0) && seen.insert($0).inserted }
        return "\(company.name) \(inOrder.joined(separator: ", "))"
      }
    }
    return lacking.isEmpty
      ? [] : ["left out, as nothing is reported for them: \(lacking.joined(separator: "; "))"]
  }

  /// What a company calls a period that it lacks.
  func name(of period: Period, ofCompany name: String?) -> String {
    let company = query.companies.all.first { $0.name == name }
    return (company.map { $0.calendar.aligned } ?? query.companies.calendar).name(of: period)
  }
}

extension PeriodLabel {
  /// What it is a label of, whatever its year.
  fileprivate var kind: Int {
    switch self {
    case .quarter, .calendarQuarter, .quarterEnding: 3
    case .half: 6
    case .nineMonths: 9
    case .year, .calendarYear: 12
    }
  }
}
