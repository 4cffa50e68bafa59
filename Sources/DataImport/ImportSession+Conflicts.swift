import Catalog
import Diagnostics
import Metrics
import MetricStore

extension ImportSession {
  /// Warns of figures that contradict each other: they may come from tables of different files.
  ///
  /// Both are kept, as both were printed; the store says which of them is used.
  mutating func checkConflicts(in files: [ImportFile]) {
    let catalog = resolver.names.catalog
    let companies = series.keys.map { catalog.company(named: $0.company) }
    let conflicts = RepeatedFacts(observations).conflicts { companies[$0]?.rounding ?? .nearest }
    let told = conflicts.prefix(warnings.room).map {
      (earlier: min($0.used, $0.other), later: max($0.used, $0.other))
    }
    let printed = printedFigures(told.flatMap { [$0.earlier, $0.later] }, in: files)
    for (index, (earlier, later)) in told.enumerated() {
      guard let first = printed[earlier], let second = printed[later] else { continue }
      let figure = RepeatedFigure(
        name: name(of: later, companies[observations[later].series]), printed: second.text,
        state: observations[later].state, earlier: first.text,
        earlierState: observations[earlier].state, earlierPlace: first.place,
        metric: series.keys[observations[later].series].metric)
      let warning = ImportWarning.conflict(figure, isFirst: index == 0)
      warnings.add(.warning(warning), file: second.file, at: second.range)
    }
    warnings.addUntold(conflicts.count - told.count)
  }

  /// What a figure is of, as a query names it.
  private func name(of index: Int, _ company: Company?) -> String {
    let key = series.keys[observations[index].series]
    let segment = key.segment == Segment.rootPath ? [] : [key.segment]
    let period = company.map { [$0.calendar.name(of: observations[index].period)] } ?? []
    return ([key.metric] + segment + period).joined(separator: " ")
  }

  /// Figures as they stand in their files, by the index of the observation: what was kept of them
  /// tells the line and the field only, so that the files are read once more.
  private func printedFigures(_ indices: [Int], in files: [ImportFile]) -> [Int: PrintedFigure] {
    var figures: [Int: PrintedFigure] = [:]
    let indicesByFile = Dictionary(grouping: indices) { sourceFiles[observations[$0].source] }
    for (file, indices) in indicesByFile {
      let source = SourceText(name: files[file].name, utf8: files[file].bytes)
      let lines = Dictionary(grouping: indices) { observations[$0].line }
      var scanner = CSVScanner(files[file].bytes, separator: separator(of: files[file]))
      var fields: [CSVField] = []
      while (try? scanner.next(into: &fields)) == true {
        for index in lines[scanner.recordLine] ?? [] {
          let field = fields[observations[index].column - 1]
          figures[index] = PrintedFigure(field, in: source, file: file)
        }
      }
    }
    return figures
  }
}

/// A figure as it stands in a file.
private struct PrintedFigure {
  let text: String
  let file: Int
  let range: SourceRange
  /// The place as messages tell it: `data.csv:2:24`.
  let place: String

  init(_ field: CSVField, in source: SourceText, file: Int) {
    let start = source.place(at: field.start)
    text = field.text(in: source.utf8)
    self.file = file
    range = field.range
    place = "\(source.name):\(start.line):\(start.column)"
  }
}
