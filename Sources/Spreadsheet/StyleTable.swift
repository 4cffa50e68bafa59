import CXLSXWriter
import Tabular

/// The formats of one workbook, each style of cells told to the library once.
@safe
final class StyleTable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let library: xlsxwriter_functions
  private var formats: [Workbook.Style: UnsafeMutablePointer<lxw_format>]

  init(workbook: UnsafeMutablePointer<lxw_workbook>, library: xlsxwriter_functions) {
    unsafe self.workbook = workbook
    self.library = library
    unsafe formats = [:]
  }

  /// The format of a style; nil for that of a plain text, which needs none.
  func format(for style: Workbook.Style) -> UnsafeMutablePointer<lxw_format>? {
    if style == Workbook.Style() { return nil }
    if let known = unsafe formats[style] { return unsafe known }
    guard let format = unsafe library.workbook_add_format(workbook) else { return nil }
    unsafe set(style, of: format)
    unsafe formats[style] = format
    return unsafe format
  }

  private func set(_ style: Workbook.Style, of format: UnsafeMutablePointer<lxw_format>) {
    unsafe library.format_set_align(format, UInt8(style.alignment.code.rawValue))
    if style.wraps {
      unsafe library.format_set_text_wrap(format)
      unsafe library.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if style.indent > 0 { unsafe library.format_set_indent(format, UInt8(clamping: style.indent)) }
    if let code = style.numberFormat { unsafe library.format_set_num_format(format, code) }
    if style.isBold { unsafe library.format_set_bold(format) }
    if style.hasRuleAbove { unsafe library.format_set_top(format, thin) }
    if style.hasRuleBelow { unsafe library.format_set_bottom(format, thin) }
  }

  private var thin: UInt8 { UInt8(LXW_BORDER_THIN.rawValue) }
}

extension Workbook.Style.Alignment {
  fileprivate var code: lxw_format_alignments {
    switch self {
    case .left: LXW_ALIGN_LEFT
    case .right: LXW_ALIGN_RIGHT
    case .centerAcross: LXW_ALIGN_CENTER_ACROSS
    }
  }
}
