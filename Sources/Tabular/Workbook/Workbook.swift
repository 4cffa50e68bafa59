/// Results as a workbook of a spreadsheet, before it has become the bytes of a file.
package struct Workbook: Sendable {
  /// The sheets, in the order of their tabs.
  package var sheets: [Sheet]

  /// A workbook of some sheets.
  package init(sheets: [Sheet]) {
    self.sheets = sheets
  }

  /// A sheet: rows of cells, of which the first stay in view.
  package struct Sheet: Sendable {
    /// What stands on the tab; see ``SheetNames``.
    package var name: String
    /// The rows from the top, each from the first column on.
    package var rows: [[Cell]]
    /// The width of each column, in digits.
    package var widths: [Int]
    /// How many rows stay in view, and are printed on every page.
    package var headerRowCount: Int
    /// How many columns stay in view.
    package var labelColumnCount: Int

    /// A sheet from its parts.
    package init(
      name: String, rows: [[Cell]], widths: [Int], headerRowCount: Int = 0,
      labelColumnCount: Int = 0
    ) {
      self.name = name
      self.rows = rows
      self.widths = widths
      self.headerRowCount = headerRowCount
      self.labelColumnCount = labelColumnCount
    }
  }

  /// What stands in one place of a sheet.
  package struct Cell: Hashable, Sendable {
    /// What it holds.
    package var content: Content
    /// How it looks.
    package var style: Style

    /// A cell from its parts.
    package init(_ content: Content, _ style: Style = Style()) {
      self.content = content
      self.style = style
    }
  }

  /// What a cell holds; none of it is ever a formula.
  package enum Content: Hashable, Sendable {
    /// Nothing.
    case empty
    /// A text as it stands.
    case text(String)
    /// A number that can be calculated with.
    case number(Double)
  }

  /// How a cell looks.
  package struct Style: Hashable, Sendable {
    /// Where the content stands in the cell.
    package enum Alignment: Hashable, Sendable {
      /// To the left, as texts stand.
      case left
      /// To the right, as figures stand.
      case right
      /// In the middle of the cell and of the empty cells of the same style behind it.
      case centerAcross
    }

    /// Where the content stands.
    package var alignment = Alignment.left
    /// How many levels it is moved to the right.
    package var indent = 0
    /// How a number is shown, in the code that spreadsheets have for that; nil for what is none.
    package var numberFormat: String?
    /// Whether it is bold.
    package var isBold = false
    /// Whether a line is above.
    package var hasRuleAbove = false
    /// Whether a line is below.
    package var hasRuleBelow = false
    /// Whether a long text goes on in a line below.
    package var wraps = false

    /// The style of a plain text.
    package init() {}
  }
}
