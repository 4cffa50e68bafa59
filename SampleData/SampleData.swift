/// The built-in sample: an earnings release, and the declarations that give its figures a meaning.
///
/// It is embedded in the program, so that `--sample` works anywhere, and takes the same way into a
/// store as any file does.
package enum SampleData {
  /// One file of the sample.
  package struct File: Sendable {
    /// The file's name.
    package let name: String
    /// The file's content.
    package let bytes: [UInt8]
  }

  /// The scripts that fill a store, in the order to run them.
  package static var scripts: [File] {
    [
      File(name: "catalog.kq", bytes: PackageResources.catalog_kq),
      File(name: "release.kq", bytes: PackageResources.release_kq),
    ]
  }

  /// The content of a data file; nil when the sample has none of that name.
  package static func content(of name: String) -> [UInt8]? {
    dataFiles.first { $0.name == name }?.bytes()
  }

  /// The names of the data files, in the order in which the release prints its tables.
  package static var dataFileNames: [String] { dataFiles.map(\.name) }

  private static let dataFiles: [(name: String, bytes: @Sendable () -> [UInt8])] = [
    ("operating-summary.csv", { PackageResources.operating_summary_csv }),
    ("revenues.csv", { PackageResources.revenues_csv }),
    ("cost-of-revenues.csv", { PackageResources.cost_of_revenues_csv }),
    ("contracts.csv", { PackageResources.contracts_csv }),
    ("large-customers.csv", { PackageResources.large_customers_csv }),
    ("connectivity-breakdown.csv", { PackageResources.connectivity_breakdown_csv }),
    ("cross-selling.csv", { PackageResources.cross_selling_csv }),
    ("systems-integration.csv", { PackageResources.systems_integration_csv }),
    ("equipment.csv", { PackageResources.equipment_csv }),
    ("other-statistics.csv", { PackageResources.other_statistics_csv }),
    (
      "adjusted-ebitda-reconciliation.csv",
      { PackageResources.adjusted_ebitda_reconciliation_csv }
    ),
    ("capex-reconciliation.csv", { PackageResources.capex_reconciliation_csv }),
    ("income-statement.csv", { PackageResources.income_statement_csv }),
    ("convenience-rate.csv", { PackageResources.convenience_rate_csv }),
    ("balance-sheet.csv", { PackageResources.balance_sheet_csv }),
    ("cash-flows.csv", { PackageResources.cash_flows_csv }),
    ("cash-at-beginning.csv", { PackageResources.cash_at_beginning_csv }),
  ]
}
