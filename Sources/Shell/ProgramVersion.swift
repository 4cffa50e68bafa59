/// Which version of the program this is.
package enum ProgramVersion {
  /// The version, as release notes call it.
  package static let text = "0.1.0"
}
