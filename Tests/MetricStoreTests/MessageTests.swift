import Testing

@testable import MetricStore

@Suite struct MessageTests {
  private static let messages: [(StoreError, String)] = [
    (
      .busy(path: "a.db"), "a.db: another program is writing to it; try again when that is done"
    ),
    (
      .damaged(path: "a.db", detail: "file is not a database"),
      "a.db is damaged (file is not a database); keep it as it is and go back to a copy"
    ),
    (
      .diskFull(path: "a.db"),
      "a.db: the disk is full, and nothing was appended; make room, then try again"
    ),
    (
      .diskFull(path: nil),
      "the store in memory: the disk is full, and nothing was appended; make room, then try again"
    ),
    (
      .emptyFile(path: "a.db"),
      "a.db is empty, so it is not a store; make one with `kessan init a.db`"
    ),
    (
      .inputOutput(path: "a.db", detail: "disk I/O error"),
      "a.db: the disk failed (disk I/O error); try again from another disk"
    ),
    (.interrupted, "interrupted; the store is as it was"),
    (.isFolder(path: "data"), "data is a folder; name the store's file in it"),
    (
      .newerForm(path: "a.db", version: 3, supported: 1),
      "a.db was written by a newer version of kessan (form 3; this one reads up to 1); use that "
        + "version"
    ),
    (.noPermission(path: "a.db"), "a.db: you may not read it; ask its owner for permission"),
    (
      .noSuchFile(path: "a.db"),
      "a.db: there is no such file; make a store with `kessan init a.db`, or try the sample with "
        + "`kessan --sample`"
    ),
    (
      .noSuchFolder(path: "x/a.db", folder: "x"),
      "x/a.db: there is no folder x; make it first with `mkdir -p x`"
    ),
    (
      .notAFile(path: "/dev/null"),
      "/dev/null is not an ordinary file and can't hold a store; name another"
    ),
    (
      .notOurs(path: "a.db", applicationID: 17),
      "a.db is an SQLite file of another program (application ID 17); name a store of kessan"
    ),
    (
      .notSQLite(path: "a.csv"),
      "a.csv is not a store; if it holds figures, bring them into one with `kessan import`"
    ),
    (
      .notWritable(path: "a.db"),
      "a.db can't be written here; allow writing to the file and its folder, or use a copy"
    ),
    (
      .olderForm(path: "a.db", version: 1, supported: 2),
      "a.db is in an earlier form (1; this version of kessan uses 2); open it once from a place "
        + "where it can be written"
    ),
    (
      .packedMissing(Fixture.revenue),
      "packed columns of series iij revenue total in JPY are missing; the store was changed by "
        + "something else than kessan"
    ),
    (
      .packedUnreadable(Fixture.revenue),
      "packed columns of series iij revenue total in JPY can't be read; the store was changed by "
        + "something else than kessan"
    ),
    (
      .releaseNameTaken(name: "iij-2q04", published: "2004-11-11"),
      "the store holds another release iij-2q04, published 2004-11-11, and releases never change; "
        + "give this one another name"
    ),
    (
      .unexpected(path: "a.db", detail: "no such table: link"),
      "a.db: a mistake in kessan (no such table: link); please report it"
    ),
    (
      .unreadLog(path: "a.db"),
      "a.db-wal holds appends that can't be read from a read-only place; open the store once from "
        + "a place where it can be written"
    ),
  ]

  @Test(arguments: messages)
  func messagesSayWhatToDo(_ error: StoreError, _ message: String) {
    #expect(error.message == message)
  }
}
