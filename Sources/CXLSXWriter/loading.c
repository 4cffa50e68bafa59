#define _GNU_SOURCE
#include "CXLSXWriter.h"

#include <dlfcn.h>
#include <stddef.h>
#include <sys/mman.h>

const struct xlsxwriter_functions *xlsxwriter_load(void) {
  static struct xlsxwriter_functions functions;
  void *library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
  if (!library) return NULL;
#define LOOK_UP(name)                       \
  *(void **)&functions.name = dlsym(library, #name); \
  if (!functions.name) return NULL;
  XLSXWRITER_FUNCTIONS(LOOK_UP)
  return &functions;
}

int xlsxwriter_memory_file(void) { return memfd_create("workbook", MFD_CLOEXEC); }
