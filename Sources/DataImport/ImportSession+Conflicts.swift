import Catalog
import Diagnostics
import Metrics
import MetricStore

/// The line and the column of a field, both counted from 1; the column counts fields.
private struct FieldPlace: Hashable {
  let file: Int
  let line: Int
  let column: Int
}

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
    let fields = fields(
      at: Set(told.flatMap { [place(of: $0.earlier), place(of: $0.later)] }), in: files)
    for (earlier, later) in told {
      let (first, second) = (place(of: earlier), place(of: later))
      guard let firstField = fields[first], let secondField = fields[second] else { continue }
      let key = series.keys[observations[later].series]
      let figure = RepeatedFigure(
        name: name(of: later, companies[observations[later].series]),
        printed: secondField.text(in: files[second.file].bytes), state: observations[later].state,
        earlier: firstField.text(in: files[first.file].bytes),
        earlierState: observations[earlier].state,
        earlierPlace: ImportSession.place(of: firstField, in: files[first.file]),
        metric: key.metric)
      warnings.add(.warning(.conflict(figure)), file: second.file, at: secondField.range)
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

  private func place(of index: Int) -> FieldPlace {
    let observation = observations[index]
    return FieldPlace(
      file: sourceFiles[observation.source], line: observation.line, column: observation.column)
  }

  /// The place of a field as messages tell it: `data.csv:2:24`.
  private static func place(of field: CSVField, in file: ImportFile) -> String {
    let place = SourceText(name: file.name, utf8: file.bytes).place(at: field.start)
    return "\(file.name):\(place.line):\(place.column)"
  }

  /// The fields at some places, found by reading their files once more.
  private func fields(
    at places: Set<FieldPlace>, in files: [ImportFile]
  ) -> [FieldPlace: CSVField] {
    var found: [FieldPlace: CSVField] = [:]
    for (file, places) in Dictionary(grouping: places, by: \.file) {
      let lines = Dictionary(grouping: places, by: \.line)
      var scanner = CSVScanner(files[file].bytes, separator: separator(of: files[file]))
      var fields: [CSVField] = []
      while (try? scanner.next(into: &fields)) == true {
        for place in lines[scanner.recordLine] ?? [] where place.column <= fields.count {
          found[place] = fields[place.column - 1]
        }
      }
    }
    return found
  }
}
