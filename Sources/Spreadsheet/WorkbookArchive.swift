import CXLSXWriter

/// The parts of a workbook as they are packed, read again to see whether each is there to its end.
///
/// The library writes parts into temporary files before it packs them, and doesn't notice when the
/// disk has no room for one: what it packs is then cut off somewhere.
struct WorkbookArchive {
  private let library: xlsxwriter_functions
  private let path: String

  init(path: String, library: xlsxwriter_functions) {
    self.path = path
    self.library = library
  }

  /// Whether every part ends with what its first element has to end with.
  var isWhole: Bool {
    guard let archive = unsafe library.unzOpen(path) else { return false }
    defer { _ = unsafe library.unzClose(archive) }
    var status = unsafe library.unzGoToFirstFile(archive)
    while status == 0 {
      guard let part = unsafe part(of: archive), part.isWhole else { return false }
      status = unsafe library.unzGoToNextFile(archive)
    }
    return status == Self.endOfList
  }

  private static let endOfList: CInt = -100

  /// The beginning and the end of the part at hand; nil where it can't be read.
  private func part(of archive: UnsafeMutableRawPointer) -> PartEnds? {
    guard unsafe library.unzOpenCurrentFile(archive) == 0 else { return nil }
    var ends = PartEnds()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { bytes in
        unsafe library.unzReadCurrentFile(archive, bytes.baseAddress, CUnsignedInt(bytes.count))
      }
      if count < 0 { return nil }
      if count == 0 { break }
      ends.add(piece[..<Int(count)])
    }
    return unsafe library.unzCloseCurrentFile(archive) == 0 ? ends : nil
  }
}

/// The first and the last bytes of a part in XML.
struct PartEnds {
  private static let kept = 512
  private var first: [UInt8] = []
  private var last: [UInt8] = []

  /// Adds the bytes that follow.
  mutating func add(_ bytes: ArraySlice<UInt8>) {
    first += bytes.prefix(PartEnds.kept - first.count)
    last = (last + bytes.suffix(PartEnds.kept)).suffix(PartEnds.kept)
  }

  /// Whether the element that begins the part also ends it.
  var isWhole: Bool {
    let text = String(decoding: first, as: UTF8.self)
    guard
      let start = text.indices.first(where: { index in
        text[index] == "<" && text[text.index(after: index)...].first?.isLetter == true
      })
    else { return false }
    let name = text[text.index(after: start)...].prefix { !" />\r\n".contains($0) }
    let end = String(decoding: last, as: UTF8.self)
    let written = end.prefix(end.count - end.reversed().prefix { $0.isWhitespace }.count)
    return written.hasSuffix("</\(name)>")
  }
}
