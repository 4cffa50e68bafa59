import Glibc

/// The place of a store in the file system, judged before SQLite touches it.
///
/// SQLite takes an empty file and `/dev/null` for a valid empty database, and says of most other
/// mistakes only that it can't open the file.
struct StoreLocation {
  /// What is at a path where a store may be or become.
  enum Content {
    case nothing
    case emptyFile
    case database
  }

  let path: String

  /// What is at the path; throws when it can be neither a store nor the place for one.
  func content() throws(StoreError) -> Content {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return try contentWithoutFile(errno) }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: throw .isFolder(path: path)
    case S_IFREG: break
    default: throw .notAFile(path: path)
    }
    if facts.st_size == 0 { return .emptyFile }
    let beginning = try beginning()
    if beginning.starts(with: "SQLite format 3\0".utf8) { return .database }
    // Whole pages of something else than text were a store, and no file of figures.
    let isOfPages = Int(facts.st_size).isMultiple(of: StoreLocation.pageSize)
    if isOfPages, beginning.contains(where: { $0 < UInt8(ascii: "\t") }) {
      throw .damaged(path: path, detail: "it doesn't begin as a store does")
    }
    throw .notSQLite(path: path)
  }

  /// Whether everything that was appended is in the file itself, and nothing in a log beside it.
  var isSettled: Bool {
    ["-wal", "-journal"].allSatisfy { suffix in
      var facts = stat()
      return stat(path + suffix, &facts) != 0 || facts.st_size == 0
    }
  }

  /// The path as a URI, so that no character in it means anything to SQLite.
  func uri(mode: String) -> String {
    // What begins with two slashes would name a host.
    let rooted = path.hasPrefix("/") ? "//" + path : "./" + path
    var encoded = ""
    for byte in rooted.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
      }
    }
    return "file:\(encoded)?\(mode)"
  }

  private func contentWithoutFile(_ error: Int32) throws(StoreError) -> Content {
    guard error == ENOENT || error == ENOTDIR else { throw .noPermission(path: path) }
    var facts = stat()
    guard stat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
      throw .noSuchFolder(path: path, folder: folder)
    }
    return .nothing
  }

  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The size of a store's pages, which is what SQLite takes unless told otherwise.
  private static let pageSize = 4096

  private func beginning() throws(StoreError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .noPermission(path: path) }
    defer { close(file) }
    var beginning = [UInt8](repeating: 0, count: 512)
    let count = read(file, &beginning, beginning.count)
    return Array(beginning.prefix(max(0, count)))
  }
}
