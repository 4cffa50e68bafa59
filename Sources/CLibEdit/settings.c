// The variadic half of libedit's interface, one plain function a use.

#define _GNU_SOURCE
#include "CLibEdit.h"

#include <stdio.h>

EditLine *libedit_open(const char *program) { return el_init(program, stdin, stdout, stderr); }

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
  FILE *output = NULL;
  if (el_get(editor, EL_GETFP, 1, &output) != 0 || output == NULL) return;
  fputs(text, output);
  fflush(output);
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
