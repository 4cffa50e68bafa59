// The variadic half of libedit's interface, one plain function a use.

#define _GNU_SOURCE
#include "CLibEdit.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool hides_drawing, has_rung;

/// Lets what libedit writes through to the screen, unless it is hidden; its bell is kept then.
static ssize_t pass_on(void *screen, const char *bytes, size_t count) {
  if (!hides_drawing) {
    size_t written = fwrite(bytes, 1, count, screen);
    return fflush(screen) == 0 ? (ssize_t)written : 0;
  }
  if (memchr(bytes, '\a', count) != NULL) has_rung = true;
  return (ssize_t)count;
}

EditLine *libedit_open(const char *program) {
  static FILE *output = NULL;
  cookie_io_functions_t functions = {.write = pass_on};
  if (output == NULL) output = fopencookie(stdout, "w", functions);
  if (output == NULL) return NULL;
  return el_init_fd(program, stdin, output, stderr, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO);
}

/// What libedit has not handed on yet is written before anything else, or hidden with the rest.
static void flush_drawing(EditLine *editor) {
  FILE *output = NULL;
  if (el_get(editor, EL_GETFP, 1, &output) == 0 && output != NULL) fflush(output);
}

void libedit_set_client_data(EditLine *editor, void *data) {
  el_set(editor, EL_CLIENTDATA, data);
}

void *libedit_client_data(EditLine *editor) {
  void *data = NULL;
  el_get(editor, EL_CLIENTDATA, &data);
  return data;
}

void libedit_set_prompt(EditLine *editor, char *(*prompt)(EditLine *)) {
  el_set(editor, EL_PROMPT, prompt);
}

void libedit_add_command(
    EditLine *editor, const char *name, const char *help,
    unsigned char (*command)(EditLine *, int)) {
  el_set(editor, EL_ADDFN, name, help, command);
}

void libedit_set_key_map(EditLine *editor, const char *name) { el_set(editor, EL_EDITOR, name); }

void libedit_bind(EditLine *editor, const char *keys, const char *command) {
  el_set(editor, EL_BIND, keys, command, (char *)NULL);
}

void libedit_set_capability(EditLine *editor, const char *name, const char *value) {
  el_set(editor, EL_SETTC, name, value, (char *)NULL);
}

const char *libedit_capability(EditLine *editor, const char *name) {
  char *text = NULL;
  if (el_get(editor, EL_GETTC, name, &text) != 0) return NULL;
  return text != NULL && *text != '\0' ? text : NULL;
}

int libedit_capability_number(EditLine *editor, const char *name, int otherwise) {
  int number = 0;
  return el_get(editor, EL_GETTC, name, &number) == 0 && number > 0 ? number : otherwise;
}

void libedit_write(EditLine *editor, const char *text) {
  flush_drawing(editor);
  fputs(text, stdout);
  fflush(stdout);
}

void libedit_hide_drawing(EditLine *editor, bool hides) {
  flush_drawing(editor);
  hides_drawing = hides;
}

bool libedit_take_bell(EditLine *editor) {
  flush_drawing(editor);
  bool rings = has_rung;
  has_rung = false;
  return rings;
}

void libedit_redraw(EditLine *editor) { el_set(editor, EL_REFRESH); }

int libedit_character_width(wchar_t character) { return wcwidth(character); }

void libedit_set_history(EditLine *editor, History *entries) {
  el_set(editor, EL_HIST, history, entries);
}

History *libedit_history_open(int limit) {
  History *entries = history_init();
  if (entries == NULL) return NULL;
  HistEvent event;
  history(entries, &event, H_SETSIZE, limit);
  history(entries, &event, H_SETUNIQUE, 1);
  return entries;
}

void libedit_history_enter(History *entries, const char *entry) {
  HistEvent event;
  history(entries, &event, H_ENTER, entry);
}
