#ifndef KESSAN_CSQLITE_H
#define KESSAN_CSQLITE_H

#include <sqlite3.h>

// What Swift can't call by itself: variadic functions, and macros that are casts.

/// Switches one of the on-or-off options of a connection; `sqlite3_db_config` is variadic.
static inline int kessan_sqlite3_configure(sqlite3 *connection, int option, int on) {
  return sqlite3_db_config(connection, option, on, (int *)0);
}

/// Stops the counting of memory, which takes a lock at each allocation; to be called before anything
/// else, because `sqlite3_config` is refused once SQLite is in use.
static inline int kessan_sqlite3_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Binds bytes that SQLite copies at once; `SQLITE_TRANSIENT` is a cast of −1 to a function.
static inline int kessan_sqlite3_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes, count, SQLITE_TRANSIENT);
}

/// Binds UTF-8 text that SQLite copies at once.
static inline int kessan_sqlite3_bind_text(
    sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

#endif
