/// The scales that Japanese tables write before the currency, in one word with it: `百万円`.
///
/// Only before a currency are they scales, as the same signs begin names of other things.
enum JapaneseScale {
  private static let exponents: [String: Int] = [
    "千": 3, "万": 4, "百万": 6, "億": 8, "十億": 9, "兆": 12,
  ]
  private static let currencies = ["円", "米ドル", "ドル", "ユーロ"]

  /// The unit without the scale in front, and the scale's power of ten; nil when there is none.
  ///
  /// For example, `百万円` gives `円` and 6, and `千円/株` gives `円/株` and 3.
  static func split(_ text: String) -> (unit: String, exponent: Int)? {
    let line = text.firstIndex(of: "/") ?? text.endIndex
    let name = text[..<line]
    for currency in currencies where name.hasSuffix(currency) {
      guard let exponent = exponents[String(name.dropLast(currency.count))] else { continue }
      return (currency + text[line...], exponent)
    }
    return nil
  }
}
