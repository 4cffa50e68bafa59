/// Where the rows of a file have what.
///
/// It is the header with the look-ups done: a column that isn't there has the index −1.
struct RowColumns {
  let file: Int
  let columnCount: Int
  let separator: FieldSeparator
  /// What stands before decimals; nil where that isn't said and can't be known.
  let decimalMark: DecimalMark?
  let periodColumns: [ImportHeader.PeriodColumn]
  let unnamedColumns: [Int]
  let isWide: Bool
  let company: Int
  let metric: Int
  let segment: Int
  let unit: Int
  let kind: Int
  let period: Int
  let value: Int
  let published: Int
  let source: Int
  let note: Int
  let sign: Int
  let state: Int
  /// The index of the source of rows that don't say where in the file they stand.
  let wholeFileSource: Int
  /// The sources of the rows that do.
  var sources = FieldCache<Int>()

  init(
    _ header: ImportHeader, separator: FieldSeparator, decimalMark: DecimalMark?, file: Int,
    source: Int
  ) {
    func index(_ role: ColumnRole) -> Int { header.index(of: role) ?? -1 }
    self.file = file
    self.wholeFileSource = source
    columnCount = header.columnCount
    self.separator = separator
    self.decimalMark = decimalMark
    periodColumns = header.periodColumns
    unnamedColumns = header.unnamedColumns
    isWide = header.layout == .wide
    company = index(.company)
    metric = index(.metric)
    segment = index(.segment)
    unit = index(.unit)
    kind = index(.kind)
    period = index(.period)
    value = index(.value)
    published = index(.published)
    self.source = index(.source)
    note = index(.note)
    sign = index(.sign)
    state = index(.state)
  }

  /// The index of the column with a role that names a part of a series; −1 when there is none.
  func index(of role: ColumnRole) -> Int {
    switch role {
    case .company: company
    case .metric: metric
    case .segment: segment
    case .unit: unit
    case .kind: kind
    default: -1
    }
  }
}
