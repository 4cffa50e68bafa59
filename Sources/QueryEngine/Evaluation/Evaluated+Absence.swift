import Metrics

extension Evaluated.Gap {
  /// Why a figure isn't there that publications told; nil for one that nobody reported.
  var absence: Absence? {
    if case .missing(_, _, _, _, let absence) = self { absence } else { nil }
  }
}

extension Evaluated {
  /// The cell as machines are told it: one that is missing for a single cause says which.
  var toldCell: Cell {
    if !cell.isMissing || gaps.isEmpty { return cell }
    let absences = Set(
      gaps.map { gap in
        gap.absence.map { $0.cause == .withdrawn ? Cell.Absence.withdrawn : .underived }
          ?? .unreported
      })
    var told = cell
    if absences.count == 1, let only = absences.first { told.absence = only }
    return told
  }
}
