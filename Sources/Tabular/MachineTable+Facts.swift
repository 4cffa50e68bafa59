import Metrics

extension MachineTable {
  /// Writes facts in the tidy layout.
  ///
  /// Facts that follow one another are often of one subject and differ in their measures. Fields are
  /// read where they stand: a fact taken out of the array would have all its texts retained for
  /// every row.
  static func write(
    _ facts: [Fact], _ range: Range<Int>, to writer: inout some MachineRowWriter
  ) {
    var subject = 0..<0
    for index in range {
      if index > range.lowerBound, isOfSubjectBefore(facts, index) {
        writer.repeatFields(subject, count: 5)
      } else {
        let start = writer.bytes.count
        writer.text(facts[index].company)
        writer.text(facts[index].segment)
        writer.text(facts[index].period)
        writer.date(facts[index].start)
        writer.date(facts[index].end)
        subject = start..<writer.bytes.count
      }
      writer.text(facts[index].measure)
      writer.number(facts[index].cell.number)
      writer.text(facts[index].unit)
      writer.text(facts[index].cell.status)
      if facts[index].release.isEmpty { writer.absent() } else { writer.text(facts[index].release) }
      writer.endRow()
    }
  }

  /// Whether a fact and the one before it agree in all that comes before the measure; first in what
  /// takes least to tell.
  private static func isOfSubjectBefore(_ facts: [Fact], _ index: Int) -> Bool {
    facts[index].end?.dayNumber == facts[index - 1].end?.dayNumber
      && facts[index].start?.dayNumber == facts[index - 1].start?.dayNumber
      && facts[index].period == facts[index - 1].period
      && facts[index].segment == facts[index - 1].segment
      && facts[index].company == facts[index - 1].company
  }
}
