// The three columns in which a fault is told.
extension StoreFault {
  /// What the fault is in: a release, a declaration, a trigger.
  package var what: String {
    switch self {
    case .structure, .packedStray: "file"
    case .unreadable(let part, _): part
    case .danglingReferences(let table, _, _), .constantsChanged(let table),
      .strayRows(let table, _):
      "table \(table)"
    case .objectMissing(let kind, let name), .objectChanged(let kind, let name),
      .objectAdded(let kind, let name):
      "\(kind) \(name)"
    case .link(let label, _): label.what
    case .strayName(let id, let text): "name \(text ?? "\(id)")"
    case .emptySeries(let key), .packedDiffer(let key), .packedMissing(let key):
      "series \(key.shown)"
    case .unknownHead: "head"
    }
  }

  /// Where in the store that is.
  package var place: String {
    switch self {
    case .structure, .unreadable: "structure"
    case .danglingReferences, .strayRows, .strayName, .emptySeries: "rows"
    case .objectMissing, .objectChanged, .objectAdded, .constantsChanged: "schema"
    case .link(let label, _): "link \(label.number)"
    case .packedDiffer, .packedMissing, .packedStray: "packed columns"
    case .unknownHead(let digest): digest
    }
  }

  /// What is wrong.
  package var problem: String {
    switch self {
    case .structure(let detail): detail
    case .unreadable(_, let detail): "can't be read: \(detail)"
    case .danglingReferences(_, let parent, let count):
      "\(count) \(count == 1 ? "row refers" : "rows refer") to what isn't in table \(parent)"
    case .objectMissing: "is missing"
    case .objectChanged: "isn't what the form of the file says"
    case .objectAdded: "doesn't belong to the form of the file"
    case .constantsChanged: "has other rows than the form of the file says"
    case .link(_, let fault): fault.problem
    case .strayRows(_, let count):
      "\(count) \(count == 1 ? "row belongs" : "rows belong") to no append"
    case .strayName(_, let text):
      text == nil ? "can't be read" : "is the name of nothing that was appended"
    case .emptySeries: "has no observation"
    case .packedDiffer: "differ from its observations"
    case .packedMissing: "are missing"
    case .packedStray(let count): "\(count) of them \(count == 1 ? "is" : "are") of no series"
    case .unknownHead: "no link of this chain has that digest"
    }
  }
}

extension LinkLabel {
  /// What was appended, in words.
  package var what: String {
    switch content {
    case .release(let name): "release \(name)"
    case .declarations(let first, 1): first
    case .declarations(let first, let count): "\(first) and \(count - 1) more"
    case .nothing: "link \(number)"
    }
  }
}

extension LinkFault {
  fileprivate var problem: String {
    switch self {
    case .misnumbered(let due): "the chain has this link where number \(due) is due"
    case .unreadable: "a column of the link holds what no append writes"
    case .unknownRules(let version):
      "its digests follow rules that this version of kessan doesn't know (\(version))"
    case .previousDiffers: "it doesn't continue the link before it"
    case .digestDiffers: "the link's digest isn't that of its fields"
    case .sealDiffers:
      "the seal isn't that of when it was appended: the time or the seal was changed"
    case .contentMissing: "what was appended with the link isn't there"
    case .contentDiffers: "isn't what was appended: its digest differs"
    case .rowCount(let stated, let found): "\(stated) rows were appended, and \(found) are there"
    case .unreadableRow(let table, let number): "row \(number) of \(table) isn't what was appended"
    case .misplacedRows(let table): "its rows of \(table) aren't in the order of appending"
    case .failed(let detail): "can't be read: \(detail)"
    }
  }
}

extension SeriesKey {
  /// The series in words, as every message names it.
  var shown: String { "\(company) \(metric) \(segment) in \(unit)" }
}
