import Catalog
import Diagnostics
import Metrics

/// All the words of an import: what is wrong, and what to do about it.
enum ImportMessage {
  /// A fact in words, without its place.
  static func diagnostic(for fact: ImportFact) -> Diagnostic {
    switch fact {
    case .file(let fact): diagnostic(for: fact)
    case .header(let fact): diagnostic(for: fact)
    case .field(let fact): diagnostic(for: fact)
    case .series(let fact): diagnostic(for: fact)
    case .warning(let warning): diagnostic(for: warning)
    }
  }

  /// The line below all faults.
  static func closing(count: Int, told: Int) -> String {
    let faults = count == 1 ? "1 fault" : "\(count) faults"
    if told == count { return "\(faults) found; nothing was imported" }
    return "… and \(count - told) more: \(faults) found; nothing was imported"
  }

  private static func diagnostic(for fact: FileFact) -> Diagnostic {
    switch fact {
    case .emptyFile:
      Diagnostic(
        "empty-file", "the file is empty",
        notes: ["a data file begins with a header, such as `metric,segment,unit,2Q04,2Q03`"])
    case .encoding(let fault): encoding(fault)
    case .noFiles:
      Diagnostic("no-figures", "there is nothing to import", notes: ["name at least one file"])
    case .noRows:
      Diagnostic(
        "no-rows", "the file has a header and no rows", notes: ["leave the file out, or fill it"])
    case .csv(let reason, let separator): csv(reason, separator)
    }
  }

  private static func encoding(_ fault: EncodingFault) -> Diagnostic {
    switch fault {
    case .nulByte:
      Diagnostic(
        "nul-byte", "there is a NUL byte here, which no text holds",
        notes: ["a spreadsheet has to be saved as CSV first"])
    case .utf16:
      Diagnostic(
        "not-utf8", "the file is not UTF-8: this looks like UTF-16",
        notes: ["convert it with `iconv -f UTF-16 -t UTF-8`"])
    case .otherFormat(let format): otherFormat(format)
    case .invalidByte(let byte, _, let guess):
      invalidByte(byte, guess)
    }
  }

  private static func otherFormat(_ format: FileFormat) -> Diagnostic {
    let (name, way) =
      switch format {
      case .json: ("JSON", "bring it into a file of CSV, with a line for each object")
      case .markup: ("HTML or XML", "bring its tables into a file of CSV")
      case .workbook: ("a workbook such as .xlsx, or an archive", "save its sheet as CSV in UTF-8")
      case .oldWorkbook: ("a workbook such as .xls", "save its sheet as CSV in UTF-8")
      case .pdf: ("a PDF", "bring its tables into a file of CSV")
      case .compressed: ("compressed", "decompress it with `gzip -d`")
      }
    return Diagnostic("not-csv", "the file is no table of CSV: it is \(name)", notes: [way])
  }

  private static func invalidByte(_ byte: UInt8, _ guess: TextEncoding?) -> Diagnostic {
    let digits = String(byte, radix: 16, uppercase: true)
    let message = "the file is not UTF-8: byte 0x\(digits) can't stand here"
    guard let guess else {
      return Diagnostic("not-utf8", message, notes: ["save the file as UTF-8"])
    }
    return Diagnostic(
      "not-utf8", message,
      notes: ["this looks like \(guess.name); convert it with `iconv -f \(guess.code) -t UTF-8`"])
  }

  private static func csv(_ reason: CSVFault.Reason, _ separator: FieldSeparator) -> Diagnostic {
    switch reason {
    case .unclosedQuote:
      Diagnostic(
        "unclosed-quote", "the quote that opens here is never closed",
        notes: [
          "close it before the next \(separator.name); a quote inside a quoted field is doubled: \"\""
        ])
    case .textAfterQuote:
      Diagnostic(
        "text-after-quote",
        "a \(separator.name) or the end of the line has to follow a closing quote",
        notes: ["a quote inside a quoted field is doubled: \"\""])
    case .carriageReturnAlone:
      Diagnostic(
        "carriage-return-alone", "a line ends in a carriage return without a line feed",
        notes: ["convert the line ends with `tr '\\r' '\\n'`"])
    }
  }
}

extension TextEncoding {
  /// The name that people know.
  var name: String {
    switch self {
    case .latin1: "Latin-1"
    case .windows1252: "Windows-1252"
    case .shiftJIS: "Shift_JIS"
    }
  }

  /// The name that `iconv` knows.
  var code: String {
    switch self {
    case .latin1: "ISO-8859-1"
    case .windows1252: "WINDOWS-1252"
    case .shiftJIS: "CP932"
    }
  }
}
