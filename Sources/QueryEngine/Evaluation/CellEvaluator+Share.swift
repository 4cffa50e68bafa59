import Catalog
import Metrics

extension CellEvaluator {
  /// A segment's part of its parent, or of the root; the root is all of itself.
  func share(
    of expression: TypedExpression, segment: String, period: Period, isOfRoot: Bool
  ) throws -> Evaluated {
    let parent = isOfRoot ? nil : catalog.segment(at: segment)?.parentPath
    let part = try evaluate(expression, segment: segment, period: period)
    let whole = try evaluate(
      expression, segment: parent ?? Segment.rootPath, period: period)
    // A part and its whole speak for different segments on purpose.
    return try Evaluated.combine(part.coveringEverything, whole.coveringEverything) {
      try $0 / $1
    }
  }
}
