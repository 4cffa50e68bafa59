import Glibc

/// Makes the C library read and write UTF-8, whatever the environment asks for.
///
/// libedit takes what is typed apart with the C library. In a locale whose characters are not
/// UTF-8, such as `LC_ALL=C`, every character that is not ASCII would be lost. Only the meaning of
/// bytes is set: numbers and messages stay as they are.
func useUTF8Characters() {
  unsafe setlocale(LC_CTYPE, "")
  let encoding = unsafe String(cString: nl_langinfo(nl_item(CODESET)))
  if encoding != "UTF-8" {
    unsafe setlocale(LC_CTYPE, "C.UTF-8")
  }
}
