"""What ``$`` and backquotes begin inside a word: parameters, command substitution, arithmetic (2.6.2-2.6.4)."""

from __future__ import annotations

from minishell.errors import ScriptSyntaxError
from minishell.syntax.nodes import ArithmeticExpansion, CommandSubstitution, Literal, Parameter, Word
from minishell.syntax.patterns import (
    match_arithmetic_part,
    match_brace_head,
    match_brace_head_characters,
    match_brace_part,
    match_name,
    match_quoted_brace_part,
)
from minishell.syntax.words import NOWHERE, WordReader, make_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.syntax.nodes import WordPart


class ExpansionReader(WordReader):
    """The part of the parser that reads expansions."""

    def dollar(self, parts: list[WordPart], quoted: bool) -> None:
        """Any form that begins with ``$`` and is not a plain name; ``pos`` is at the dollar sign.

        Nothing is appended when a line continuation had to be removed first: the caller then matches once more.
        """
        text, pos = self.text, self.pos
        start = text[pos + 1]
        if start == "{":
            parts.append(self._braced(quoted))
        elif start == "(":
            while text.startswith("\\\n", pos + 2):
                self.join_lines(pos + 2)
                text = self.text
            if text[pos + 2 : pos + 3] == "(":
                parts.append(self._arithmetic_or_subshell(quoted))
            else:
                parts.append(self._command_substitution(quoted))
        elif start == "'" and not quoted:
            self.dollar_single_quoted(parts)
        elif start == "\\" and text[pos + 2] == "\n":
            self.join_lines(pos + 1)
        else:
            name = match_name(text, pos + 1)
            if name is not None:
                self.join_lines(name.end())  # only a name that a line continuation follows comes here
            else:
                parts.append(Literal("$", True))  # quoted, so that what stands after it can never matter
                self.pos = pos + 1

    # ${…}

    def _braced(self, quoted: bool) -> Parameter:
        """``${…}`` (2.6.2); ``pos`` is at the dollar sign."""
        line = self.line_at(self.pos)
        start = self.pos + 2
        while True:
            found = match_brace_head(self.text, start)
            if found is not None:
                break
            characters = match_brace_head_characters(self.text, start)
            assert characters is not None
            end = characters.end()
            if not self.text.startswith("\\\n", end):
                return self._bad_parameter(start, quoted, line)
            self.join_lines(end)
        length_of, name, operator = found.groups()
        self.pos = found.end()
        if length_of is not None:
            return Parameter(_number(length_of), "length", None, quoted, line)
        name = _number(name)
        if operator is None:
            return Parameter(name, "", None, quoted, line)
        if quoted and operator[0] not in "%#":
            parts: list[WordPart] = []
            self.quoted(parts, match_quoted_brace_part, "}", line)
            word = make_word(parts)
        else:
            word = self.brace_word(quoted)
        return Parameter(name, operator, word, quoted, line)

    def _bad_parameter(self, start: int, quoted: bool, line: int) -> Parameter:
        """``${…}`` of a form that nobody knows, from *start* after its brace: its end is found as if all were a word."""
        self.pos = start
        self.mark()
        parts: list[WordPart] = []
        try:
            if quoted:
                self.quoted(parts, match_quoted_brace_part, "}", line)
                end = self.pos - 1
            else:
                self.unquoted(parts, match_brace_part, NOWHERE)
                end = self.pos
                if end >= len(self.text):
                    self.fail(f"expected '}}' to end the '${{' of line {line}, found end of file", incomplete=True)
                self.pos = end + 1
        finally:
            self.release()
        return Parameter("", "bad", Word((Literal(self.text[start:end]),)), quoted, line)

    # $((…))

    def _arithmetic_or_subshell(self, quoted: bool) -> ArithmeticExpansion | CommandSubstitution:
        """``$((…))`` (2.6.4), or a command substitution that begins with a subshell; ``pos`` is at the dollar sign.

        2.6.3: "the shell shall first determine whether it can parse the expansion as an arithmetic expansion": we take it for
        one when the parentheses are balanced and the last two stand together. What was found not to be one is remembered
        while there is a place to go back to, so that nested forms are not parsed again and again.
        """
        start = self.pos
        known = self.not_arithmetic.get(start)
        if known is not None:
            self.pos = known[1]
            return CommandSubstitution(known[0].program, quoted, known[0].line)
        if start not in self.not_arithmetic:
            expansion = self._arithmetic(quoted)
            if expansion is not None:
                return expansion
            self.not_arithmetic[start] = None
        pending = len(self.pending)
        substitution = self._command_substitution(quoted)
        if self.marks and pending == len(self.pending):
            self.not_arithmetic[start] = substitution, self.pos
        return substitution

    def _arithmetic(self, quoted: bool) -> ArithmeticExpansion | None:
        """``$((…))``, or None, and nothing consumed."""
        line = self.line_at(self.pos)
        mark = self.mark()
        self.pos += 3
        parts: list[WordPart] = []
        try:
            try:
                if self._arithmetic_text(parts, line):
                    return ArithmeticExpansion(make_word(parts), quoted, line)
            except ScriptSyntaxError as error:
                if error.incomplete:
                    raise
            self.go_back(mark)
            return None
        finally:
            self.release()

    def _arithmetic_text(self, parts: list[WordPart], line: int) -> bool:
        """Read up to and with ``))``; False when a closing parenthesis stands alone there."""
        text, pos = self.text, self.pos
        depth = 0
        while True:
            found = match_arithmetic_part(text, pos)
            if found is None:
                self.pos = pos
                if not self.more():
                    self.fail(f"expected '))' to end the '$((' of line {line}, found end of file", incomplete=True)
                text, pos = self.text, self.pos
                continue
            kind = found.lastindex
            if kind == 1 or kind == 4:
                parts.append(Literal(found[kind], True))
                pos = found.end()
            elif kind == 2 or kind == 3:
                parts.append(Parameter(found[kind], "", None, True, self.line_at(pos)))
                pos = found.end()
            elif kind == 5:
                parenthesis = found[5]
                pos += 1
                if parenthesis == "(":
                    depth += 1
                elif depth:
                    depth -= 1
                else:
                    while text.startswith("\\\n", pos):
                        self.join_lines(pos)
                        text = self.text
                    self.pos = pos + 1
                    return text.startswith(")", pos)
                parts.append(Literal(parenthesis, True))
            else:
                self.pos = pos
                start = found[6]
                if start == "$":
                    self.dollar(parts, True)
                elif start == "`":
                    self.backquotes(parts, True)
                elif start == '"':
                    self.pos = pos + 1  # as in bash and ksh: "$x" is taken in an expression, too
                else:
                    self.pos = pos + 2  # \newline
                text, pos = self.text, self.pos

    # $(…) and backquotes

    def _command_substitution(self, quoted: bool) -> CommandSubstitution:
        """``$(…)``; ``pos`` is at the dollar sign.

        Here-documents that the line has begun already have their bodies after the line in which the substitution ends.
        """
        line = self.line_at(self.pos)
        self.pos += 2
        pending = self.pending
        self.pending = []
        program = self.substitution_program(line)
        self.pending = pending + self.pending
        return CommandSubstitution(program, quoted, line)

    def backquotes(self, parts: list[WordPart], quoted: bool) -> None:
        """Backquotes (2.6.3); ``pos`` is at the first of them.

        A backslash before ``$``, a backquote, a backslash, and in double quotes before ``"``, is removed, and the program is
        parsed of what remains.
        """
        line = self.line_at(self.pos)
        removable = '$`\\"' if quoted else "$`\\"
        pieces: list[str] = []
        text, pos = self.text, self.pos + 1
        end = text.find("`", pos)
        escape = text.find("\\", pos, end if end >= 0 else len(text))
        while end < 0 or escape >= 0:
            if escape >= 0:
                removed = text[escape + 1] in removable
                pieces.append(text[pos : escape + (not removed)])
                pieces.append(text[escape + 1])
                pos = escape + 2
                if end < pos:
                    end = text.find("`", pos)
            else:
                pieces.append(text[pos:])
                self.pos = len(text)
                if not self.more():
                    self.fail(f"expected '`' to end the '`' of line {line}, found end of file", incomplete=True)
                text, pos = self.text, self.pos
                end = text.find("`", pos)
            escape = text.find("\\", pos, end if end >= 0 else len(text))
        pieces.append(text[pos:end])
        self.pos = end + 1
        parts.append(CommandSubstitution(self.text_program("".join(pieces), line), quoted, line))


def _number(name: str) -> str:
    """*name*, without leading zeros when it is the number of a positional parameter."""
    return name.lstrip("0") or "0" if name[0] == "0" else name
