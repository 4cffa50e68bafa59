import QuerySyntax

/// The text as which an entry of the history comes back on Up.
///
/// One statement comes back as one line; several that were entered together keep their lines, because
/// a line break between two statements ends the first.
package func recalledStatement(_ entry: String) -> String {
  QueryParser.statementCount(in: entry) > 1 ? entry : singleLine(recalling: entry)
}
