"""Parameters (2.5) and their expansion (2.6.2), as closures.

``$@`` and ``$*`` are lists, unless ``$*`` stands in double quotes; all others are one text. The words of the operators are
compiled by the caller, which knows what they are part of; so ``-`` and ``+`` only say here whether the word is to be used.
"""

from __future__ import annotations

from minishell.errors import ExpansionError
from minishell.expand.fields import star_separator
from minishell.pattern import remover
from minishell.syntax.nodes import Literal, Tilde

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn, TypeAlias

    from minishell.shell import Shell
    from minishell.syntax.nodes import Parameter

    Text: TypeAlias = Callable[[], str]
    Lookup: TypeAlias = Callable[[], str | None]
    Texts: TypeAlias = Callable[[], list[str]]


def parameter_value(sh: Shell, name: str) -> str | None:
    """The value of any parameter, None when it is unset; ``@`` and ``*`` joined as in an assignment."""
    return compile_lookup(name, sh.line, sh)()


def gives_list(node: Parameter) -> bool:
    """Whether the expansion may give several fields that no splitting made."""
    return (node.name == "@" or (node.name == "*" and not node.quoted)) and node.operator != "length"


def is_choice(node: Parameter) -> bool:
    """Whether the operator is one of those that use either the value or the word: ``-`` and ``+``."""
    return node.operator[-1:] in ("-", "+")


# One text


def compile_lookup(name: str, line: int, sh: Shell) -> Lookup:
    """The value of a parameter, None when it is unset; *line* is the value of LINENO."""
    if name[0].isdecimal():
        return _positional(int(name), sh) if name != "0" else lambda: sh.name
    special = _SPECIAL.get(name)
    if special is not None:
        return lambda: special(sh)
    get, variables = sh.variables.values.get, sh.variables
    if name == "LINENO":
        return lambda: get(name) or str(line)
    if name == "PIPESTATUS":
        return lambda: get(name) or " ".join(map(str, sh.pipe_status))

    def run() -> str | None:
        value = get(name)
        return variables.get(name) if value is None else value

    return run


def _positional(number: int, sh: Shell) -> Lookup:
    index = number - 1

    def run() -> str | None:
        positional = sh.positional
        return positional[index] if index < len(positional) else None

    return run


_SPECIAL: dict[str, Callable[[Shell], str | None]] = {
    "?": lambda sh: str(sh.status),
    "#": lambda sh: str(len(sh.positional)),
    "$": lambda sh: str(sh.pid),
    "-": lambda sh: sh.options.letters(),
    "!": lambda sh: None if sh.last_async_pid is None else str(sh.last_async_pid),
    "@": lambda sh: " ".join(sh.positional) if sh.positional else None,
    "*": lambda sh: star_separator(sh).join(sh.positional) if sh.positional else None,
}


def compile_plain(name: str, line: int, sh: Shell) -> Text:
    """The value of a parameter; of an unset one nothing, or an error under ``set -u``."""
    if name == "#":
        return lambda: str(len(sh.positional))
    if name == "?":
        return lambda: str(sh.status)
    if name[0].isdecimal() and name != "0":
        index = int(name) - 1

        def run_positional() -> str:
            positional = sh.positional
            return positional[index] if index < len(positional) else unset(name, sh)

        return run_positional
    if is_variable(name):
        return compile_variable_between("", name, "", sh)
    lookup = compile_lookup(name, line, sh)

    def run() -> str:
        value = lookup()
        return unset(name, sh) if value is None else value

    return run


def compile_variable_between(before: str, name: str, after: str, sh: Shell) -> Text:
    """A variable's value between constants, which may be empty: ``lit$x.lit``."""
    get = sh.variables.values.get
    if not before and not after:

        def run_alone() -> str:
            value = get(name)
            return missing(name, sh) if value is None else value

        return run_alone

    def run() -> str:
        value = get(name)
        return f"{before}{missing(name, sh) if value is None else value}{after}"

    return run


def is_variable(name: str) -> bool:
    """Whether the parameter is a variable that has its value from nowhere else."""
    return (name[0].isalpha() or name[0] == "_") and name != "LINENO" and name != "PIPESTATUS"


def missing(name: str, sh: Shell) -> str:
    """The value of a variable that is not in ``sh.variables.values``: it may be computed, or it is unset."""
    value = sh.variables.get(name)
    return unset(name, sh) if value is None else value


def unset(name: str, sh: Shell) -> str:
    """The value of a parameter that is unset. Raises ExpansionError under ``set -u``, but for ``@`` and ``*``."""
    if sh.options.nounset and name != "@" and name != "*":
        raise ExpansionError(f"{name}: parameter not set")
    return ""


def compile_value(node: Parameter, word: Text | None, sh: Shell) -> Text:
    """An expansion that gives one text, with any operator but ``-`` and ``+``.

    *word* is the operator's word: text, or for ``% %% # ##`` pattern text unless ``is_text_removal``.
    """
    name, operator = node.name, node.operator
    if operator == "":
        return compile_plain(name, node.line, sh)
    if operator == "bad":
        return _compile_bad(word)
    if operator == "length":
        return _compile_length(node, sh)
    assert word is not None
    if operator[0] in "%#":
        return _compile_removal(node, word, sh)
    return _compile_insistence(node, word, sh)


def _compile_bad(word: Text | None) -> Text:
    def run() -> NoReturn:
        raise ExpansionError(f"${{{word() if word else ''}}}: bad substitution")

    return run


def _compile_length(node: Parameter, sh: Shell) -> Text:
    """``${#name}``: characters; of ``@`` and ``*`` the number of positional parameters."""
    if node.name in ("@", "*"):
        return lambda: str(len(sh.positional))
    value = compile_plain(node.name, node.line, sh)
    return lambda: str(len(value()))


def _compile_removal(node: Parameter, pattern: Text, sh: Shell) -> Text:
    """``% %% # ##``."""
    operator = node.operator
    if node.name in ("@", "*"):
        texts = compile_list(node, pattern, sh)
        return lambda: join(node.name, texts(), sh)
    value = compile_plain(node.name, node.line, sh)
    if is_text_removal(node):
        if operator[0] == "#":
            return lambda: value().removeprefix(pattern())
        return lambda: value().removesuffix(pattern())
    if is_static(node):
        remove = remover(operator, pattern())
        if not is_variable(node.name):
            return lambda: remove(value())
        get, name = sh.variables.values.get, node.name

        def run_variable() -> str:
            text = get(name)
            return remove(missing(name, sh) if text is None else text)

        return run_variable

    def run() -> str:
        text = value()
        return remover(operator, pattern())(text)

    return run


def is_static(node: Parameter) -> bool:
    """Whether the operator's word is the same each time."""
    return node.word is not None and all(type(part) is Literal for part in node.word.parts)


def is_text_removal(node: Parameter) -> bool:
    """Whether ``% %% # ##`` take a text away: all of the word is quoted, as in ``${x#"$y"}``. Its word is text then."""
    return (
        node.operator[:1] in ("%", "#")
        and node.name not in ("@", "*")
        and node.word is not None
        and all([not isinstance(part, Tilde) and part.quoted for part in node.word.parts])
    )


def _compile_insistence(node: Parameter, word: Text, sh: Shell) -> Text:
    """``=`` and ``?``: the value, for which there must be one in the end."""
    name, operator = node.name, node.operator
    lookup = compile_lookup(name, node.line, sh)
    has_colon = operator[0] == ":"
    can_be_assigned = name[0].isalpha() or name[0] == "_"

    def run() -> str:
        value = lookup()
        if value is not None and (value or not has_colon):
            return value
        if operator[-1] == "?":
            refuse(node, word())
        if not can_be_assigned:
            raise ExpansionError(f"${name}: cannot assign in this way")
        value = word()
        sh.assign(name, value)
        return value

    return run


def refuse(node: Parameter, message: str) -> NoReturn:
    """``${name?message}`` of a parameter that is unset."""
    if node.word is None or not node.word.parts:
        message = "parameter null or not set" if node.operator[0] == ":" else "parameter not set"
    raise ExpansionError(f"{node.name}: {message}")


def compile_choice(node: Parameter, sh: Shell) -> Lookup:
    """``-`` and ``+`` of what is one text: what to use instead of the word; None for the word."""
    lookup = compile_lookup(node.name, node.line, sh)
    has_colon = node.operator[0] == ":"
    if node.operator[-1] == "-":
        return (lambda: lookup() or None) if has_colon else lookup
    if has_colon:
        return lambda: None if lookup() else ""
    return lambda: "" if lookup() is None else None


# Lists


def join(name: str, texts: list[str], sh: Shell) -> str:
    """The values of ``$@`` or ``$*`` as one text: with blanks, or with the first character of IFS."""
    return " ".join(texts) if name == "@" else star_separator(sh).join(texts)


def compile_list(node: Parameter, word: Text | None, sh: Shell) -> Texts:
    """``$@`` or ``$*`` with any operator but ``-`` and ``+``; *word* as for ``compile_value``. The list is not to be changed."""
    operator = node.operator
    if operator == "":
        return lambda: sh.positional
    assert word is not None
    if operator[0] in "%#":

        def run_removal() -> list[str]:
            return list(map(remover(operator, word()), sh.positional))

        return run_removal

    def run_insistence() -> list[str]:
        if has_value(node, sh):
            return sh.positional
        if operator[-1] == "?":
            refuse(node, word())
        raise ExpansionError(f"${node.name}: cannot assign in this way")

    return run_insistence


def has_value(node: Parameter, sh: Shell) -> bool:
    """Whether there are positional parameters, and for a colon, whether they are more than one empty text together."""
    positional = sh.positional
    return bool(positional) and (node.operator[0] != ":" or join(node.name, positional, sh) != "")


def compile_list_choice(node: Parameter, sh: Shell) -> Callable[[], list[str] | None]:
    """``-`` and ``+`` of ``$@`` and ``$*``: what to use instead of the word; None for the word."""
    if node.operator[-1] == "-":
        return lambda: sh.positional if has_value(node, sh) else None
    return lambda: None if has_value(node, sh) else []
