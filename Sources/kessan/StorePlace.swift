import ArgumentParser
import MetricStore
import QueryEngine
import Shell

/// The store that a command works on.
struct StorePlace {
  /// The file's path; for the sample, nothing that exists.
  let path: String
  /// Whether it is the built-in sample.
  let isSample: Bool

  /// The built-in sample.
  static let sample = StorePlace(path: "sample", isSample: true)

  /// The store in `file`; without one, where the environment says or in the current folder.
  init(file: String?) throws {
    if file?.isEmpty == true { throw ValidationError("the name of the store's file is empty") }
    self.init(
      path: file ?? Terminal.environment("KESSAN_STORE") ?? "kessan.db", isSample: false)
  }

  private init(path: String, isSample: Bool) {
    self.path = path
    self.isSample = isSample
  }

  /// What the prompt calls the store.
  var shortName: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Opens the store and replays what is declared in it.
  func open(_ access: MetricStore.Access) throws -> Session {
    let session = try opened(access)
    session.clock = MonotonicClock.nanoseconds
    return session
  }

  /// Opens the store's file without a look at what is in it.
  func openStore(_ access: MetricStore.Access) throws -> MetricStore {
    do throws(StoreError) {
      return try MetricStore(path: path, access: access, patience: Waiting(for: path).goOn)
    } catch {
      throw CommandFailure.unopened(error.message)
    }
  }

  /// The same place, for a subcommand that is about files.
  func file(for command: String) throws -> StorePlace {
    if !isSample { return self }
    throw ValidationError("--sample is in memory, and \(command) is about a file: name a --store")
  }

  private func opened(_ access: MetricStore.Access) throws -> Session {
    if isSample { return try Session.sample() }
    let store = try openStore(access)
    do throws(StoreError) {
      return try session(over: store)
    } catch {
      throw CommandFailure.unopened(error.message)
    }
  }

  private func session(over store: MetricStore) throws(StoreError) -> Session {
    do throws(Failure) {
      return try Session(store: store)
    } catch {
      throw error.storeError ?? .damaged(path: path, detail: error.text)
    }
  }
}

extension Failure {
  fileprivate var storeError: StoreError? {
    if case .store(let error) = self { error } else { nil }
  }
}

/// The wait for another program that writes to the same store.
private final class Waiting {
  private static let longest = 60_000
  private let path: String
  private var isTold = false

  init(for path: String) {
    self.path = path
  }

  /// Whether to wait on after so many milliseconds; says once that it waits.
  func goOn(_ milliseconds: Int) -> Bool {
    if !isTold, milliseconds > 200 {
      isTold = true
      try? Console.standard().tell("\(path): waiting for another program that writes to it")
    }
    return milliseconds < Waiting.longest
  }
}
