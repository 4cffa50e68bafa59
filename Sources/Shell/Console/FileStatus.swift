import Glibc

/// What the system knows of a file.
struct FileStatus {
  private let status: stat

  /// What is known of the file at a path, links followed; nil where there is none.
  static func of(_ path: String) throws(SystemError) -> FileStatus? {
    var status = stat()
    if unsafe stat(path, &status) == 0 { return FileStatus(status: status) }
    if errno == ENOENT { return nil }
    throw SystemError()
  }

  private static func of(descriptor: CInt) -> FileStatus? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? FileStatus(status: status) : nil
  }

  /// Whether it is an ordinary file, and no folder, device or pipe.
  var isRegular: Bool { status.st_mode & S_IFMT == S_IFREG }
  /// Whether it is a folder.
  var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
  /// Who may do what with it.
  var permissions: mode_t { status.st_mode & 0o7777 }
  /// Whose it is.
  var owner: (user: uid_t, group: gid_t) { (status.st_uid, status.st_gid) }

  /// The descriptor of standard output or standard error, where that is this very file.
  ///
  /// What is written to `/dev/stdout` has to stand behind what was written there before.
  var standardStream: CInt? {
    [STDOUT_FILENO, STDERR_FILENO].first { descriptor in
      guard let other = FileStatus.of(descriptor: descriptor)?.status else { return false }
      return other.st_dev == status.st_dev && other.st_ino == status.st_ino
    }
  }

  /// What a path points to: itself, where it is no link, and also where nothing is there yet.
  static func linkTarget(of path: String) throws(SystemError) -> String {
    var path = path
    for _ in 0..<40 {
      guard let link = try content(ofLink: path) else { return path }
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = link.hasPrefix("/") ? link : folder + link
    }
    throw SystemError(ELOOP)
  }

  private static func content(ofLink path: String) throws(SystemError) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path, &buffer, buffer.count)
    if count >= 0 {
      return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    if errno == EINVAL || errno == ENOENT { return nil }
    throw SystemError()
  }
}
