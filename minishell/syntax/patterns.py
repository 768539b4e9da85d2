"""The regular expressions of the lexer.

``import re`` costs a shell that starts, runs one line and ends most of its time, so the patterns are compiled beforehand
(``pattern_codes``, made by tests/tools/make_pattern_codes.py) for the versions of the matching engine that we know.
Any other version compiles them here.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]

from minishell.syntax.pattern_codes import CODES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from re import Match
    from typing import TypeAlias

    Matcher: TypeAlias = Callable[[str, int], Match[str] | None]

_BLANKS = r"[ \t]*+(?:\\\n[ \t]*+)*+"
_PLAIN = r" \t\n;&|<>()'\"`$\\"  # the characters that a plain word does not have
_END = r"(?=[ \t\n;&|()<>])"  # a word ends here
_NO_NUMBER = r"(?![0-9]++[<>])"  # 2.10.1: digits before < and > are a descriptor's number
_CONTINUED = r"(?!\\\n)"  # 2.2.1: the next line may make this token longer
_NAME = rf"[A-Za-z_][A-Za-z0-9_]*+{_CONTINUED}"
_PARAMETER = rf"{_NAME}|[0-9@*#?$!-]"
_BRACED = rf"\$\{{({_NAME}|[1-9][0-9]*+|[0@*#?$!-])\}}"
_OPERATOR = rf"(\n|;;|;&|&&|\|\||[;&|]{_CONTINUED}|[()])"
_REDIRECTION = rf"([0-9]*+)(<<-|<&|<>|<<{_CONTINUED}|>>|>\||>&|<(?!<|\\\n)|>{_CONTINUED})"
_SIMPLE_WORDS = rf"\"([^\"$`\\]*+)\"{_END}|'([^']*+)'{_END}|\$({_PARAMETER}){_END}|\"\$({_PARAMETER})\"{_END}"


def _quoted(specials: str, end: str) -> str:
    """What stands between some kind of double quotes: *specials* can be quoted by a backslash there."""
    stops = specials + end.strip("[]")
    return (
        rf"([^{stops}\\]++|\\(?![{specials}\\\n]))|\$({_PARAMETER})|{_BRACED}|\\([{specials}\\])"
        rf"|({end or '(?!)'})|(.)"
    )


def _unquoted(plain: str) -> str:
    return rf"([^{plain}]++)|\"([^\"$`\\]*+)\"|'([^']*+)'|\$({_PARAMETER})|{_BRACED}|\\([^\n])|([\"'`$\\])"


SOURCES = {
    # At the start of a token of a command: groups for a plain word, an operator, the two parts of a redirection,
    # "text", 'text', $name, "$name", then (only before the command's name) an assignment's two parts, and the first
    # character of anything else.
    "PREFIX": (
        rf"{_BLANKS}(?:#[^\n]*+)?+(?:({_NO_NUMBER}[^{_PLAIN}=~][^{_PLAIN}=]*+){_END}|{_OPERATOR}|{_REDIRECTION}|{_SIMPLE_WORDS}"
        rf"|([A-Za-z_][A-Za-z0-9_]*+)=([^{_PLAIN}~]*+){_END}|(.))"
    ),
    "ARGUMENT": (
        rf"{_BLANKS}(?:#[^\n]*+)?+(?:({_NO_NUMBER}[^{_PLAIN}~][^{_PLAIN}]*+){_END}|{_OPERATOR}|{_REDIRECTION}|{_SIMPLE_WORDS}|(.))"
    ),
    "ASSIGNMENT": r"([A-Za-z_][A-Za-z0-9_]*+)=",
    "BLANK_LINES": rf"(?:{_BLANKS}(?:#[^\n]*+)?+\n)*+",
    "BLANKS": rf"{_BLANKS}(?:#[^\n]*+)?+",
    # Parts of a word: a literal run, "text", 'text', $name, ${name}, an escaped character, the start of anything else.
    "WORD_PART": _unquoted(_PLAIN),
    "BRACE_PART": _unquoted(r"}'\"`$\\"),
    # Parts of quoted text: a literal run, $name, ${name}, an escaped character, the end, the start of anything else.
    "QUOTED_PART": _quoted(r"\"$`", r"\""),
    "QUOTED_BRACE_PART": _quoted(r"\"$`}", r"\}"),
    "HERE_DOCUMENT_PART": _quoted(r"$`", ""),
    "ARITHMETIC_PART": _quoted(r"\"$`", r"[()]"),
    # After ${: the name of a length, or a name and } or an operator.
    "BRACE_HEAD": (
        rf"#({_NAME}|[0-9]++|[@*#?$!-])\}}|({_NAME}|[0-9]++{_CONTINUED}|[@*#?$!-])(?:\}}|(:?[-=?+]|%%|\#\#|[%#]{_CONTINUED}))"
    ),
    "BRACE_HEAD_CHARACTERS": r"[A-Za-z0-9_@*#?$!:%=+-]*+",
    "NAME": r"[A-Za-z_][A-Za-z0-9_]*+",
    "FUNCTION": rf"[ \t]++([^{_PLAIN}#~][^{_PLAIN}]*+)(?:[ \t]*+\([ \t]*+\))?+",
    "DELIMITER": rf"[ \t]*+([^{_PLAIN}#][^{_PLAIN}]*+){_END}",
    # For the line editor: a redirection's operator, with its descriptor.
    "REDIRECTION": r"[0-9]*+(?:<<-|<&|<>|<<|>>|>\||>&|[<>])",
    "PARENTHESES": r"[ \t]*+(\()[ \t]*+\)",
    # Of an arithmetic expression: a number (or what begins like one), a name, an operator, anything else.
    "ARITHMETIC_TOKEN": (
        r"[ \t\n\r\v\f]*+(?:([0-9][0-9A-Za-z_#]*+)|([A-Za-z_][A-Za-z0-9_]*+)"
        r"|(<<=|>>=|&&|\|\||<<|>>|\+\+|--|[-+*/%&^|=!<>]=|[-+*/%&^|=!<>?:,~()])|(.))"
    ),
}
DOTALL = 16
UNICODE = 32


def _matcher(name: str) -> Matcher:
    stored = CODES.get(_sre.MAGIC)
    if stored is None or name not in stored:
        import re

        return re.compile(SOURCES[name], re.DOTALL).match
    groups, code = stored[name]
    pattern = _sre.compile(SOURCES[name], DOTALL | UNICODE, list(code), groups, {}, (None,) * (groups + 1))
    return pattern.match  # type: ignore[no-any-return]


match_prefix = _matcher("PREFIX")
match_argument = _matcher("ARGUMENT")
match_assignment = _matcher("ASSIGNMENT")
match_blank_lines = _matcher("BLANK_LINES")
match_blanks = _matcher("BLANKS")
match_word_part = _matcher("WORD_PART")
match_brace_part = _matcher("BRACE_PART")
match_quoted_part = _matcher("QUOTED_PART")
match_quoted_brace_part = _matcher("QUOTED_BRACE_PART")
match_here_document_part = _matcher("HERE_DOCUMENT_PART")
match_arithmetic_part = _matcher("ARITHMETIC_PART")
match_brace_head = _matcher("BRACE_HEAD")
match_brace_head_characters = _matcher("BRACE_HEAD_CHARACTERS")
match_name = _matcher("NAME")
match_function = _matcher("FUNCTION")
match_delimiter = _matcher("DELIMITER")
match_arithmetic_token = _matcher("ARITHMETIC_TOKEN")
match_redirection = _matcher("REDIRECTION")
match_parentheses = _matcher("PARENTHESES")
