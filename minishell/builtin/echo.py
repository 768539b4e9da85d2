"""``echo`` (XCU echo)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell

HELP = {
    "echo": """\
echo [-neE] [string...]

Write the strings, with blanks between and a newline after them. Escapes like
\\n, \\t, \\0101 are replaced; \\c ends the output.

  -n  no newline at the end
  -e  replace escapes (this is the default)
  -E  leave escapes alone
""",
}


def echo(sh: Shell, argv: list[str]) -> int:
    """``echo [-neE] [string...]``: escapes are replaced, as in dash and yash and by the XSI option; scripts written for bash or
    ksh find their ``-e`` taken for what they mean."""
    index = 1
    end = "\n"
    has_escapes, is_extended = True, False
    while index < len(argv):
        word = argv[index]
        if word[:1] != "-" or len(word) < 2 or word.strip("neE") != "-":
            break
        for letter in word[1:]:
            if letter == "n":
                end = ""
            else:
                has_escapes = is_extended = letter == "e"
        index += 1
    text = " ".join(argv[index:])
    if has_escapes and "\\" in text:
        from minishell.builtin.escapes import unescape

        text, is_cut = unescape(text, for_format=False, is_extended=is_extended)
        if is_cut:
            end = ""
    if text or end:
        sh.write(text + end)
    return 0
