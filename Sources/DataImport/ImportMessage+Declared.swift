import Catalog
import Metrics
import QuerySyntax

extension ImportMessage {
  /// How many names of a kind are told one by one; the rest are counted.
  private static let mostNames = 20

  /// What an import declares: `2 metrics: net_sales flow USD, gross_margin rate %; 1 unit: people`.
  ///
  /// Nothing when it declares nothing.
  static func declared(_ declarations: [Declaration], in catalog: Catalog) -> String? {
    let lists = [
      list("metric", "metrics", declarations.compactMap { described($0, in: catalog) }),
      list("segment", "segments", declarations.compactMap(segmentName)),
      list("unit", "units", declarations.compactMap(unitName)),
      list("company", "companies", declarations.compactMap(companyName)),
    ].compactMap(\.self)
    return lists.isEmpty ? nil : lists.joined(separator: "; ")
  }

  /// A name that isn't the one that the label makes, and what follows for the figures.
  static func altered(_ altered: AlteredName) -> String {
    let other = altered.ownerLabel.map { ", '\($0)'" } ?? ""
    let start =
      "'\(altered.label)' is the \(altered.thing.rawValue) \(altered.name), as \(altered.takenName)"
    guard altered.thing == altered.owner else {
      return "\(start) is a \(altered.owner.rawValue)\(other)"
    }
    return "\(start) is another\(other): their figures are series apart; "
      + "if they are one, write both the same way in the file"
  }

  private static func list(_ one: String, _ many: String, _ names: [String]) -> String? {
    if names.isEmpty { return nil }
    let told = names.prefix(mostNames).joined(separator: ", ")
    let rest = names.count - mostNames
    return "\(names.count) \(names.count == 1 ? one : many): \(told)"
      + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func described(_ declaration: Declaration, in catalog: Catalog) -> String? {
    guard case .metric(let declared) = declaration,
      case .reported(let kind, _) = declared.definition,
      let metric = catalog.metric(named: declared.name.text)
    else { return nil }
    let unit = metric.shownIn ?? PrintedUnit(unit: metric.signature.unit, scaleExponent: 0)
    return "\(metric.name) \(kind.rawValue) \(unit.text)"
  }

  private static func segmentName(_ declaration: Declaration) -> String? {
    if case .segment(let segment) = declaration { segment.name.text } else { nil }
  }

  private static func unitName(_ declaration: Declaration) -> String? {
    if case .unit(let unit) = declaration { unit.name.text } else { nil }
  }

  private static func companyName(_ declaration: Declaration) -> String? {
    if case .company(let company) = declaration { company.name.text } else { nil }
  }
}
