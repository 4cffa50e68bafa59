import Catalog
import Diagnostics
import Metrics
import MetricStore

/// What all figures of one row have in common.
private struct RowContext {
  let published: CalendarDate
  let isReversed: Bool
  let state: Observation.State
  let source: Int
  let note: String?
}

extension ImportSession {
  /// Reads one record; false for a blank one, which is no row.
  mutating func read(_ row: DataRow, _ columns: inout RowColumns) -> Bool {
    if row.isBlank { return false }
    defer {
      if !resolver.namesWithHiddenParts.isEmpty { warnOfHiddenParts(of: row, file: columns.file) }
    }
    guard row.fields.count == columns.columnCount else {
      let place = row.fields[min(row.fields.count, columns.columnCount + 1) - 1]
      let fact = FieldFact.fieldCount(
        found: row.fields.count, expected: columns.columnCount, columns.separator)
      faults.add(.field(fact), file: columns.file, at: place.range)
      return true
    }
    for index in columns.unnamedColumns { checkEmpty(row, index, file: columns.file) }
    let entry = series.entry(for: names(of: row, columns), in: &resolver)
    let context = context(of: row, &columns)
    switch entry {
    case .refused(let facts):
      for (fact, role) in facts {
        let field = row.fields[max(0, columns.index(of: role))]
        faults.add(fact, file: columns.file, at: field.range)
      }
    case .series(let series):
      if let context { readFigures(of: row, columns, series, context) }
    }
    return true
  }

  /// Refuses what stands in a column without a heading: nobody knows what it is.
  private mutating func checkEmpty(_ row: DataRow, _ index: Int, file: Int) {
    let text = FieldName(row.fields[index].text(in: row.bytes)).text
    if text.isEmpty { return }
    let fact = FieldFact.fieldBelowNoHeading(text, column: index + 1)
    faults.add(.field(fact), file: file, at: row.fields[index].range)
  }

  private mutating func warnOfHiddenParts(of row: DataRow, file: Int) {
    for field in resolver.namesWithHiddenParts {
      let written = field.text(in: row.bytes)
      let warning = ImportWarning.hiddenParts(written, readAs: FieldName(written).text)
      warnings.add(.warning(warning), file: file, at: field.range)
    }
    resolver.forgetHiddenParts()
  }

  private mutating func names(of row: DataRow, _ columns: RowColumns) -> RowNames {
    RowNames(
      company: resolver.company(row.field(columns.company), in: row.bytes),
      metric: resolver.metric(row.field(columns.metric), in: row.bytes),
      segment: resolver.segment(row.field(columns.segment), in: row.bytes),
      unit: resolver.unit(row.field(columns.unit), in: row.bytes),
      kind: resolver.kind(row.field(columns.kind), in: row.bytes))
  }

  /// What all figures of a row share; nil when something is wrong with it, which is then noted.
  private mutating func context(of row: DataRow, _ columns: inout RowColumns) -> RowContext? {
    let dateField = row.field(columns.published)
    let signField = row.field(columns.sign)
    let stateField = row.field(columns.state)
    let date = resolver.date(dateField, in: row.bytes)
    let sign = resolver.sign(signField, in: row.bytes)
    let state = resolver.state(stateField, in: row.bytes)
    guard case .found(let published) = date, case .found(let isReversed) = sign,
      case .found(let state) = state
    else {
      let facts = [(date.fact, dateField), (sign.fact, signField), (state.fact, stateField)]
      for (fact, field) in facts.sorted(by: { $0.1.start < $1.1.start }) {
        if let fact { faults.add(fact, file: columns.file, at: field.range) }
      }
      return nil
    }
    newestPublished = max(newestPublished ?? published, published)
    let note = columns.note < 0 ? "" : row.fields[columns.note].text(in: row.bytes)
    return RowContext(
      published: published, isReversed: isReversed, state: state,
      source: source(of: row, &columns), note: note.isEmpty ? nil : note)
  }

  /// The source of a row: the file, or one table of it where a column says which.
  private mutating func source(of row: DataRow, _ columns: inout RowColumns) -> Int {
    if columns.source < 0 { return columns.wholeFileSource }
    let field = row.fields[columns.source]
    if let known = columns.sources.index(of: field, in: row.bytes) {
      return columns.sources.values[known]
    }
    let title = field.text(in: row.bytes)
    var index = columns.wholeFileSource
    if !title.isEmpty {
      let file = sources[index]
      sources.append(SourceFile(name: file.name, title: title, digest: file.digest))
      sourceFiles.append(columns.file)
      index = sources.count - 1
    }
    return columns.sources.keep(index, for: field, in: row.bytes)
  }
}

extension ImportSession {
  private mutating func readFigures(
    of row: DataRow, _ columns: RowColumns, _ series: ResolvedSeries, _ context: RowContext
  ) {
    if columns.isWide {
      for column in columns.periodColumns {
        readFigure(
          of: row, column.index, columns, series, context, .found(column.period), column.index)
      }
    } else {
      let period = resolver.period(row.fields[columns.period], in: row.bytes)
      readFigure(of: row, columns.value, columns, series, context, period, columns.period)
    }
  }

  /// Reads the figure at `index`, or says why there is none.
  private mutating func readFigure(
    of row: DataRow, _ index: Int, _ columns: RowColumns, _ series: ResolvedSeries,
    _ context: RowContext, _ period: Resolved<WrittenPeriod>, _ periodIndex: Int
  ) {
    var place = periodIndex
    do throws(ImportRefusal) {
      let covered = try covered(period, by: series)
      place = index
      if try keepFigure(of: row, index, columns, series, context, covered) {
        warn(of: covered, series, context, file: columns.file, at: row.fields[index].range)
      }
    } catch {
      faults.add(error.fact, file: columns.file, at: row.fields[place].range)
    }
  }

  /// Keeps the figure at `index`; false where the field says that there is none.
  private mutating func keepFigure(
    of row: DataRow, _ index: Int, _ columns: RowColumns, _ series: ResolvedSeries,
    _ context: RowContext, _ covered: (period: Period, lastDay: CalendarDate?)
  ) throws(ImportRefusal) -> Bool {
    let field = row.fields[index]
    guard
      let figure = try resolver.figure(
        field, in: row.bytes, of: series.unit, decimalMark: columns.decimalMark,
        isWithdrawal: context.state == .withdrawn)
    else {
      missingCount += 1
      return false
    }
    let keepsText = context.isReversed || !figure.isPlain
    observations.append(
      NewObservation(
        series: series.index, published: context.published, period: covered.period,
        lastDay: covered.lastDay,
        mantissa: context.isReversed ? -figure.mantissa : figure.mantissa,
        exponent: figure.exponent, state: context.state, source: context.source, line: row.line,
        column: index + 1, scale: figure.scale,
        printed: keepsText ? field.text(in: row.bytes) : nil, note: context.note))
    return true
  }

  /// Warns where a figure was published before its period was over.
  private mutating func warn(
    of covered: (period: Period, lastDay: CalendarDate?), _ series: ResolvedSeries,
    _ context: RowContext, file: Int, at range: SourceRange
  ) {
    guard let end = covered.lastDay ?? covered.period.end.lastDay, end > context.published else {
      return
    }
    let warning = ImportWarning.unfinishedPeriod(
      covered.period, end: end, published: context.published, series.calendar)
    warnings.add(.warning(warning), file: file, at: range)
  }

  private func covered(
    _ written: Resolved<WrittenPeriod>, by series: ResolvedSeries
  ) throws(ImportRefusal) -> (period: Period, lastDay: CalendarDate?) {
    switch written {
    case .refused(let fact): throw ImportRefusal(fact: fact)
    case .found(let period):
      if let covered = period.resolved(in: series.calendar, isStock: series.isStock) {
        return covered
      }
      throw ImportRefusal(fact: .field(.endsNoQuarter(period, series.calendar)))
    }
  }
}

extension CSVField {
  /// The field's place in its file.
  var range: SourceRange { SourceRange(start, end) }
}
