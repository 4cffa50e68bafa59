extension UnitText {
  /// The scale that a short form of other programs and languages stands for: `million` for `mln`.
  ///
  /// They aren't scales themselves, as several are units too: `m` may be metres and `t` tonnes.
  package static func scale(shortenedTo name: String) -> String? {
    switch name.lowercased() {
    case "k", "th", "thou", "thsd", "tsd": "thousand"
    case "m", "mil", "mill", "mio", "mln", "mm", "mn": "million"
    case "b", "bil", "bio", "bln", "bn", "mrd": "billion"
    case "t", "tn", "tril", "trn": "trillion"
    default: nil
    }
  }
}
