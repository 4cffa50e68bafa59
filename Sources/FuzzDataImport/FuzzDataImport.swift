import Catalog
import DataImport
import Metrics

/// The entry that libFuzzer calls: any bytes are imported or refused, and nothing else.
///
/// A new catalog is filled by each input, so that declaring and looking up are reached too.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDataImport(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let file = ImportFile(name: "fuzz.csv", bytes: bytes)
  var options = ImportOptions()
  options.company = "fuzz"
  options.published = CalendarDate(year: 2004, month: 11, day: 11)
  options.declares = true
  options.kind = .flow
  options.fiscalCalendar = FiscalCalendar(startMonth: 4, naming: .start)
  do throws(ImportFailure) {
    _ = try ReleaseImport.check(
      files: [file], options: options, catalog: Catalog(), digest: { _ in [] })
  } catch {
    precondition(!error.text(for: [file]).isEmpty)
  }
  _ = try? FigureGrammar.figure(in: bytes, bytes.indices)
  return 0
}
