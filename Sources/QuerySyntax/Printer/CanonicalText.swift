/// Writes trees back as the one text that stands for them.
///
/// The text is one line with single spaces, words of the language in small letters and names as they
/// were written. Reading it gives a tree that prints the same, which is what the store relies on when
/// it keeps and hashes declarations in this form.
struct CanonicalText {
  private(set) var text = ""

  /// Adds text as it stands.
  mutating func add(_ piece: String) {
    text += piece
  }

  /// Adds items with a separator between them.
  mutating func add<Item>(
    _ items: [Item], separator: String = ", ", _ item: (inout CanonicalText, Item) -> Void
  ) {
    for (index, value) in items.enumerated() {
      if index > 0 { add(separator) }
      item(&self, value)
    }
  }

  /// The text that `body` writes.
  static func of(_ body: (inout CanonicalText) -> Void) -> String {
    var result = CanonicalText()
    body(&result)
    return result.text
  }
}

extension Statement {
  /// The statement on one line, in the form that reads back to the same.
  package var canonicalText: String { CanonicalText.of { $0.add(self) } }
}

extension Query {
  /// The query on one line, in the form that reads back to the same.
  package var canonicalText: String { CanonicalText.of { $0.add(self) } }
}

extension Expression {
  /// The expression on one line, in the form that reads back to the same.
  package var canonicalText: String { CanonicalText.of { $0.add(self) } }
}

extension SegmentPattern {
  /// The pattern in the form that reads back to the same.
  package var canonicalText: String { CanonicalText.of { $0.add(self) } }
}

extension PeriodColumn {
  /// The column in the form that reads back to the same.
  package var canonicalText: String { CanonicalText.of { $0.add(self) } }
}

extension Clause {
  /// The clause in the form that reads back to the same.
  package var canonicalText: String { CanonicalText.of { $0.add(self) } }
}

extension PeriodExpression {
  /// The period on one line, in the form that reads back to the same.
  package var canonicalText: String { CanonicalText.of { $0.add(self) } }
}

extension Declaration {
  /// The declaration on one line, in the form that the store keeps and hashes.
  package var canonicalText: String { CanonicalText.of { $0.add(self) } }
}
