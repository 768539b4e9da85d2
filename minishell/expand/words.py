"""Words (2.6), compiled to closures: to fields, to one text, or to a pattern.

What a word is decides what it costs. Static words are made once; a word that always is one field (``"$x"``, ``lit"$x"``) is one
text; an unquoted expansion whose value has nothing in it to split or match is one text, too. Only what is left goes the long
way: each part adds its *runs* (``fields.py``), quoted or not, and these are split, matched and joined.
"""

from __future__ import annotations

from minishell.expand.fields import (
    BREAK,
    DEFAULT_IFS,
    LITERAL,
    QUOTED,
    RESULT,
    add_fields,
    add_pattern,
    add_result,
    is_divisible,
    is_pattern,
)
from minishell.expand.parameter import (
    compile_choice,
    compile_list,
    compile_list_choice,
    compile_value,
    compile_variable_between,
    gives_list,
    is_choice,
    is_text_removal,
    is_variable,
    join,
    missing,
)
from minishell.expand.shapes import (
    is_assignment,
    is_number,
    is_one_field,
    is_one_text,
    is_quoted,
    kind_of,
    static_pattern,
    variable_between,
)
from minishell.pattern import escape, has_special
from minishell.syntax.nodes import ArithmeticExpansion, CommandSubstitution, Literal, Parameter, Tilde

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from minishell.expand.fields import Run
    from minishell.shell import Shell
    from minishell.syntax.nodes import Word, WordPart

    Text: TypeAlias = Callable[[], str]
    Fields: TypeAlias = Callable[[], list[str]]
    Add: TypeAlias = Callable[[list[str]], None]
    """Appends the fields of one word."""
    Emit: TypeAlias = Callable[[list[Run]], None]
    """Appends the runs of one part of a word."""
    CompileWord: TypeAlias = Callable[[Word, Shell], Text]


# What is known beforehand


def static_text(word: Word) -> str | None:
    """The text of a word without expansions; None for another."""
    parts = word.parts
    if len(parts) == 1 and type(parts[0]) is Literal:
        return parts[0].text
    texts = []
    for part in parts:
        if type(part) is not Literal:
            return None
        texts.append(part.text)
    return "".join(texts)


def static_field(word: Word) -> str | None:
    """The one field that a word without expansions and without a pattern always gives; None for another."""
    text = static_text(word)
    if text is None or not word.parts or (is_pattern(text) and has_special(static_pattern(word))):
        return None
    return text


# One text


def compile_text(word: Word, sh: Shell) -> Text:
    """The word without field splitting and pathname expansion: values of assignments, redirections, here-documents."""
    shape = variable_between(word)
    if shape is not None:
        return compile_variable_between(*shape, sh)
    return _joined([_text_of_part(part, index, word, sh) for index, part in enumerate(word.parts)])


def compile_pattern(word: Word, sh: Shell) -> Text:
    """The word as pattern text: what was quoted has backslashes (2.14.1)."""
    return _joined([_pattern_of_part(part, index, word, sh) for index, part in enumerate(word.parts)])


def _joined(parts: list[str | Text]) -> Text:
    """The texts *parts*, constants or closures, in one."""
    merged: list[str | Text] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    if not merged:
        return lambda: ""
    if len(merged) == 1:
        only = merged[0]
        return (lambda: only) if isinstance(only, str) else only
    if len(merged) == 2:
        first, second = merged
        if isinstance(first, str):
            assert not isinstance(second, str)
            return lambda: first + second()
        if isinstance(second, str):
            return lambda: first() + second
        return lambda: first() + second()
    # A constant's own __str__ gives it back, and costs less than a closure.
    texts = [part.__str__ if isinstance(part, str) else part for part in merged]
    if len(texts) == 3:
        one, two, three = texts
        return lambda: one() + two() + three()
    return lambda: "".join([text() for text in texts])


def _text_of_part(part: WordPart, index: int, word: Word, sh: Shell) -> str | Text:
    if type(part) is Literal:
        return part.text
    if type(part) is Parameter:
        return _compile_parameter(part, sh, compile_text, None)
    return _compile_simple(part, index, word, sh)


def _pattern_of_part(part: WordPart, index: int, word: Word, sh: Shell) -> str | Text:
    if type(part) is Literal:
        return escape(part.text) if part.quoted else part.text
    if type(part) is Parameter:
        return _compile_parameter(part, sh, compile_pattern, escape if part.quoted else None)
    text = _compile_simple(part, index, word, sh)
    return (lambda: escape(text())) if is_quoted(part) else text


def _compile_simple(part: WordPart, index: int, word: Word, sh: Shell) -> Text:
    """A part that has no word of its own to be quoted in another way. *index* is its place in *word*."""
    if type(part) is CommandSubstitution:
        return sh.interpreter.substitution(part.program)
    if type(part) is ArithmeticExpansion:
        from minishell.expand.arithmetic import compile_arithmetic

        number = compile_arithmetic(part.expression, sh, part.line)
        return lambda: str(number())
    assert type(part) is Tilde
    from minishell.expand.tilde import compile_tilde

    return compile_tilde(part.user, word.parts[index + 1] if index + 1 < len(word.parts) else None, sh)


def _compile_parameter(node: Parameter, sh: Shell, compile_word: CompileWord, change: Callable[[str], str] | None) -> Text:
    """A parameter as one text; the word of ``-`` and ``+`` by *compile_word*, a value through *change*."""
    if is_choice(node):
        assert node.word is not None
        word = compile_word(node.word, sh)
        choice = _joined_choice(node, sh) if gives_list(node) else compile_choice(node, sh)

        def run_choice() -> str:
            value = choice()
            if value is None:
                return word()
            return change(value) if change else value

        return run_choice
    if gives_list(node):
        texts, name = compile_list(node, _operand(node, sh), sh), node.name
        text: Text = lambda: join(name, texts(), sh)  # noqa: E731 - one of two
    else:
        text = compile_value(node, _operand(node, sh), sh)
    return (lambda: change(text())) if change else text


def _joined_choice(node: Parameter, sh: Shell) -> Callable[[], str | None]:
    choice, name = compile_list_choice(node, sh), node.name

    def run() -> str | None:
        texts = choice()
        return None if texts is None else join(name, texts, sh)

    return run


def _operand(node: Parameter, sh: Shell) -> Text | None:
    """The word of an operator other than ``-`` and ``+``: a pattern, or text."""
    if node.word is None:
        return None
    compile_word = compile_text if node.operator[0] not in "%#" or is_text_removal(node) else compile_pattern
    return compile_word(node.word, sh)


# Fields


def compile_fields(words: tuple[Word, ...], sh: Shell) -> Fields:
    """The words, fully expanded (2.6). Each call gives a new list."""
    return _compile_words(words, [False] * len(words), sh)


def compile_declaration_fields(words: tuple[Word, ...], sh: Shell) -> Fields:
    """The words of a declaration utility: those that begin with ``name=`` are expanded as assignments are (2.9.1.1)."""
    return _compile_words(words, [is_assignment(word) for word in words], sh)


def _compile_words(words: tuple[Word, ...], are_texts: list[bool], sh: Shell) -> Fields:
    """*are_texts*: which words are one text whatever is in them."""
    template: list[str] = []  # the first fields, as long as each word is one
    texts: list[tuple[int, Text]] = []  # those of them that are not static
    adds: list[Add] = []  # all words from the first on that may give more, or none
    static: list[str] = []  # what the last of them appends, when that is static
    for word, is_text in zip(words, are_texts, strict=True):
        field, text = static_field(word), None
        if is_text:
            field, text = static_text(word), compile_text(word, sh)
        elif field is None and is_one_field(word):
            text = compile_text(word, sh)
        if adds or (field is None and text is None):
            if field is None:
                static = []
                adds.append(_compile_add(word, sh) if text is None else _add_text(text))
            else:
                if not static:
                    adds.append(_add_static(static))
                static.append(field)
        elif field is not None:
            template.append(field)
        elif text is not None:
            texts.append((len(template), text))
            template.append("")
    return _compile_list(template, texts, adds)


def _compile_list(template: list[str], texts: list[tuple[int, Text]], adds: list[Add]) -> Fields:
    """A list of fields like *template*, with *texts* at their places in it, and what *adds* append."""
    if not adds:
        if not texts:
            return template.copy
        if len(texts) == 1:
            place, text = texts[0]
            if len(template) == 1:
                return lambda: [text()]

            def run_text() -> list[str]:
                fields = template.copy()
                fields[place] = text()
                return fields

            return run_text
    elif not texts and len(adds) == 1:
        add = adds[0]

        def run_add() -> list[str]:
            fields = template.copy()
            add(fields)
            return fields

        return run_add

    def run() -> list[str]:
        fields = template.copy()
        for place, text in texts:
            fields[place] = text()
        for add in adds:
            add(fields)
        return fields

    return run


def _add_static(static: list[str]) -> Add:
    return lambda fields: fields.extend(static)


def _add_text(text: Text) -> Add:
    return lambda fields: fields.append(text())


def _compile_add(word: Word, sh: Shell) -> Add:
    """A word that may give any number of fields."""
    parts = word.parts
    if len(parts) == 1:
        part = parts[0]
        if type(part) is Parameter and part.operator == "":
            if part.name == "@" and part.quoted:
                return lambda fields: fields.extend(sh.positional)
            if gives_list(part):
                return lambda fields: _add_results(sh.positional, fields, sh)
            if is_variable(part.name):
                return _add_variable(part.name, sh)
        if not is_quoted(part) and type(part) is not Literal and is_one_text(part):
            return _add_one_result(part, word, sh)
    text = static_text(word)
    if text is not None:
        return _add_static_pattern(static_pattern(word), text, sh) if parts else lambda fields: None
    shape = variable_between(word)
    if shape is not None and not is_pattern(shape[0]) and not is_pattern(shape[2]):
        return _add_variable_between(*shape, word, sh)
    if all(map(is_one_text, parts)):
        return _add_texts(word, sh)
    emits = [_compile_emit(part, index, word, LITERAL, sh) for index, part in enumerate(parts)]

    def run(fields: list[str]) -> None:
        runs: list[Run] = []
        for emit in emits:
            emit(runs)
        add_fields(runs, fields, sh)

    return run


def _add_variable(name: str, sh: Shell) -> Add:
    """``$name``."""
    get = sh.variables.values.get

    def run(fields: list[str]) -> None:
        value = get(name)
        if value is None:
            value = missing(name, sh)
        # Letters and digits neither split nor match where IFS is the usual one.
        if get("IFS", DEFAULT_IFS) == DEFAULT_IFS and (value.isalnum() or not is_divisible(value)):
            if value:
                fields.append(value)
        else:
            add_result(value, fields, sh)

    return run


def _add_variable_between(before: str, name: str, after: str, word: Word, sh: Shell) -> Add:
    """``lit$x`` and the like, without a pattern in what is literal."""
    get = sh.variables.values.get
    template = [(kind_of(part, LITERAL), part.text if type(part) is Literal else "") for part in word.parts]
    place = 1 if type(word.parts[0]) is Literal else 0

    def run(fields: list[str]) -> None:
        value = get(name)
        if value is None:
            value = missing(name, sh)
        if get("IFS", DEFAULT_IFS) == DEFAULT_IFS and (value.isalnum() or not is_divisible(value)):
            fields.append(f"{before}{value}{after}")
        else:
            runs = template.copy()
            runs[place] = (RESULT, value)
            add_fields(runs, fields, sh)

    return run


def _add_one_result(part: WordPart, word: Word, sh: Shell) -> Add:
    """One unquoted expansion of another kind."""
    text = _text_of_part(part, 0, word, sh)
    assert not isinstance(text, str)
    get = sh.variables.values.get
    if is_number(part):

        def run_number(fields: list[str]) -> None:
            if get("IFS", DEFAULT_IFS) == DEFAULT_IFS:
                fields.append(text())
            else:
                add_result(text(), fields, sh)

        return run_number

    def run(fields: list[str]) -> None:
        value = text()
        if get("IFS", DEFAULT_IFS) == DEFAULT_IFS and (value.isalnum() or not is_divisible(value)):
            if value:
                fields.append(value)
        else:
            add_result(value, fields, sh)

    return run


def _add_results(texts: list[str], fields: list[str], sh: Shell) -> None:
    """``$@`` or ``$*``: each positional parameter is split on its own."""
    for text in texts:
        add_result(text, fields, sh)


def _add_static_pattern(pattern: str, text: str, sh: Shell) -> Add:
    """A pattern that is known beforehand."""
    options = sh.options

    def run(fields: list[str]) -> None:
        if options.noglob:
            fields.append(text)
        else:
            add_pattern(pattern, text, fields, sh)

    return run


def _add_texts(word: Word, sh: Shell) -> Add:
    """A word each of whose parts is one text. When no result can be split or matched, the word is these texts joined."""
    texts: list[Text] = []
    kinds: list[int] = []
    for index, part in enumerate(word.parts):
        text = _text_of_part(part, index, word, sh)
        texts.append(text.__str__ if isinstance(text, str) else text)
        kinds.append(kind_of(part, LITERAL))
    results = [place for place, kind in enumerate(kinds) if kind == RESULT]
    is_never_nothing = len(results) < len(kinds)
    has_pattern = any(type(part) is Literal and not part.quoted and is_pattern(part.text) for part in word.parts)
    get = sh.variables.values.get

    def run(fields: list[str]) -> None:
        made = [text() for text in texts]
        if has_pattern or get("IFS", DEFAULT_IFS) != DEFAULT_IFS:
            add_fields(list(zip(kinds, made, strict=True)), fields, sh)
            return
        for place in results:
            if is_divisible(made[place]):
                add_fields(list(zip(kinds, made, strict=True)), fields, sh)
                return
        value = "".join(made)
        if value or is_never_nothing:
            fields.append(value)

    return run


# Runs


def _compile_emit(part: WordPart, index: int, word: Word, literal: int, sh: Shell) -> Emit:
    """The runs of one part; *literal* is the kind of unquoted literals: RESULT in the word of an unquoted expansion."""
    if type(part) is Literal:
        run_of_literal = (QUOTED if part.quoted else literal, part.text)
        return lambda runs: runs.append(run_of_literal)
    kind = kind_of(part, literal)
    if type(part) is Parameter and is_choice(part):
        return _compile_emit_choice(part, kind, sh)
    if type(part) is not Parameter or not gives_list(part):
        text = _text_of_part(part, index, word, sh)
        assert not isinstance(text, str)
        return lambda runs: runs.append((kind, text()))
    texts = compile_list(part, _operand(part, sh), sh)
    return lambda runs: _emit_list(runs, kind, texts())


def _compile_emit_choice(node: Parameter, kind: int, sh: Shell) -> Emit:
    """``-`` and ``+``: either a value, or the runs of the word."""
    word = node.word
    assert word is not None
    emits = [_compile_emit(part, index, word, RESULT, sh) for index, part in enumerate(word.parts)]
    if gives_list(node):
        list_choice = compile_list_choice(node, sh)

        def run_list(runs: list[Run]) -> None:
            texts = list_choice()
            if texts is None:
                _emit_word(runs, kind, emits)
            else:
                _emit_list(runs, kind, texts)

        return run_list
    choice = compile_choice(node, sh)

    def run(runs: list[Run]) -> None:
        value = choice()
        if value is None:
            _emit_word(runs, kind, emits)
        else:
            runs.append((kind, value))

    return run


def _emit_word(runs: list[Run], kind: int, emits: list[Emit]) -> None:
    """The word of an expansion of *kind*."""
    count = len(runs)
    for emit in emits:
        emit(runs)
    if len(runs) == count and kind == QUOTED:
        # 2.5.2 leaves open what "${x+$@}" gives without positional parameters: most shells give an empty field.
        runs.append((QUOTED, ""))


def _emit_list(runs: list[Run], kind: int, texts: list[str]) -> None:
    """Positional parameters: each is a field, the first and last joined with what stands beside them."""
    for index, text in enumerate(texts):
        if index:
            runs.append((BREAK, ""))
        runs.append((kind, text))
