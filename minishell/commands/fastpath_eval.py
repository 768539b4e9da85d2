"""A shortcut for texts that ``eval`` runs once.

``eval "name_$i=value"`` and ``eval "x=\\$name_$i"`` are how scripts have arrays: each text is another one, so that parsing and
compiling it costs more than running it. These two shapes are read here, and nothing else.
"""

from __future__ import annotations

from minishell.expand.parameter import is_variable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.shell import Shell


def assign_directly(text: str, sh: Shell) -> bool:
    """Run *text* when it is ``name=letters``, ``name=$name``, ``name=${name}`` or ``name=${name-letters}`` (also ``:-``), and
    nothing about that is unusual. False when it was not run."""
    name, _, value = text.partition("=")
    if not (name.isidentifier() and name.isascii()) or sh.attention or name in sh.variables.guarded:
        return False
    if value[:1] == "$":
        found = referenced(value, sh)
        if found is None:
            return False
        value = found
    elif not value.isalnum():
        return False
    sh.variables.values[name] = value
    sh.status = 0
    return True


def referenced(word: str, sh: Shell) -> str | None:
    """The value of ``$name`` and its like, None when *word* is none of them, or the variable is not set where it should be."""
    source, default = word[1:], None
    if source[:1] == "{":
        if source[-1] != "}":
            return None
        source, minus, rest = source[1:-1].partition("-")
        if minus:
            if rest and not rest.isalnum():
                return None
            default = rest
    is_null_unset = default is not None and source[-1:] == ":"
    if is_null_unset:
        source = source[:-1]
    if not (source.isidentifier() and source.isascii() and is_variable(source)):
        return None
    value = sh.variables.values.get(source)
    if default is None or value or (value is not None and not is_null_unset):
        return value
    return None if source in sh.variables.dynamic else default
