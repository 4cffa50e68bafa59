import Catalog
import Diagnostics
import Metrics
import QuerySyntax
import TextForm

/// The names of a catalog as an import needs them: looked up, and declared where that is wanted.
struct ImportNames {
  private(set) var catalog: Catalog
  private(set) var declarations: [Declaration] = []
  /// The labels whose names were taken, in the order met.
  private(set) var alteredNames: [AlteredName] = []
  private let options: ImportOptions
  /// A name in a data file has its place there, and none in a script.
  private static let nowhere = SourceRange(0, 0)

  init(catalog: Catalog, options: ImportOptions) {
    self.catalog = catalog
    self.options = options
  }

  /// The kind of new metrics whose rows don't say it; nil where it has to be said.
  var defaultKind: MetricKind? { options.kind }

  mutating func company(_ text: String) -> Resolved<Company> {
    do throws(Diagnostic) {
      return .found(try catalog.company(ImportNames.written(text)))
    } catch {
      guard options.declares, error.id == "unknown-company" else { return refused(error) }
      guard let calendar = options.fiscalCalendar else {
        return .refused(.series(.newCompanyWithoutCalendar(text)))
      }
      guard let (name, labels) = naming(text, as: .company) else {
        return .refused(.series(.nameless(text, .company)))
      }
      let declared = declare(
        .company(
          CompanyDeclaration(name: name, labels: labels, calendar: calendar, truncates: false)),
        name)
      if let declared { return .refused(declared) }
      return catalog.company(named: name.text).map { .found($0) } ?? refused(error)
    }
  }

  func metric(_ text: String) -> Resolved<MetricReference> {
    do throws(Diagnostic) {
      return .found(.declared(try catalog.metric(ImportNames.written(text))))
    } catch {
      let canDeclare = options.declares && error.id == "unknown-metric"
      return canDeclare ? .found(.new(text)) : refused(error)
    }
  }

  mutating func segmentPath(_ text: String) -> Resolved<String> {
    do throws(Diagnostic) {
      return .found(try catalog.segmentPath(ImportNames.written(text)))
    } catch {
      guard options.declares, error.id == "unknown-segment" else { return refused(error) }
      return declareSegment(text)
    }
  }

  mutating func unit(_ text: String) -> Resolved<UnitReference> {
    let composed = NameFolding.compatibilityComposed(text)
    if let advice = UnitAdvice(for: text, in: catalog.units), !isKnown(composed) {
      return .refused(.field(.badUnit(text, advice.text)))
    }
    guard let written = UnitText(parsing: composed) else {
      return .refused(.field(.badUnit(text, nil)))
    }
    if written.isScaleOnly, written.scaleExponent > 0 {
      return .found(.scale(written.scaleExponent))
    }
    if options.declares, let fact = declareUnits(in: written) { return .refused(fact) }
    do throws(Diagnostic) {
      let unit = try catalog.unit(UnitPhrase(unit: written, at: ImportNames.nowhere))
      return .found(.printed(unit, written))
    } catch {
      return refused(error)
    }
  }

  /// Whether a unit can be read as it stands.
  private func isKnown(_ unit: String) -> Bool {
    UnitText(parsing: unit).flatMap(catalog.units.resolve) != nil
  }

  /// Declares a metric of a label, with the kind and unit that its file gives it.
  mutating func declareMetric(
    _ label: String, kind: MetricKind, unit: UnitText
  ) -> Resolved<Metric> {
    guard let (name, labels) = naming(label, as: .metric) else {
      return .refused(.series(.nameless(label, .metric)))
    }
    let isHundredths = unit.isScaleOnly && unit.scaleExponent < 0
    let base = UnitText(
      numerator: unit.numerator, denominator: unit.denominator,
      scaleExponent: isHundredths ? unit.scaleExponent : 0)
    let phrase = UnitPhrase(unit: declarable(base), at: ImportNames.nowhere)
    let fact = declare(
      .metric(
        MetricDeclaration(name: name, definition: .reported(kind, phrase), labels: labels)), name)
    if let fact { return .refused(fact) }
    return catalog.metric(named: name.text).map { .found($0) } ?? .refused(.series(.noMetric))
  }

  /// A unit by the names that a declaration takes: `EUR` for a `€`.
  private func declarable(_ unit: UnitText) -> UnitText {
    guard unit.scaleExponent == 0, let known = catalog.units.resolve(unit)?.unit, !known.isRatio
    else { return unit }
    return UnitText(parsing: known.description) ?? unit
  }

  private static func written(_ text: String) -> Name {
    Name(text, isQuoted: true, at: nowhere)
  }

  private func refused<Value>(_ diagnostic: Diagnostic) -> Resolved<Value> {
    let isUnknown = diagnostic.id.hasPrefix("unknown-")
    return .refused(.series(.catalog(diagnostic, canDeclare: isUnknown && !options.declares)))
  }
}

extension ImportNames {
  private mutating func declare(_ declaration: Declaration, _ name: Name) -> ImportFact? {
    if let reason = ImportNames.reasonAgainst(declaration) {
      return .series(.undeclarable(name.text, reason: reason))
    }
    do throws(Diagnostic) {
      try catalog.declare(declaration)
      declarations.append(declaration)
      return nil
    } catch {
      return .series(.catalog(error, canDeclare: false))
    }
  }

  /// Why a declaration can't be read back from the store, where it will stand for good; nil where it can.
  private static func reasonAgainst(_ declaration: Declaration) -> String? {
    let text = declaration.canonicalText
    let script = QueryParser.parse(SourceText(name: "import", text))
    if let fault = script.diagnostics.first { return fault.message }
    return script.statements.map(\.canonicalText) == [text] ? nil : "it would be read otherwise"
  }

  private mutating func declareSegment(_ text: String) -> Resolved<String> {
    guard let parts = LabelNaming.path(text) else {
      guard let (name, labels) = naming(text, as: .segment) else {
        return .refused(.series(.nameless(text, .segment)))
      }
      return declareSegment(name, labels)
    }
    let first = LabelNaming.name(
      for: parts[0], prefix: "segment", isReserved: Vocabulary.isReserved)
    guard var path = first else { return .refused(.series(.nameless(text, .segment))) }
    for part in parts.dropFirst() {
      if catalog.segment(at: path) == nil {
        let parent = declareSegment(Name(path, at: ImportNames.nowhere), Labels())
        if parent.fact != nil { return parent }
      }
      path += "." + part
    }
    return declareSegment(Name(path, at: ImportNames.nowhere), Labels())
  }

  private mutating func declareSegment(_ name: Name, _ labels: Labels) -> Resolved<String> {
    let fact = declare(.segment(SegmentDeclaration(name: name, labels: labels)), name)
    return fact.map { .refused($0) } ?? .found(name.text)
  }

  private mutating func declareUnits(in written: UnitText) -> ImportFact? {
    for part in written.numerator + written.denominator where !catalog.units.contains(part) {
      guard LabelNaming.isName(part) else { return .field(.badUnit(part, nil)) }
      let name = Name(part, at: ImportNames.nowhere)
      if let fact = declare(.unit(UnitDeclaration(name: name, labels: Labels())), name) {
        return fact
      }
    }
    return nil
  }

  /// A free name for a label, and the label where the name doesn't say it already; nil where it has no
  /// letter that could be in a name.
  private mutating func naming(_ label: String, as thing: AlteredName.Thing) -> (Name, Labels)? {
    let made = LabelNaming.name(
      for: label, prefix: thing.rawValue, isReserved: Vocabulary.isReserved)
    guard let base = made else { return nil }
    var name = base
    var number = 2
    while owner(of: name, before: thing) != nil {
      name = "\(base)_\(number)"
      number += 1
    }
    if let owner = owner(of: base, before: thing) {
      alteredNames.append(
        AlteredName(
          label: label, thing: thing, name: name, takenName: base, owner: owner.thing,
          ownerLabel: owner.label))
    }
    return (Name(name, at: ImportNames.nowhere), Labels(label: name == label ? nil : label))
  }

  /// What has a name already, with its label; first of all a `thing`, whose figures it could be.
  private func owner(
    of name: String, before thing: AlteredName.Thing
  ) -> (thing: AlteredName.Thing, label: String?)? {
    let labels: [(thing: AlteredName.Thing, labels: Labels?)] = [
      (.metric, catalog.metric(named: name)?.labels),
      (.company, catalog.company(named: name)?.labels),
      (.segment, catalog.segment(at: name)?.labels),
    ]
    let owners = labels.compactMap { owner in owner.labels.map { (owner.thing, $0.label) } }
    return owners.first { $0.0 == thing } ?? owners.first
  }
}
