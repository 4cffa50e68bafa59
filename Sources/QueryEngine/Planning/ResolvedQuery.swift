import Catalog
import Diagnostics
import Metrics
import QuerySyntax

/// A query with its names gone: what to read, how to aggregate it and where each figure stands.
struct ResolvedQuery: Sendable {
  /// The companies whose figures are asked for.
  let companies: QueryCompanies
  /// What is asked for, in the order typed.
  var measures: [ResolvedMeasure]
  /// The companies, in the order of the rows.
  let rowCompanies: CompanySelection
  /// The segments, in the order of the rows.
  var segments: SegmentSelection
  /// The columns or rows of time.
  var periods: PeriodSelection
  /// The releases as of each of which it answers.
  let releases: ReleaseSelection
  /// Where each axis stands.
  var layout: Layout
  /// Which publications count.
  let basis: Basis
  /// How amounts of money are read.
  let reading: CurrencyReading
  /// How missing parts are treated.
  let coverage: CoverageRules
  /// Which rows are shown, and in which order.
  let rows: RowSelection
  /// What is told beside the figures.
  var annotations: Set<Annotation>
  /// Whether amounts are told in base units, for machines, whatever was printed.
  var isInBaseUnits = false
  /// What is selected along each axis; every cell looks along it.
  let axes: ResultAxes

  /// The company whose labels of periods count.
  var company: Company { companies.lead }
}

/// One measure, typed.
struct ResolvedMeasure: Sendable {
  /// What headings and tidy rows call it.
  let name: String
  /// What it is made of.
  let expression: TypedExpression
  /// What it is.
  let signature: Signature
  /// How it is to be shown.
  var display: MeasureDisplay
  /// Where it stands in the query.
  var range: SourceRange?
  /// What columns such as `yoy(2Q04)` show of it.
  var extras: [Extra: ResolvedMeasure] = [:]
}

/// How a measure's figures are shown, before the figures themselves have been seen.
struct MeasureDisplay: Sendable {
  /// What kind of number it is.
  enum Style: Sendable {
    /// An amount: at the scale asked for, else at the coarsest precision among its cells.
    case amount(scaleExponent: Int?)
    /// A ratio told in hundredths.
    case percent
    /// A difference of percentages.
    case percentagePoints
    /// A plain number with so many places.
    case number(decimals: Int)
    /// Any other quotient.
    case quotient
  }

  /// What kind of number it is.
  let style: Style
  /// The digits behind the point that `round` asks for.
  let decimals: Int?
}

/// In which currency amounts of money are read.
struct CurrencyReading: Sendable {
  /// The currency asked for; nil for each metric's own.
  let currency: String?
  /// The rate at which amounts are converted; nil for the figures that were printed in it.
  let conversion: Conversion?

  /// Each metric in its own currency.
  static let own = CurrencyReading(currency: nil, conversion: nil)
}

/// How a query treats parts that are missing or don't match.
struct CoverageRules: Sendable {
  /// Whether what is there is summed, and labelled.
  var sumsWhatIsThere = false
  /// Whether both sides of a comparison are restricted to what they share.
  var comparesLikeForLike = false
}

/// What `with` tells beside the figures.
enum Annotation: Sendable {
  /// A column with the run of each row's figures.
  case spark
  /// The interval that each figure stands for.
  case precision
  /// The releases and files that each row's figures come from.
  case source
  /// A drawing of the figures.
  case plot
}

/// Which rows are shown, and in which order.
struct RowSelection: Sendable {
  /// One thing to order by.
  struct Key: Sendable {
    /// What is compared.
    enum Value: Sendable {
      /// The place of the row's entry on an axis.
      case position(Layout.Axis)
      /// A value, in a period of its own where it names one.
      case operand(RowOperand)
    }

    let value: Value
    let isDescending: Bool
  }

  /// What a row has to be; nil for every row.
  var condition: RowCondition?
  /// What the rows are ordered by; none for their own order.
  var keys: [Key] = []
  /// The most rows that are shown.
  var limit: Int?

  /// Whether anything is left out or moved.
  var isEverything: Bool { condition == nil && keys.isEmpty && limit == nil }
}

/// A value of a row: an expression, or the row's own figure.
enum RowOperand: Sendable {
  /// The row's own figure, in a period of its own where one is named.
  case figure(Period?)
  /// An extra of the row's own measure.
  case extra(Extra)
  /// Another expression for the row's segment and period.
  case expression(TypedExpression)
}

/// What `where` asks of a row.
indirect enum RowCondition: Sendable {
  /// Two values compared.
  case comparison(RowOperand, BinaryOperator, RowOperand)
  /// The row's entry on an axis has that name.
  case name(Layout.Axis, Set<Int>, isNegated: Bool)
  case state(RowOperand, StateTest, isNegated: Bool)
  case and(RowCondition, RowCondition)
  case or(RowCondition, RowCondition)
  case not(RowCondition)
}
