import DataImport
import Testing

/// A file that is refused, with the exact words.
struct RefusedFile: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: [UInt8]
  let text: String
  var testDescription: String { name }

  init(_ name: String, _ file: String, _ text: String) {
    self.init(name, bytes: Array(file.utf8), text)
  }

  init(_ name: String, bytes: [UInt8], _ text: String) {
    (self.name, self.bytes, self.text) = (name, bytes, text)
  }
}

/// Files that are refused as a whole, or for their header.
@Suite struct RefusedFilesTests {
  @Test(arguments: [
    RefusedFile(
      "a bad figure in the middle",
      "metric,2Q04,1Q04\nrevenue,5,7\nrevenue,12abc,1\ncash,\"1,23\",2\n",
      """
      data.csv:3:9: error: '12abc' is no figure: there is no unit 'abc'
          revenue,12abc,1
                  ^~~~~
        write the figure alone, its unit in the column `unit`, and what else there is in `note`
      data.csv:4:7: error: '1,23' is no figure: commas group digits by three
          cash,"1,23",2
                ^~~~
        write 1,234,567, and a decimal point as 1.23; --decimal comma reads 1.234,5
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "an unknown column", "metrik,segment,2Q04,2Q4,Q3\nrevenue,,5,6,7\n",
      """
      data.csv:1:1: error: there is no column 'metrik'
          metrik,segment,2Q04,2Q4,Q3
          ^~~~~~
        did you mean metric?
        rename it with --map "metrik=metric", or remove it from the file
      data.csv:1:21: error: there is no column '2Q4'
          metrik,segment,2Q04,2Q4,Q3
                              ^~~
        a column of figures is headed by its period, such as 2Q04, FY04, 2004-09 or 2004-09-30
        rename it with --map "2Q4=…", or remove it from the file
      data.csv:1:25: error: there is no column 'Q3'
          metrik,segment,2Q04,2Q4,Q3
                                  ^~
        a column of figures is headed by its period, such as 2Q04, FY04, 2004-09 or 2004-09-30
        rename it with --map "Q3=…", or remove it from the file
      3 faults found; nothing was imported
      """),
    RefusedFile(
      "an unknown tidy column", "metric,period,value,region\nrevenue,2Q04,5,x\n",
      """
      data.csv:1:21: error: there is no column 'region'
          metric,period,value,region
                              ^~~~~~
        the columns are company, metric, segment, unit, period, value, published, source, note, sign, state, kind
        rename it with --map "region=…", or remove it from the file
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "a missing header", "revenue,si,JPY million,\"3,838\"\n",
      """
      data.csv:1:1: error: the header is missing: the first line holds data
          revenue,si,JPY million,"3,838"
          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        begin with a line that names the columns, such as `metric,period,value` or `metric,segment,unit,2Q04,2Q03`
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "Latin-1", bytes: Array("metric,2Q04\nb".utf8) + [0xE9] + Array("n,5\n".utf8),
      """
      data.csv:2:2: error: the file is not UTF-8: byte 0xE9 can't stand here
          b�n,5
           ^
        this looks like Latin-1; convert it with `iconv -f ISO-8859-1 -t UTF-8`
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "Windows-1252", bytes: Array("metric,2Q04\nb".utf8) + [0x93] + Array("n,5\n".utf8),
      """
      data.csv:2:2: error: the file is not UTF-8: byte 0x93 can't stand here
          b�n,5
           ^
        this looks like Windows-1252; convert it with `iconv -f WINDOWS-1252 -t UTF-8`
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "Shift_JIS",
      bytes: Array("metric,2Q04\n".utf8) + [0x94, 0x84, 0x8F, 0xE3, 0x8D, 0x82]
        + Array(",5\n".utf8),
      """
      data.csv:2:1: error: the file is not UTF-8: byte 0x94 can't stand here
          ���㍂,5
          ^
        this looks like Shift_JIS; convert it with `iconv -f CP932 -t UTF-8`
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "UTF-16", bytes: [0xFF, 0xFE, 0x6D, 0],
      """
      data.csv:1:1: error: the file is not UTF-8: this looks like UTF-16
          ��m\\u{0}
          ^
        convert it with `iconv -f UTF-16 -t UTF-8`
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "UTF-16 without its mark", bytes: [0x6D, 0, 0x65, 0, 0x74, 0, 0x72, 0],
      """
      data.csv:1:1: error: the file is not UTF-8: this looks like UTF-16
          m\\u{0}e\\u{0}t\\u{0}r\\u{0}
          ^
        convert it with `iconv -f UTF-16 -t UTF-8`
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "a workbook", bytes: [0x50, 0x4B, 0x03, 0x04, 0x0A],
      """
      data.csv:1:1: error: the file is no table of CSV: it is a workbook such as .xlsx, or an archive
          PK\\u{3}\\u{4}
          ^
        save its sheet as CSV in UTF-8
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "JSON", "[\n {\"metric\": \"revenue\", \"2Q04\": 5}]\n",
      """
      data.csv:1:1: error: the file is no table of CSV: it is JSON
          [
          ^
        bring it into a file of CSV, with a line for each object
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "no encoding at all", bytes: Array("metric,".utf8) + [0x81, 0x0A],
      """
      data.csv:1:8: error: the file is not UTF-8: byte 0x81 can't stand here
          metric,�
                 ^
        save the file as UTF-8
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "a NUL byte", bytes: Array("metric,2Q04\nrevenue,5".utf8) + [0, 0x0A],
      """
      data.csv:2:10: error: there is a NUL byte here, which no text holds
          revenue,5\\u{0}
                   ^~~~~
        a spreadsheet has to be saved as CSV first
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "a quote never closed", "metric,2Q04\nrevenue,\"5\ncash,6\n",
      """
      data.csv:2:9: error: the quote that opens here is never closed
          revenue,"5
                  ^
        close it before the next comma; a quote inside a quoted field is doubled: ""
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "text behind a quote", "metric,2Q04\nrevenue,\"5\"6\nrevenue,x\n",
      """
      data.csv:2:12: error: a comma or the end of the line has to follow a closing quote
          revenue,"5"6
                     ^
        a quote inside a quoted field is doubled: ""
      data.csv:3:9: error: 'x' is no figure: it has no digits
          revenue,x
                  ^
        leave it empty, or write n/a, where nothing was reported; one dash alone is a nil
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "old line ends", "metric,2Q04\rrevenue,5\r",
      """
      data.csv:1:12: error: a line ends in a carriage return without a line feed
          metric,2Q04\\u{D}revenue,5
                     ^~~~~
        convert the line ends with `tr '\\r' '\\n'`
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "headings in Japanese", "科目,部門,単位,2Q04\n売上高,,百万円,5\n",
      """
      data.csv:1:1: error: there is no column '科目'
          科目,部門,単位,2Q04
          ^~~~
        did you mean metric?
        rename it with --map "科目=metric", or remove it from the file
        all at once: --map "科目=metric,部門=segment,単位=unit"
      data.csv:1:4: error: there is no column '部門'
          科目,部門,単位,2Q04
               ^~~~
        did you mean segment?
        rename it with --map "部門=segment", or remove it from the file
      data.csv:1:7: error: there is no column '単位'
          科目,部門,単位,2Q04
                    ^~~~
        did you mean unit?
        rename it with --map "単位=unit", or remove it from the file
      3 faults found; nothing was imported
      """),
    RefusedFile(
      "headings that nobody knows", "Konto,\"Wert, netto\",2004/09/30,1Q04 (TEUR)\nErlös,x,5,6\n",
      """
      data.csv:1:1: error: there is no column 'Konto'
          Konto,"Wert, netto",2004/09/30,1Q04 (TEUR)
          ^~~~~
        did you mean metric?
        rename it with --map "Konto=metric", or remove it from the file
        all at once: --map "Konto=metric,2004/09/30=2004-09-30"
      data.csv:1:8: error: there is no column 'Wert, netto'
          Konto,"Wert, netto",2004/09/30,1Q04 (TEUR)
                 ^~~~~~~~~~~
        the columns are company, metric, segment, unit, period, value, published, source, note, sign, state, kind
        rename it in the file, or remove it
      data.csv:1:21: error: there is no column '2004/09/30'
          Konto,"Wert, netto",2004/09/30,1Q04 (TEUR)
                              ^~~~~~~~~~
        did you mean 2004-09-30?
        rename it with --map "2004/09/30=2004-09-30", or remove it from the file
      data.csv:1:32: error: a unit isn't read from a heading, such as '1Q04 (TEUR)'
          Konto,"Wert, netto",2004/09/30,1Q04 (TEUR)
                                         ^~~~~~~~~~~
        write `EUR thousand` into a column `unit` in each row, and name this one 1Q04 in the file; or remove the column
      4 faults found; nothing was imported
      """),
    RefusedFile(
      "a title above the header",
      "Results of 2Q04\n\nin millions,,\nmetric,unit,2Q04\nrevenue,JPY,5\n",
      """
      data.csv:1:1: error: the columns are named in line 4, and not in the first
          Results of 2Q04
          ^~~~~~~~~~~~~~~
        remove what stands above it: a file begins with its header
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "merged headings", ",FY04,\nmetric,1Q04,2Q04\nrevenue,5,6\n",
      """
      data.csv:1:1: error: the columns are named in line 2, and not in the first
          ,FY04,
          ^
        remove what stands above it: a file begins with its header
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "marks that can be read in two ways",
      "metric;2Q04;1Q04\nrevenue;5;1.234\ncash;1,234;(0,5)\neps;\"x;2\n",
      """
      data.csv:2:11: error: what the marks in '1.234' mean isn't said, and in a file with semicolons it can be either
          revenue;5;1.234
                    ^~~~~
        2 more figures have one
        add --decimal comma where 1.234,5 is a little more than a thousand, or --decimal point where 1,234.5 is
      data.csv:4:5: error: the quote that opens here is never closed
          eps;"x;2
              ^
        close it before the next semicolon; a quote inside a quoted field is doubled: ""
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "an empty file", "",
      """
      data.csv:1:1: error: the file is empty
          
          ^
        a data file begins with a header, such as `metric,segment,unit,2Q04,2Q03`
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "only blank lines", "\n\n",
      """
      data.csv:1:1: error: the file is empty
          
          ^
        a data file begins with a header, such as `metric,segment,unit,2Q04,2Q03`
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "a header only", "metric,2Q04\n",
      """
      data.csv:1:1: error: the file has a header and no rows
          metric,2Q04
          ^
        leave the file out, or fill it
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "two columns of one name", "metric,Metric,2Q04,FY04Q2\nrevenue,revenue,1,2\n",
      """
      data.csv:1:8: error: there are two columns 'metric'
          metric,Metric,2Q04,FY04Q2
                 ^~~~~~
        remove or rename one
      data.csv:1:20: error: there are two columns 'FY04Q2'
          metric,Metric,2Q04,FY04Q2
                             ^~~~~~
        remove or rename one
      2 faults found; nothing was imported
      """),
    RefusedFile(
      "a column of a year of no release", "metric,2Q04,FY2204\nrevenue,1,2\n",
      """
      data.csv:1:13: error: 'FY2204' is too far away
          metric,2Q04,FY2204
                      ^~~~~~
        figures are of the years 1900 to 2200
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "columns without a name, and none of metrics", ";2Q04;\nrevenue;1;\n",
      """
      data.csv:1:1: error: column 1 has no name
          ;2Q04;
          ^
        name it: `metric` where it holds the names of metrics
      data.csv:1:7: error: column 3 has no name
          ;2Q04;
                ^
        name it, or remove the semicolon before it
      data.csv:1:1: error: the header has no column 'metric'
          ;2Q04;
          ^~~~~~
        rename a column with --map theirs=metric
        or name the metric of all rows with --metric
      3 faults found; nothing was imported
      """),
    RefusedFile(
      "no figures", "metric,segment\nrevenue,si\n",
      """
      data.csv:1:1: error: no column holds figures
          metric,segment
          ^~~~~~~~~~~~~~
        add columns `period` and `value`, or one column per period, such as `2Q04`
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "no value", "metric,period\nrevenue,2Q04\n",
      """
      data.csv:1:1: error: the header has no column 'value'
          metric,period
          ^~~~~~~~~~~~~
        rename a column with --map theirs=value
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "no metric", "segment,2Q04\nsi,5\n",
      """
      data.csv:1:1: error: the header has no column 'metric'
          segment,2Q04
          ^~~~~~~~~~~~
        rename a column with --map theirs=metric
        or name the metric of all rows with --metric
      1 fault found; nothing was imported
      """),
    RefusedFile(
      "both layouts", "metric,period,value,2Q04\nrevenue,2Q04,5,6\n",
      """
      data.csv:1:21: error: column '2Q04' is a period, and the file has a column for periods too
          metric,period,value,2Q04
                              ^~~~
        keep `period` and `value`, or one column per period
      1 fault found; nothing was imported
      """),
  ])
  func `is refused with`(_ example: RefusedFile) throws {
    #expect(try SmallCatalog.failure(bytes: example.bytes) == example.text)
  }
}
