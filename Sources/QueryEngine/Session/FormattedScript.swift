import DataImport
package import Diagnostics
import QuerySyntax

/// A script written anew, in the one form that its statements have.
package enum FormattedScript {
  /// The text of a script with each statement in its canonical form; throws all faults of its
  /// syntax.
  ///
  /// Files that the script includes are left alone.
  package static func text(of source: SourceText) throws(Failure) -> String {
    if let fault = TextEncoding.diagnostic(for: source.utf8) {
      throw .diagnostics([fault], source)
    }
    let script = QueryParser.parse(source)
    guard script.diagnostics.isEmpty else { throw .diagnostics(script.diagnostics, source) }
    return script.formatted(from: source)
  }
}
