/// Writes the plot of a result as a drawing that needs nothing else.
///
/// A result without a plot has no drawing, and a document no room for a second one: whoever asks for
/// the format refuses both before they come here.
struct SVGRenderer: ResultRenderer {
  func body(of table: ResultTable, after previous: ResultTable?, width: Int?) -> RenderedOutput {
    guard let plot = table.plot else { return RenderedOutput() }
    let drawing = SVGPlot(
      plot, title: ShownTable(table).heading, notes: ShownTable(table).notes)
    return RenderedOutput(drawing.text + "\n")
  }
}
