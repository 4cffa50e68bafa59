import Diagnostics
import MetricStore
import QueryEngine
import Shell
import Tabular

/// A session in which the statements of one spec are run, and what each came to.
struct SpecSession {
  /// What a statement came to, without what its place in the text says.
  enum Outcome: Equatable {
    /// The figures as machines get them, and the table as people see it.
    case table(machine: String, text: String)
    case message(String)
    /// What is said between results.
    case prose(String)
    /// An expectation that holds.
    case met
    /// The faults by name and wording.
    case failure([String])
  }

  let session: Session

  /// A session over a store that is filled with the sample unless the spec begins without it.
  init(_ spec: SpecFile, over store: MetricStore) throws {
    session = try Session(store: store)
    session.isForMachines = OutputFormat(rawValue: spec.format)?.isForMachines == true
    if spec.startsEmpty { return }
    _ = try session.fillWithSample { outcome in
      if case .failure(let failure) = outcome { throw failure }
    }
  }

  /// Runs a script.
  func run(_ script: String) -> [Outcome] {
    var outcomes: [Outcome] = []
    // What goes into a file is an outcome like any other, as nothing is written here.
    session.writeFile = { outcomes.append(Outcome(.table($0.table))) }
    _ = session.run(
      SourceText(name: "spec", script),
      readFile: { path throws(UnreadableFile) in try SpecTests.data(path) },
      emit: { outcomes.append(Outcome($0)) })
    return outcomes
  }
}

extension SpecSession.Outcome {
  fileprivate init(_ outcome: Outcome) {
    switch outcome {
    case .table(let table):
      self = .table(machine: OutputFormat.csv.render(table), text: OutputFormat.table.render(table))
    case .message(let message): self = .message(message)
    case .prose(let prose): self = .prose(prose.shown)
    case .met: self = .met
    case .failure(.diagnostics(let diagnostics, _)), .failure(.unmet(let diagnostics, _)):
      self = .failure(diagnostics.map { "\($0.id): \($0.message)" })
    case .failure(let failure): self = .failure([failure.text])
    }
  }
}
