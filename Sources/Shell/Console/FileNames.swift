import Glibc

/// What is in a folder, for completing the name of a file.
enum FileNames {
  /// The most names that are looked at: a longer list helps nobody.
  private static let limit = 1_000

  /// The names in `folder` that begin with `beginning`, folders with a slash, in alphabetical order.
  ///
  /// Hidden files are there for whoever types their dot; a folder that can't be read holds nothing.
  static func names(in folder: String, beginningWith beginning: String) -> [String] {
    let path = folder.isEmpty ? "." : folder
    guard let stream = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while names.count < limit, let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          unsafe String(cString: $0)
        }
      }
      let isHidden = name.hasPrefix(".") && !beginning.hasPrefix(".")
      guard name.hasPrefix(beginning), !isHidden, name != ".", name != ".." else { continue }
      let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
      names.append(isFolder ? name + "/" : name)
    }
    return names.sorted()
  }
}
