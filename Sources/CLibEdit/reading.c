// Reading a line: characters come through our own reader, so that signals are acted on between two of them.
//
// EL_SIGNAL is not used: libedit would send SIGINT on to the whole process group, which ends the program. Instead
// four handlers are in place while a line is read. Each sets a flag and writes a byte into a pipe that the reader
// waits on beside the terminal, so that no signal is missed, whichever thread it falls on.

#define _GNU_SOURCE
#include "CLibEdit.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

enum { signal_count = 4 };
static const int line_signals[signal_count] = {SIGINT, SIGWINCH, SIGCONT, SIGTSTP};

static volatile sig_atomic_t interrupt_pending, resize_pending, continue_pending, stop_pending;
static int wake_pipe[2] = {-1, -1};
static libedit_callbacks callbacks;
static bool hides_while_reading;

static void note_signal(int number) {
  int error = errno;
  if (number == SIGINT) interrupt_pending = 1;
  if (number == SIGWINCH) resize_pending = 1;
  if (number == SIGCONT) continue_pending = 1;
  if (number == SIGTSTP) stop_pending = 1;
  // A full pipe wakes the reader just as well, so the result does not matter.
  ssize_t ignored = write(wake_pipe[1], "", 1);
  (void)ignored;
  errno = error;
}

void libedit_set_callbacks(libedit_callbacks new) { callbacks = new; }

static bool marks_pastes;

void libedit_mark_pastes(EditLine *editor, bool marks) {
  marks_pastes = marks;
  libedit_write(editor, marks ? "\033[?2004h" : "\033[?2004l");
}

/// Stops the program as Ctrl-Z asks, with the terminal as it was found; returns when it is to go on.
static void stop(EditLine *editor) {
  callbacks.leave(editor);
  libedit_hide_drawing(editor, false);
  if (marks_pastes) libedit_write(editor, "\033[?2004l");
  el_set(editor, EL_PREP_TERM, 0);
  struct sigaction ours, standard;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  // Where nobody could let it go on, it hasn't been stopped.
  continue_pending = 1;
}

/// After a stop, the shell has left the terminal in its own mode and its own text above the cursor.
static void resume_editing(EditLine *editor) {
  el_set(editor, EL_PREP_TERM, 0);
  el_set(editor, EL_PREP_TERM, 1);
  if (marks_pastes) libedit_mark_pastes(editor, true);
  libedit_write(editor, "\r");
  libedit_hide_drawing(editor, hides_while_reading);
  callbacks.return_to(editor);
}

/// Acts on the flags; false when the line is to be given up.
static bool act_on_signals(EditLine *editor) {
  char woken[64];
  while (read(wake_pipe[0], woken, sizeof woken) > 0) continue;
  if (interrupt_pending) return false;
  if (stop_pending) {
    stop_pending = 0;
    stop(editor);
  }
  if (continue_pending) {
    continue_pending = 0;
    resume_editing(editor);
  }
  if (resize_pending) {
    resize_pending = 0;
    callbacks.resize(editor);
  }
  return true;
}

/// 1 with a byte, 0 at the end of the input, -1 on an error or an interrupt.
static ssize_t read_byte(EditLine *editor, char *byte) {
  FILE *input = NULL;
  if (el_get(editor, EL_GETFP, 0, &input) != 0 || input == NULL) return -1;
  struct pollfd sources[2] = {
      {.fd = fileno(input), .events = POLLIN}, {.fd = wake_pipe[0], .events = POLLIN}};
  bool painted = false;
  for (;;) {
    if (resize_pending || continue_pending || stop_pending) painted = false;
    if (!act_on_signals(editor)) {
      errno = EINTR;
      return -1;
    }
    // Painting waits until nothing more has been typed, so that it never holds up what is.
    int ready = poll(sources, 2, painted ? -1 : 0);
    if (ready < 0 && errno != EINTR) return -1;
    if (ready == 0) {
      callbacks.paint(editor);
      painted = true;
    }
    if (ready <= 0 || sources[0].revents == 0) continue;
    ssize_t count = read(sources[0].fd, byte, 1);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    return count;
  }
}

/// Puts bytes together to a character; bytes that are no part of one are dropped.
static int read_plain_character(EditLine *editor, wchar_t *character) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  for (;;) {
    char byte = 0;
    ssize_t count = read_byte(editor, &byte);
    if (count <= 0) return (int)count;
    bool begins_character = mbsinit(&state) != 0;
    size_t length = mbrtowc(character, &byte, 1, &state);
    if (length == (size_t)-1) {
      memset(&state, 0, sizeof state);
      // The byte that breaks a sequence off may begin the next character.
      if (!begins_character) length = mbrtowc(character, &byte, 1, &state);
      if (length == (size_t)-1) memset(&state, 0, sizeof state);
    }
    if (length == 0 || length == 1) return 1;
  }
}

/// The same for a key, before which the line is as the last one has left it.
static int read_character(EditLine *editor, wchar_t *character) {
  callbacks.note(editor);
  return read_plain_character(editor, character);
}

// What a terminal puts around a block that is pasted.
static const wchar_t paste_end[] = L"\033[201~";
enum { paste_end_length = sizeof paste_end / sizeof *paste_end - 1 };
static void (*paste_taker)(EditLine *, const char *);

/// Reads up to the end of a pasted block, and hands it over as it came.
static unsigned char take_paste(EditLine *editor, int key) {
  (void)key;
  size_t length = 0, capacity = 0;
  wchar_t *text = NULL;
  wchar_t character = 0;
  while (read_plain_character(editor, &character) == 1) {
    if (length + 1 >= capacity) {
      capacity = capacity * 2 + 1024;
      wchar_t *larger = realloc(text, capacity * sizeof *text);
      if (larger == NULL) break;
      text = larger;
    }
    if (character != L'\0') text[length++] = character;
    if (length >= paste_end_length &&
        wmemcmp(text + length - paste_end_length, paste_end, paste_end_length) == 0) {
      length -= paste_end_length;
      break;
    }
  }
  if (text == NULL) return CC_ERROR;
  text[length] = L'\0';
  size_t size = length * MB_CUR_MAX + 1;
  char *bytes = malloc(size);
  bool converted = bytes != NULL && wcstombs(bytes, text, size) != (size_t)-1;
  if (converted) paste_taker(editor, bytes);
  free(bytes);
  free(text);
  return converted ? CC_REFRESH : CC_ERROR;
}

void libedit_set_paste_taker(EditLine *editor, void (*take)(EditLine *, const char *)) {
  paste_taker = take;
  libedit_add_command(editor, "kessan-paste", "Insert a pasted block", take_paste);
  libedit_bind(editor, "\\e[200~", "kessan-paste");
}

/// Makes the pipe on first use; without one, waiting is only ended by a signal on the reading thread.
static void open_wake_pipe(void) {
  if (wake_pipe[0] < 0 && pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
    wake_pipe[0] = wake_pipe[1] = -1;
}

const char *libedit_read_line(EditLine *editor, bool hides_drawing, bool *interrupted) {
  open_wake_pipe();
  struct sigaction ours, before[signal_count];
  memset(&ours, 0, sizeof ours);
  ours.sa_handler = note_signal;
  sigemptyset(&ours.sa_mask);
  interrupt_pending = resize_pending = continue_pending = stop_pending = 0;
  for (int index = 0; index < signal_count; index++)
    sigaction(line_signals[index], &ours, &before[index]);
  // Where Ctrl-Z was ignored, nobody could let the program go on.
  if (before[signal_count - 1].sa_handler == SIG_IGN) signal(SIGTSTP, SIG_IGN);

  // The window may have changed while no line was being read.
  el_resize(editor);
  el_wset(editor, EL_GETCFN, read_character);
  int length = 0;
  libedit_hide_drawing(editor, hides_drawing);
  hides_while_reading = hides_drawing;
  const char *line = el_gets(editor, &length);
  libedit_hide_drawing(editor, false);

  for (int index = 0; index < signal_count; index++)
    sigaction(line_signals[index], &before[index], NULL);
  *interrupted = interrupt_pending != 0;
  return length > 0 ? line : NULL;
}
