import Catalog
import QuerySyntax
import TextForm

/// Things that have several names: the one that is offered first, and labels and aliases.
extension Completion.Candidate {
  /// Something declared, with its labels.
  init(_ name: String, detail: String? = nil, labels: Labels) {
    self.init(name, detail: detail ?? labels.label)
    otherNames = labels.aliases.map(\.text) + labels.all
  }

  /// The candidate if it begins so, or else under another of its names that does and is a plain word; nil
  /// without one.
  func beginning(with folded: String) -> Self? {
    if folded.isEmpty || NameFolding.fold(text).hasPrefix(folded) { return self }
    return named(otherNames.first { Self.isWord($0) && NameFolding.fold($0).hasPrefix(folded) })
  }

  /// Whether the end of a path, of as many parts, begins so: segments are known by their ends too.
  func hasEnd(beginning folded: String) -> Bool {
    let parts = NameFolding.fold(text).split(separator: ".")
    let count = folded.split(separator: ".", omittingEmptySubsequences: false).count
    return count < parts.count && parts.suffix(count).joined(separator: ".").hasPrefix(folded)
  }

  /// The candidate as it stands in quotation marks, under the first of its names that begins so, labels
  /// first: what is a plain word needs none.
  func quoted(beginningWith folded: String) -> Self? {
    let names = otherNames.filter { !Self.isWord($0) } + [text] + otherNames
    var candidate = named(names.first { NameFolding.fold($0).hasPrefix(folded) })
    candidate?.ending = "\" "
    return candidate
  }

  /// The same under another name, beside which its own is told.
  private func named(_ other: String?) -> Self? {
    guard let other else { return nil }
    var candidate = self
    candidate.text = other
    if other != text { candidate.detail = text }
    return candidate
  }

  private static func isWord(_ name: String) -> Bool {
    name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
  }
}
