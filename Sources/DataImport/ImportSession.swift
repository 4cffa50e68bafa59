import Catalog
import Diagnostics
import Metrics
import MetricStore

/// An import under way: what was read so far, and everything found wrong.
struct ImportSession {
  /// How many lines of a title are looked at for the header below them.
  private static let linesAboveHeader = 20
  /// How many rows are read between two reports of progress.
  private static let rowsBetweenReports = 32_768

  let options: ImportOptions
  var resolver: FieldResolver
  var series = SeriesTable()
  var faults: FaultList
  var warnings: FaultList
  var sources: [SourceFile] = []
  /// The index of the file of each source.
  var sourceFiles: [Int] = []
  var observations: [NewObservation] = []
  var missingCount = 0
  var newestPublished: CalendarDate?
  private(set) var rowCount = 0
  private var headings: [String] = []
  private let columnNames: [String: String]
  /// How many rows are read between two looks at whether to stop.
  private static let rowsBetweenLooks = 512
  private let progress: ((ImportProgress) -> Void)?
  private let isInterrupted: () -> Bool
  private let totalByteCount: Int
  private var readByteCount = 0

  init(
    catalog: Catalog, options: ImportOptions, totalByteCount: Int,
    progress: ((ImportProgress) -> Void)?, isInterrupted: @escaping () -> Bool
  ) {
    self.options = options
    self.resolver = FieldResolver(catalog: catalog, options: options)
    self.faults = FaultList(limit: options.badRowLimit)
    self.warnings = FaultList(limit: options.badRowLimit)
    self.columnNames = HeaderReader.foldedNames(options.columnNames)
    self.totalByteCount = totalByteCount
    self.progress = progress
    self.isInterrupted = isInterrupted
  }

  /// Checks what the options alone can have wrong, before any file is read.
  mutating func checkOptions() {
    for (theirs, ours) in columnNames.sorted(by: { $0.key < $1.key })
    where ColumnRole(rawValue: ours) == nil && WrittenPeriod(parsing: ours) == nil {
      faults.add(.header(.unknownRole(ours, for: theirs)))
    }
    if let published = options.published, !WrittenPeriod.end(published).isWithinReach {
      faults.add(.field(.dateTooFar(published.description)))
    }
    let nothing: [UInt8] = []
    if options.company != nil {
      let company = resolver.company(.absent, in: nothing)
      if let fact = resolver.companies.values[company].fact { faults.add(fact) }
    }
    if options.metric != nil {
      let metric = resolver.metric(.absent, in: nothing)
      if let fact = resolver.metrics.values[metric].fact { faults.add(fact) }
    }
  }

  /// Says which renamed columns no file has.
  mutating func checkRenames() {
    for theirs in columnNames.keys.sorted() where !headings.contains(theirs) {
      faults.add(.header(.unusedRename(theirs, headings: headings)))
    }
  }

  /// Reads one file to its end, keeping its figures and its faults.
  mutating func read(_ file: ImportFile, index: Int, digest: [UInt8]) {
    defer { readByteCount += file.bytes.count }
    sources.append(
      SourceFile(name: file.baseName, title: options.sourceTitle, digest: digest))
    sourceFiles.append(index)
    if let fault = TextEncoding.fault(in: file.bytes) {
      return faults.add(.file(.encoding(fault)), file: index, at: fault.range)
    }
    if let format = FileFormat(ofText: file.bytes) {
      return faults.add(
        .file(.encoding(.otherFormat(format))), file: index, at: SourceRange(0, 0))
    }
    let separator = separator(of: file)
    var scanner = CSVScanner(file.bytes, separator: separator)
    guard let header = readHeader(from: &scanner, of: file.bytes, separator, file: index) else {
      return
    }
    let columns = RowColumns(
      header, separator: separator,
      decimalMark: options.decimalMark ?? separator.usualDecimalMark, file: index,
      source: sources.count - 1)
    let rowsBefore = rowCount
    let faultsBefore = faults.count
    readRows(from: &scanner, of: file.bytes, columns)
    if rowCount == rowsBefore, faults.count == faultsBefore {
      faults.add(.file(.noRows), file: index, at: SourceRange(0, 0))
    }
    report(offset: file.bytes.count)
  }

  /// What stands between the fields of a file.
  func separator(of file: ImportFile) -> FieldSeparator {
    FieldSeparator.found(in: file.bytes) { HeaderReader.isRole($0, columnNames) }
  }

  private mutating func readHeader(
    from scanner: inout CSVScanner, of bytes: [UInt8], _ separator: FieldSeparator, file: Int
  ) -> ImportHeader? {
    var fields: [CSVField] = []
    do throws(CSVFault) {
      while try scanner.next(into: &fields) {
        if fields.allSatisfy({ $0.text(in: bytes).isEmpty }) { continue }
        return header(of: fields, in: bytes, separator, file: file, below: scanner)
      }
      faults.add(.file(.emptyFile), file: file, at: SourceRange(0, 0))
    } catch {
      faults.add(.file(.csv(error.reason, separator)), file: file, at: error.range)
    }
    return nil
  }

  private mutating func header(
    of fields: [CSVField], in bytes: [UInt8], _ separator: FieldSeparator, file: Int,
    below rest: CSVScanner
  ) -> ImportHeader? {
    let headings = fields.map {
      ImportHeader.Heading(
        FieldName($0.text(in: bytes)).text, at: SourceRange($0.start, $0.end))
    }
    var reader = HeaderReader(
      headings, separator: separator, columnNames: columnNames,
      suppliesMetric: options.metric != nil)
    self.headings += reader.foldedHeadings
    let header = reader.header()
    if !reader.hasRole, header == nil, let line = lineOfHeader(in: bytes, from: rest) {
      faults.add(.header(.headerBelow(line: line)), file: file, at: headings[0].range)
      return nil
    }
    for (fact, range) in reader.faults { faults.add(fact, file: file, at: range) }
    guard let header else { return nil }
    for heading in reader.renamedWithUnit {
      warnings.add(.warning(.unitInHeading(heading.text)), file: file, at: heading.range)
    }
    return hasWhatRowsNeed(header, file: file, at: headings[0].range) ? header : nil
  }

  /// The line, among the next few, that names columns which are known; nil where none does.
  private func lineOfHeader(in bytes: [UInt8], from rest: CSVScanner) -> Int? {
    var scanner = rest
    var fields: [CSVField] = []
    for _ in 0..<ImportSession.linesAboveHeader {
      guard (try? scanner.next(into: &fields)) == true else { return nil }
      let headings = fields.map { FieldName($0.text(in: bytes)).text }
      if headings.count > 1, headings.contains(where: { HeaderReader.isRole($0, columnNames) }) {
        return scanner.recordLine
      }
    }
    return nil
  }

  /// Whether the company and the date come from somewhere; said once, and not for every row.
  private mutating func hasWhatRowsNeed(
    _ header: ImportHeader, file: Int, at range: SourceRange
  ) -> Bool {
    let before = faults.count
    if options.company == nil, header.index(of: .company) == nil {
      faults.add(.series(.noCompany), file: file, at: range)
    }
    if options.published == nil, header.index(of: .published) == nil {
      faults.add(.series(.noPublicationDate), file: file, at: range)
    }
    return faults.count == before
  }

  private mutating func readRows(
    from scanner: inout CSVScanner, of bytes: [UInt8], _ columns: RowColumns
  ) {
    var columns = columns
    var fields: [CSVField] = []
    while true {
      do throws(CSVFault) {
        guard try scanner.next(into: &fields) else { return }
      } catch {
        let fact = FileFact.csv(error.reason, columns.separator)
        faults.add(.file(fact), file: columns.file, at: error.range)
        continue
      }
      let row = DataRow(bytes: bytes, fields: fields, line: scanner.recordLine)
      if read(row, &columns) { rowCount += 1 }
      if rowCount.isMultiple(of: ImportSession.rowsBetweenLooks), isInterrupted() { return }
      if progress != nil, rowCount.isMultiple(of: ImportSession.rowsBetweenReports) {
        report(offset: scanner.offset)
      }
    }
  }

  private func report(offset: Int) {
    progress?(
      ImportProgress(
        rowCount: rowCount, byteCount: readByteCount + offset, totalByteCount: totalByteCount))
  }
}

extension CSVFault {
  /// The byte to point at.
  var range: SourceRange { SourceRange(offset, offset + 1) }
}

extension EncodingFault {
  /// The byte to point at.
  var range: SourceRange {
    switch self {
    case .nulByte(let offset), .invalidByte(_, let offset, _): SourceRange(offset, offset + 1)
    case .utf16, .otherFormat: SourceRange(0, 0)
    }
  }
}
