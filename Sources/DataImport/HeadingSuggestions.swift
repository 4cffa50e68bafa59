import Diagnostics
import Metrics
import TextForm

/// What the columns of a file that aren't known are likely to be called here.
///
/// It only finds words for an error: nothing is ever read on a guess.
struct HeadingSuggestions {
  private let headings: [String]
  /// The likely names, by the index of the column.
  private(set) var names: [Int: String] = [:]

  /// Suggestions for a header.
  ///
  /// - Parameters:
  ///   - headings: All of its headings.
  ///   - unknown: The indices of those that aren't known, in their order.
  ///   - known: The roles that others have.
  ///   - needsMetric: Whether a column has to name the metrics.
  init(_ headings: [String], unknown: [Int], known: some Sequence<ColumnRole>, needsMetric: Bool) {
    self.headings = headings
    var taken = Set(known.map(\.rawValue))
    let renamable = unknown.filter { HeadingSuggestions.canBeRenamed(headings[$0]) }
    for index in renamable {
      guard let name = HeadingSuggestions.likelyName(of: headings[index]) else { continue }
      if taken.insert(name).inserted { names[index] = name }
    }
    // The names of metrics mostly stand first, whatever their column is called.
    let metric = ColumnRole.metric.rawValue
    guard needsMetric, !taken.contains(metric) else { return }
    let first = renamable.first { names[$0] == nil && !headings[$0].contains(where: \.isNumber) }
    if let first { names[first] = metric }
  }

  /// All of them as `--map` takes them: `科目=metric,部門=segment`; nil where there are fewer than two.
  ///
  /// A heading with a unit isn't among them, as its unit would be lost.
  var map: String? {
    let names = names.filter { HeadingUnit(in: headings[$0.key]) == nil }
    if names.count < 2 { return nil }
    return names.sorted { $0.key < $1.key }.map { "\(headings[$0.key])=\($0.value)" }
      .joined(separator: ",")
  }

  /// Whether `--map` can name a heading: it separates names by commas and equals signs.
  static func canBeRenamed(_ heading: String) -> Bool {
    !heading.isEmpty && !heading.contains { ",=\"".contains($0) }
  }

  private static func likelyName(of heading: String) -> String? {
    let folded = NameFolding.fold(heading)
    if let role = roles[folded] { return role.rawValue }
    if let nearest = Suggestions.nearest(to: folded, among: roleNames).first { return nearest }
    if let day = ImportMessage.isoDay(folded), WrittenPeriod(parsing: day) != nil { return day }
    return likelyNameBesideUnit(in: folded)
  }

  /// The name that stands before a parenthesis, or the one period in a heading with a unit.
  private static func likelyNameBesideUnit(in folded: String) -> String? {
    // `3Q04 (JPY million)` is a period with its unit.
    let opening = folded.firstIndex { "([".contains($0) } ?? folded.startIndex
    let name = FieldName(String(folded[..<opening])).text
    if WrittenPeriod(parsing: name) != nil { return name.uppercased() }
    guard HeadingUnit(in: folded) != nil else { return nil }
    if let role = ColumnRole(rawValue: name) ?? roles[name] { return role.rawValue }
    let periods = folded.split { " ()[],".contains($0) }.map(String.init)
      .filter { WrittenPeriod(parsing: $0) != nil }
    return periods.count == 1 ? periods[0].uppercased() : nil
  }

  private static let roleNames = ColumnRole.allCases.map(\.rawValue)

  private static let roles: [String: ColumnRole] = {
    let words: [ColumnRole: [String]] = [
      .company: ["entity", "issuer", "ticker", "会社", "会社名", "企業", "企業名", "銘柄"],
      .metric: [
        "account", "accounts", "concept", "item", "items", "kpi", "line item", "measure", "metrics",
        "勘定科目", "指標", "科目", "項目",
      ],
      .segment: [
        "business", "division", "segments", "セグメント", "事業", "部門", "報告セグメント",
      ],
      .unit: ["currency", "scale", "units", "単位", "通貨"],
      .period: ["date", "fiscal period", "period end", "quarter", "期", "期間", "会計期間", "四半期", "決算期"],
      .value: ["amount", "data", "figure", "figures", "number", "値", "数値", "金額"],
      .published: [
        "announced", "filed", "filing date", "publication date", "release date", "report date",
        "公表日", "発表日", "開示日",
      ],
      .source: ["reference", "table", "出典", "出所"],
      .note: ["comment", "comments", "footnote", "notes", "remark", "remarks", "備考", "注", "注記"],
    ]
    let pairs = words.flatMap { role, words in words.map { ($0, role) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()
}
