package import Catalog
package import MetricStore
package import QuerySyntax
import Diagnostics
import Metrics
import TextForm

/// Files that were checked to the last row, ready to be appended as one release.
package struct CheckedImport: Sendable {
  /// The release with all its figures.
  package let release: ReleaseAppend
  /// What has to be declared before it, in the order in which it may be declared.
  package let declarations: [Declaration]
  /// What is declared, in words: `1 metric: net_sales flow USD`; nil when nothing is.
  package let declared: String?
  /// Which labels got a name that isn't their own, in words, because it was taken.
  package let alteredNames: [String]
  /// What should be known about the figures, in words with their places; they are imported all the same.
  package let warnings: [String]
  /// The rows read, header lines and blank lines not counted.
  package let rowCount: Int
  /// The fields without a figure.
  package let missingCount: Int

  /// The figures read.
  package var figureCount: Int { release.observations.count }
}

/// The checked import: from the bytes of files to a release, or to everything wrong with them.
///
/// It is pure, so that it can be tried (`--dry-run`), shown and tested alone, and done again inside
/// the transaction that appends, if the catalog changed in between. Nothing partial comes out: one
/// bad row, and there is no release but a list of what is wrong.
package enum ReleaseImport {
  /// Reads and checks all files against a catalog.
  ///
  /// - Parameters:
  ///   - files: The files, in the order in which the release names them.
  ///   - options: What the person who imports says.
  ///   - catalog: The names that are declared.
  ///   - digest: The SHA-256 of a file's bytes.
  ///   - progress: Called every few thousand rows and at the end of each file.
  ///   - isInterrupted: Asked every few hundred rows whether to stop; what comes back is worth nothing
  ///     then.
  /// - Returns: The release, with what has to be declared before it.
  /// - Throws: Everything that is wrong, up to the limit of the options, and the count of the rest.
  package static func check(
    files: [ImportFile], options: ImportOptions, catalog: Catalog,
    digest: ([UInt8]) -> [UInt8], progress: ((ImportProgress) -> Void)? = nil,
    isInterrupted: @escaping () -> Bool = { false }
  ) throws(ImportFailure) -> CheckedImport {
    var session = ImportSession(
      catalog: catalog, options: options,
      totalByteCount: files.reduce(0) { $0 + $1.bytes.count }, progress: progress,
      isInterrupted: isInterrupted)
    session.checkOptions()
    guard session.faults.isEmpty else { throw session.faults.failure }
    for (index, file) in files.enumerated() {
      session.read(file, index: index, digest: digest(file.bytes))
    }
    session.checkRenames()
    guard session.faults.isEmpty else { throw session.faults.failure }
    session.checkConflicts(in: files)
    let names = session.resolver.names
    return CheckedImport(
      release: try release(of: session, files: files), declarations: names.declarations,
      declared: ImportMessage.declared(names.declarations, in: names.catalog),
      alteredNames: names.alteredNames.map(ImportMessage.altered),
      warnings: warnings(of: session, files: files), rowCount: session.rowCount,
      missingCount: session.missingCount)
  }

  private static func warnings(of session: ImportSession, files: [ImportFile]) -> [String] {
    let warnings = session.warnings
    let further = warnings.furtherCount
    return ImportFailure.Fault.paragraphs(of: warnings.faults, for: files)
      + (further > 0 ? [ImportMessage.furtherWarnings(further)] : [])
  }

  private static func release(
    of session: ImportSession, files: [ImportFile]
  ) throws(ImportFailure) -> ReleaseAppend {
    let options = session.options
    let ownCompany = session.resolver.optionsCompany
    guard let company = ownCompany ?? session.series.keys.first?.company,
      let published = options.published ?? session.newestPublished
    else {
      var faults = session.faults
      faults.add(.file(.noFiles))
      throw faults.failure
    }
    let name = options.release ?? releaseName(from: files.first?.baseName ?? "")
    return ReleaseAppend(
      name: name, title: options.title ?? name, company: company, published: published,
      sources: session.sources, series: session.series.keys, observations: session.observations)
  }

  /// A release's name made from a file's: `2Q04 results.csv` gives `2q04-results`.
  private static func releaseName(from file: String) -> String {
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    let words = NameFolding.fold(stem).split { !LabelNaming.isName(String($0)) && $0 != "-" }
    return words.isEmpty ? "release" : words.joined(separator: "-")
  }
}
