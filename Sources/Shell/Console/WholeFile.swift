import Glibc
package import QueryEngine
package import Tabular

/// Writes files as a whole: whatever goes wrong, a regular file holds the new content or the old.
package enum WholeFile {
  /// Writes output to the file at `path`, as it is made.
  ///
  /// A regular file gets its content under another name in the same folder, and that takes its place
  /// once it is on the disk; a link stays, and what it points to is replaced. Devices and pipes have
  /// nothing to replace and are written as they are.
  package static func write(_ output: RenderedOutput, to path: String) throws(UnwritableFile) {
    do throws(SystemError) {
      guard let place = try FileStatus.of(path) else { return try replace(path, output) }
      if let stream = place.standardStream {
        try OutputStream(descriptor: stream).writeAll(output)
      } else if place.isRegular {
        try replace(path, output)
      } else {
        let file = try SystemFile(path, O_WRONLY | O_NOCTTY)
        try file.write(output)
        try file.finish(reachesDisk: false)
      }
    } catch {
      throw UnwritableFile(reason: reason(for: error, path))
    }
  }

  /// Why the file at `path` couldn't be written just now; nil where nothing speaks against it.
  ///
  /// What is there stays as it is.
  static func refusal(of path: String) -> UnwritableFile? {
    if path.isEmpty { return UnwritableFile(reason: "the name of the file is empty") }
    do throws(SystemError) {
      if let place = try FileStatus.of(path), !place.isRegular {
        return place.isFolder
          ? UnwritableFile(reason: SystemError(EISDIR).text) : try refusal(ofDevice: path)
      }
      // Where a file can be begun, it can be replaced.
      _ = try FileReplacement(of: path)
      return nil
    } catch {
      return UnwritableFile(reason: reason(for: error, path))
    }
  }

  /// A device or a pipe isn't opened before there is something to write.
  private static func refusal(ofDevice path: String) throws(SystemError) -> UnwritableFile? {
    if unsafe access(path, W_OK) != 0 { throw SystemError() }
    return nil
  }

  private static func replace(_ path: String, _ output: RenderedOutput) throws(SystemError) {
    let replacement = try FileReplacement(of: path)
    try replacement.file.write(output)
    try replacement.commit()
  }

  /// The system's words, but for a folder that isn't there, of which it only says that something
  /// isn't.
  static func reason(for error: SystemError, _ path: String) -> String {
    guard error.number == ENOENT, let slash = path.lastIndex(of: "/") else { return error.text }
    let folder = String(path[..<slash])
    return FileContent.exists(folder) ? error.text : "there is no folder '\(folder)'"
  }
}
