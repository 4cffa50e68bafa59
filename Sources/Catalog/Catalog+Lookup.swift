package import Diagnostics
import Metrics
package import QuerySyntax
import TextForm

extension Catalog {
  /// The metric that a name, alias or label stands for.
  ///
  /// Throws a diagnostic that suggests near names, or lists the metrics that share a label.
  package func metric(_ name: Name) throws(Diagnostic) -> Metric {
    if let metric = try metricIfKnown(name) { return metric }
    throw unknown(.metric, name, among: Array(content.value.metrics.names))
  }

  /// The metric that a name stands for; nil when nothing of that name is declared.
  package func metricIfKnown(_ name: Name) throws(Diagnostic) -> Metric? {
    if let metric = content.value.metrics.exact(name.folded) { return metric }
    let labelled = content.value.metrics.labelled(name.folded)
    if labelled.count > 1 { throw ambiguous(name, labelled.map(\.name)) }
    return labelled.first
  }

  /// The company that a name, alias or label stands for.
  package func company(_ name: Name) throws(Diagnostic) -> Company {
    if let company = content.value.companies.exact(name.folded) { return company }
    let labelled = content.value.companies.labelled(name.folded)
    if labelled.count > 1 { throw ambiguous(name, labelled.map(\.name)) }
    if let company = labelled.first { return company }
    throw unknown(.company, name, among: companies.map(\.name))
  }

  /// The path of the segment that a name stands for: a path, a tail of one, an alias or a label.
  package func segmentPath(_ name: Name) throws(Diagnostic) -> String {
    if let path = try segmentPathIfKnown(name) { return path }
    throw unknown(.segment, name, among: segments.map(\.path) + [Segment.rootPath])
  }

  /// The path of the segment that a name stands for; nil when nothing of that name is declared.
  package func segmentPathIfKnown(_ name: Name) throws(Diagnostic) -> String? {
    if name.folded == Segment.rootPath { return Segment.rootPath }
    if let segment = content.value.segments.exact(name.folded) { return segment.path }
    let tails = (content.value.tailIndices[name.folded] ?? []).map { segments[$0] }
    if tails.count > 1 { throw ambiguous(name, tails.map(\.path)) }
    if let tail = tails.first { return tail.path }
    let labelled = content.value.segments.labelled(name.folded)
    if labelled.count > 1 { throw ambiguous(name, labelled.map(\.path)) }
    return labelled.first?.path
  }

  /// The metric of exactly that declared name.
  package func metric(named name: String) -> Metric? {
    content.value.metrics.exact(NameFolding.fold(name))
  }

  /// The company of exactly that declared name.
  package func company(named name: String) -> Company? {
    content.value.companies.exact(NameFolding.fold(name))
  }

  /// The segment of exactly that path; nil for the root.
  package func segment(at path: String) -> Segment? {
    content.value.segments.exact(NameFolding.fold(path))
  }

  /// The children of a segment that add up to it, in the order declared.
  package func children(of path: String) -> [Segment] {
    (content.value.childIndices[path] ?? []).map { segments[$0] }.filter { !$0.isOfWhich }
  }

  /// Every segment below a path, parents before their children, in the order declared.
  package func descendants(of path: String) -> [Segment] {
    children(of: path).flatMap { [$0] + descendants(of: $0.path) }
  }

  /// The unit and scale that a written unit stands for.
  package func unit(_ phrase: UnitPhrase) throws(Diagnostic) -> PrintedUnit {
    if let unit = units.resolve(phrase.unit) { return unit }
    let name = units.unknownName(in: phrase.unit) ?? ""
    if let scale = UnitText.scale(shortenedTo: name) {
      throw Catalog.shortened(Name(name, at: phrase.range), scale: scale)
    }
    throw unknown(.unit, Name(name, at: phrase.range), among: units.allNames)
  }
}
