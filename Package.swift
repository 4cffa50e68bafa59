// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
  name: "kessan",
  products: [.executable(name: "kessan", targets: ["kessan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CLibEdit", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "CXLSXWriter"),
    .target(
      name: "Schema", path: "Schema",
      resources: [.embedInCode("Tables"), .embedInCode("Triggers"), .embedInCode("Views")],
      swiftSettings: strict),
    .target(
      name: "SampleData", path: "SampleData",
      exclude: ["Queries", "Reports"], resources: [.embedInCode("Release")], swiftSettings: strict),
    module("TextForm", ["CUTF8Proc"]),
    module("Diagnostics", ["TextForm"]),
    module("Metrics"),
    module("QuerySyntax", ["Diagnostics", "Metrics", "TextForm"]),
    module("Catalog", ["Diagnostics", "Metrics", "QuerySyntax", "TextForm"]),
    module("Tabular", ["Metrics", "TextForm"]),
    module("Spreadsheet", ["CXLSXWriter", "Tabular"], settings: [.strictMemorySafety()]),
    module(
      "MetricStore",
      ["CSQLite", "Metrics", "Schema", .product(name: "Crypto", package: "swift-crypto")]),
    module(
      "DataImport",
      ["Catalog", "Diagnostics", "MetricStore", "Metrics", "QuerySyntax", "TextForm"]),
    module(
      "QueryEngine",
      [
        "Catalog", "DataImport", "Diagnostics", "MetricStore", "Metrics", "QuerySyntax",
        "Tabular", "TextForm",
      ]),
    module(
      "Shell",
      [
        "Catalog", "CLibEdit", "Diagnostics", "MetricStore", "Metrics", "QueryEngine",
        "QuerySyntax", "SampleData", "Spreadsheet", "Tabular", "TextForm",
      ], settings: [.strictMemorySafety()]),
    .executableTarget(
      name: "kessan",
      dependencies: [
        "Catalog", "DataImport", "Diagnostics", "MetricStore", "Metrics", "QueryEngine",
        "QuerySyntax", "SampleData", "Shell", "Spreadsheet", "Tabular",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict,
      // At a fixed address the program starts a millisecond sooner: 48,000 relocations fewer.
      linkerSettings: [
        .unsafeFlags(["-Xclang-linker", "-no-pie"], .when(configuration: .release))
      ]),
    tests("MetricStore", ["CSQLite", "Metrics", "Schema"]),
    tests(
      "DataImport",
      ["Catalog", "Diagnostics", "MetricStore", "Metrics", "QuerySyntax", "TextForm"]),
    tests(
      "Shell", ["DataImport", "Diagnostics", "MetricStore", "QueryEngine", "Tabular", "TextForm"]),
    tests("TextForm"),
    tests("Diagnostics"),
    tests("Metrics"),
    tests("Tabular", ["Metrics"]),
    tests("Spreadsheet", ["Tabular"]),
    tests("QueryEngine", ["Diagnostics", "MetricStore", "Metrics", "Tabular"]),
    tests("QuerySyntax", ["Diagnostics", "Metrics"]),
    .testTarget(
      name: "ReferenceTests",
      dependencies: [
        "Catalog", "DataImport", "Diagnostics", "MetricStore", "Metrics", "QueryEngine",
        "QuerySyntax", "Shell", "Tabular",
      ], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(
      name: "ReleaseFiguresTests",
      dependencies: [
        "Catalog", "Diagnostics", "MetricStore", "Metrics", "QueryEngine", "QuerySyntax", "Shell",
        "Tabular",
      ], exclude: ["Fixture"], swiftSettings: strict),
    .testTarget(
      name: "SpecTests",
      dependencies: [
        "Diagnostics", "MetricStore", "Metrics", "QueryEngine", "QuerySyntax", "Shell", "Tabular",
      ],
      exclude: ["Specs"], swiftSettings: strict),
  ]
)

// Coverage-guided fuzzing needs a build of its own, so that its targets exist on request only.
if Context.environment["KESSAN_FUZZ"] != nil {
  for (name, dependencies) in [
    ("FuzzQuerySyntax", ["Diagnostics", "QuerySyntax"]),
    ("FuzzDataImport", ["Catalog", "DataImport", "Metrics"]),
    (
      "FuzzQueryEngine",
      ["Diagnostics", "MetricStore", "QueryEngine", "QuerySyntax", "Shell", "Tabular"]
    ),
  ] {
    package.targets.append(
      .executableTarget(
        name: name, dependencies: dependencies.map { .byName(name: $0) },
        swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
  }
}

// What reading, resolving and answering statements takes, and what writing a result does, for
// `.ci/benchmark`.
if Context.environment["KESSAN_BENCHMARK"] != nil {
  package.targets.append(
    .executableTarget(
      name: "BenchmarkStatements",
      dependencies: ["Diagnostics", "MetricStore", "QueryEngine", "QuerySyntax", "Shell"],
      swiftSettings: strict))
  package.targets.append(
    .executableTarget(
      name: "BenchmarkRendering", dependencies: ["Metrics", "Tabular"], swiftSettings: strict))
}

// The reference as web pages: only those who build them need the plugin.
if Context.environment["KESSAN_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
