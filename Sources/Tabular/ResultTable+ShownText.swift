extension ResultTable {
  /// A cell as people see it: rounded, with its marks, without its unit.
  package func shownText(of cell: TableCell) -> String {
    CellText.shown(cell, formats: formats)
  }
}
