// What Swift calls of libxlsxwriter, which is loaded when a workbook is first asked for: linked, it would add two
// milliseconds to the start of every command, most of which write none.

#ifndef KESSAN_CXLSXWRITER_H
#define KESSAN_CXLSXWRITER_H

#include <xlsxwriter.h>

// Of minizip, in which libxlsxwriter packs its parts: it comes without headers of its own.
void *_Nullable unzOpen(const char *_Nonnull path);
int unzGoToFirstFile(void *_Nonnull archive);
int unzGoToNextFile(void *_Nonnull archive);
int unzOpenCurrentFile(void *_Nonnull archive);
int unzReadCurrentFile(void *_Nonnull archive, void *_Nullable buffer, unsigned count);
int unzCloseCurrentFile(void *_Nonnull archive);
int unzClose(void *_Nonnull archive);

#define XLSXWRITER_FUNCTIONS(X)                                                                   \
  X(workbook_new_opt)                                                                             \
  X(workbook_add_format)                                                                          \
  X(workbook_add_worksheet)                                                                       \
  X(workbook_set_properties)                                                                      \
  X(workbook_close)                                                                               \
  X(lxw_workbook_free)                                                                            \
  X(lxw_strerror)                                                                                 \
  X(worksheet_write_blank)                                                                        \
  X(worksheet_write_number)                                                                       \
  X(worksheet_write_string)                                                                       \
  X(worksheet_set_column)                                                                         \
  X(worksheet_freeze_panes)                                                                       \
  X(worksheet_repeat_rows)                                                                        \
  X(worksheet_fit_to_pages)                                                                       \
  X(format_set_align)                                                                             \
  X(format_set_bold)                                                                              \
  X(format_set_bottom)                                                                            \
  X(format_set_indent)                                                                            \
  X(format_set_num_format)                                                                        \
  X(format_set_text_wrap)                                                                         \
  X(format_set_top)                                                                               \
  X(unzOpen)                                                                                      \
  X(unzGoToFirstFile)                                                                             \
  X(unzGoToNextFile)                                                                              \
  X(unzOpenCurrentFile)                                                                           \
  X(unzReadCurrentFile)                                                                           \
  X(unzCloseCurrentFile)                                                                          \
  X(unzClose)

/// The functions under their own names.
struct xlsxwriter_functions {
#define XLSXWRITER_MEMBER(name) __typeof__(name) *_Nonnull name;
  XLSXWRITER_FUNCTIONS(XLSXWRITER_MEMBER)
#undef XLSXWRITER_MEMBER
};

/// Loads the library and looks its functions up; NULL where it isn't installed, or is another version of it. To be
/// called once.
const struct xlsxwriter_functions *_Nullable xlsxwriter_load(void);

/// Opens an empty file that is in memory only; below zero where there is no room for it.
int xlsxwriter_memory_file(void);

#endif
