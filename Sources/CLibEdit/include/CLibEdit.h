// What Swift calls of libedit: its native interface (histedit.h), with a plain function for every variadic call.
//
// Reading a character is done here too, not by libedit: only so can a signal end or redraw the line being edited
// without a gap between looking at a flag and going to sleep.

#ifndef KESSAN_CLIBEDIT_H
#define KESSAN_CLIBEDIT_H

#include <histedit.h>
#include <stdbool.h>

#pragma clang assume_nonnull begin

/// An editor on the standard streams, or NULL without memory. `program` selects the lines of ~/.editrc.
EditLine *_Nullable libedit_open(const char *program);

/// Hands `data` to the callbacks, which ask for it with `libedit_client_data`; to be called before they are set.
void libedit_set_client_data(EditLine *editor, void *data);
void *libedit_client_data(EditLine *editor);

/// `prompt` returns a string that stays valid until it is called again.
void libedit_set_prompt(EditLine *editor, char *_Nonnull (*_Nonnull prompt)(EditLine *_Nonnull));

/// Adds a command to which keys can be bound; it returns one of the CC_ codes.
void libedit_add_command(
    EditLine *editor, const char *name, const char *help,
    unsigned char (*_Nonnull command)(EditLine *_Nonnull, int key));

/// `take` is given every block that the terminal says is pasted, as UTF-8; it may put it into the line.
void libedit_set_paste_taker(
    EditLine *editor, void (*_Nonnull take)(EditLine *_Nonnull, const char *_Nonnull text));

/// What is called while a line is read. They are one set for all editors.
typedef struct {
  /// Before a key is read: the line is as the key before has left it.
  void (*_Nonnull note)(EditLine *_Nonnull);
  /// When nothing more has been typed: the line can be drawn.
  void (*_Nonnull paint)(EditLine *_Nonnull);
  /// When the window has a new size, before libedit has learnt of it.
  void (*_Nonnull resize)(EditLine *_Nonnull);
  /// Before the program stops: the cursor has to get below the line.
  void (*_Nonnull leave)(EditLine *_Nonnull);
  /// When the program goes on, with the cursor at the beginning of a row that is free.
  void (*_Nonnull return_to)(EditLine *_Nonnull);
} libedit_callbacks;

/// They have to be set before a line is read.
void libedit_set_callbacks(libedit_callbacks callbacks);

/// Asks the terminal to say what is pasted, or no longer to; it is asked again after a stop.
void libedit_mark_pastes(EditLine *editor, bool marks);

/// Chooses the key map: "emacs" or "vi".
void libedit_set_key_map(EditLine *editor, const char *name);

/// Binds a key sequence in libedit's notation. `command` has to exist: libedit writes past its tables otherwise.
void libedit_bind(EditLine *editor, const char *keys, const char *command);

/// Replaces a termcap string such as "ic"; an empty one switches the capability off.
void libedit_set_capability(EditLine *editor, const char *name, const char *value);

/// The termcap string `name`, or NULL when the terminal has none.
const char *_Nullable libedit_capability(EditLine *editor, const char *name);

/// The termcap number `name` ("co" for columns, "li" for lines), or `otherwise`.
int libedit_capability_number(EditLine *editor, const char *name, int otherwise);

/// Writes to the terminal in order with libedit's own output.
void libedit_write(EditLine *editor, const char *text);

/// Keeps what libedit draws off the screen, or no longer; `libedit_write` is never hidden.
void libedit_hide_drawing(EditLine *editor, bool hides);

/// Whether libedit has rung the bell, hidden, since this was last asked.
bool libedit_take_bell(EditLine *editor);

/// Draws prompt and line anew at the place where the cursor stands.
void libedit_redraw(EditLine *editor);

/// How many columns libedit gives a character: 0 for a combining mark, -1 for a control character.
int libedit_character_width(wchar_t character);

/// Lets the editor look entries up in `entries`.
void libedit_set_history(EditLine *editor, History *entries);

/// A history of at most `limit` entries that takes no entry twice running, or NULL without memory.
History *_Nullable libedit_history_open(int limit);
void libedit_history_enter(History *entries, const char *entry);

/// Reads one line, with SIGINT, SIGWINCH, SIGCONT and SIGTSTP handled for as long as it takes.
///
/// With `hides_drawing`, what libedit draws stays off the screen: the callbacks draw instead.
/// NULL with `*interrupted` false is the end of the input. The text is valid until the next call on `editor`.
const char *_Nullable libedit_read_line(
    EditLine *editor, bool hides_drawing, bool *interrupted);

#pragma clang assume_nonnull end

#endif
