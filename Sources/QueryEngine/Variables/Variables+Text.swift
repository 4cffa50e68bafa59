import Diagnostics
import QuerySyntax
import TextForm

extension Variables {
  /// A text for people with the values of the variables named in it; `$$` stands for a sign of its own.
  ///
  /// A sign before anything but a name is itself, as in `$5`. Throws where a variable is unknown.
  func text(_ template: String, at range: SourceRange) throws(Diagnostic) -> String {
    var text = ""
    var rest = template[...]
    while let sign = rest.firstIndex(of: "$") {
      text += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if rest.first == "$" {
        text += "$"
        rest = rest.dropFirst()
      } else if let first = name.first, !first.isNumber {
        text += try value(named: String(name), at: range)
        rest = rest[name.endIndex...]
      } else {
        text += "$"
      }
    }
    return text + rest
  }

  private func value(named name: String, at range: SourceRange) throws(Diagnostic) -> String {
    guard let value = value(named: name) else {
      throw VariableMessage.unknownInText(name, among: names, at: range)
    }
    switch value.kind {
    case .string(let text): return text
    case .name(let name): return name.text
    default: return value.canonicalText
    }
  }
}
