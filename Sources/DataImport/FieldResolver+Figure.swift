import Catalog
import Metrics
import TextForm

/// A fact, thrown.
struct ImportRefusal: Error {
  let fact: ImportFact
}

/// A figure with the scale that its column and its own unit agree on.
struct ScaledFigure {
  let mantissa: Int64
  let exponent: Int8
  let scale: Int8
  let isPlain: Bool
}

extension FieldResolver {
  /// The figure in a field of a column of `unit`; nil when the field says that there is none.
  ///
  /// A figure that is taken back needn't be printed again: an empty field is then a nil.
  func figure(
    _ field: CSVField, in bytes: [UInt8], of unit: PrintedUnit, decimalMark mark: DecimalMark?,
    isWithdrawal: Bool
  ) throws(ImportRefusal) -> ScaledFigure? {
    let figure: Figure
    do throws(FigureFault) {
      let read = try FigureGrammar.figure(
        in: bytes, field.start..<field.end, decimalMark: mark)
      guard let found = read ?? (isWithdrawal ? .printedNil : nil) else { return nil }
      figure = found
    } catch {
      throw ImportRefusal(fact: .field(.figure(field.text(in: bytes), error, mark)))
    }
    let scale = try scale(of: figure, field, in: bytes, unit, mark)
    guard let exponent = Int8(exactly: scale - figure.places), exponent >= -38,
      let narrowScale = Int8(exactly: scale)
    else { throw ImportRefusal(fact: .field(.figureOutOfRange(field.text(in: bytes)))) }
    return ScaledFigure(
      mantissa: figure.mantissa, exponent: exponent, scale: narrowScale, isPlain: figure.isPlain)
  }

  /// The scale of a figure: its column's, with which a unit of its own has to agree.
  ///
  /// Where the column has none, as when a row names no unit, a figure may have one: `4.5 million`.
  private func scale(
    of figure: Figure, _ field: CSVField, in bytes: [UInt8], _ column: PrintedUnit,
    _ mark: DecimalMark?
  ) throws(ImportRefusal) -> Int {
    guard let written = figure.unit else { return column.scaleExponent }
    let composed = NameFolding.compatibilityComposed(written)
    guard let unit = UnitText(parsing: composed).flatMap(names.catalog.units.resolve) else {
      throw ImportRefusal(
        fact: .field(.figureHasNoUnit(field.text(in: bytes), unit: written, mark)))
    }
    let isPercentOfRatio = unit == .percent && column.unit.isRatio
    if isPercentOfRatio, [0, -2].contains(column.scaleExponent) { return -2 }
    let isScaleAlone = unit.unit.isRatio && unit.scaleExponent > 0
    let isSameUnit = (unit.unit == column.unit && unit != .percent) || isScaleAlone
    if isSameUnit, !column.unit.isRatio, column.scaleExponent == 0 { return unit.scaleExponent }
    let isSameScale = [0, column.scaleExponent].contains(unit.scaleExponent)
    if isSameUnit, isSameScale { return column.scaleExponent }
    throw ImportRefusal(
      fact: .field(
        .figureUnit(
          field.text(in: bytes), figureUnit: written, columnUnit: column.text)))
  }
}

extension PrintedUnit {
  /// The unit in words, with its scale: `JPY thousand`, `%`.
  var text: String {
    if self == .percent { return "%" }
    guard let scale = UnitText.scaleWord(of: scaleExponent) else { return unit.description }
    return unit.isRatio ? scale : "\(unit) \(scale)"
  }
}
