"""Here-documents (2.7.4): the delimiter, and the bodies after the line."""

from __future__ import annotations

from minishell.errors import ScriptSyntaxError
from minishell.syntax.expansions import ExpansionReader
from minishell.syntax.nodes import HereDocument, Literal, Word
from minishell.syntax.patterns import match_blanks, match_delimiter, match_here_document_part
from minishell.syntax.words import EMPTY_WORD, make_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from minishell.syntax.nodes import WordPart


class HereDocumentReader(ExpansionReader):
    """The part of the parser that reads here-documents."""

    def here_document(self, strip_tabs: bool) -> HereDocument:
        """The here-document whose delimiter follows at ``pos``. Its body is read after the next newline."""
        found = match_delimiter(self.text, self.pos)
        if found is not None:
            self.pos = found.end()
            document = HereDocument(EMPTY_WORD, found[1], False, strip_tabs)
        else:
            delimiter, is_quoted = self._delimiter()
            document = HereDocument(EMPTY_WORD, delimiter, is_quoted, strip_tabs)
        self.pending.append(document)
        return document

    def _delimiter(self) -> tuple[str, bool]:
        """A delimiter's text after quote removal, and whether any of it was quoted. ``$`` and backquotes are plain in it."""
        blanks = match_blanks(self.text, self.pos)
        assert blanks is not None
        self.pos = start = blanks.end()
        if start == len(self.text):
            self.text += self._next_piece()  # the blanks ended with a continued line
        text = self.text
        pieces: list[str] = []
        is_quoted = False
        while self.pos < len(text):
            pos = self.pos
            character = text[pos]
            if character in " \t\n;&|<>()":
                break
            if text.startswith("\\\n", pos):
                self.join_lines(pos)
                text = self.text
                continue
            self.pos = pos + 1
            if character == "\\":
                is_quoted = True
                character = text[pos + 1]
                self.pos = pos + 2
            elif character in "'\"" or (character == "$" and text[pos + 1] == "'"):
                is_quoted = True
                self.pos = pos
                parts: list[WordPart] = []
                if character == "'":
                    character = self._up_to_quote("'")
                elif character == '"':
                    character = self._up_to_quote('"')
                else:
                    self.dollar_single_quoted(parts)
                    character = "".join(part.text for part in parts if isinstance(part, Literal))
                text = self.text
            pieces.append(character)
        if self.pos == start:
            self.fail("expected a delimiter after '<<'")
        return "".join(pieces), is_quoted

    def _up_to_quote(self, quote: str) -> str:
        """The text between *quote* at ``pos`` and the next one; backslashes are removed as double quotes do."""
        text, pos = self.text, self.pos + 1
        pieces = []
        while text[pos] != quote:
            if quote == '"' and text[pos] == "\\" and text[pos + 1] in '"\\$`\n':
                pos += 1
            if text[pos] != "\n" or text[pos - 1] != "\\" or quote == "'":
                pieces.append(text[pos])
            pos += 1
            if pos == len(text):
                self.fail(f"expected {quote} to end the delimiter of a here-document", incomplete=True)
        self.pos = pos + 1
        return "".join(pieces)

    def here_document_bodies(self) -> None:
        """Read the bodies of the pending here-documents; ``pos`` is at the start of a line."""
        pending = self.pending
        self.pending = []
        for document in pending:
            line = self.line_at(self.pos)
            text = self._body_lines(document)
            if document.is_literal:
                document.body = Word((Literal(text, True),)) if text else EMPTY_WORD
            else:
                document.body = self.body(text, line)

    def _body_lines(self, document: HereDocument) -> str:
        """The lines up to the delimiter, which is consumed. At the end of the input the body ends too, as in other shells."""
        delimiter = document.delimiter
        if not document.strip_tabs and self.pos and "\n" not in delimiter:
            # The common case by one search; a \newline could make the delimiter part of a longer line.
            pos = self.pos
            end = self.text.find(f"\n{delimiter}\n", pos - 1)
            if end >= 0 and (document.is_literal or self.text.find("\\\n", pos, end + 1) < 0):
                self.pos = end + len(delimiter) + 2
                return self.text[pos : end + 1]
        start_line = self.line_at(self.pos)
        lines: list[str] = []
        while True:
            line, joined = self._logical_line(document)
            if joined and joined[:-1] == delimiter:
                return "".join(lines)
            if not line:
                if self.is_strict:
                    self.fail(
                        f"expected '{delimiter}' to end the here-document of line {start_line - 1}, found end of file",
                        incomplete=True,
                    )
                return "".join(lines)
            lines.append(line)

    def _logical_line(self, document: HereDocument) -> tuple[str, str]:
        """The next line, and the same without its continuations, which is what may be the delimiter."""
        line = self._physical_line(document.strip_tabs)
        if document.is_literal or not _is_continued(line):
            return line, line
        lines, joined = [line], [line[:-2]]
        while _is_continued(line):
            line = self._physical_line(False)  # tabs after a \\newline stay, as in bash and dash
            lines.append(line)
            joined.append(line[:-2] if _is_continued(line) else line)
        return "".join(lines), "".join(joined)

    def _physical_line(self, strip_tabs: bool) -> str:
        """The next line with its newline; ``""`` at the end of the input."""
        if self.pos >= len(self.text) and not self.more():
            return ""
        start = self.pos
        self.pos = end = self.text.find("\n", start) + 1
        line = self.text[start:end]
        return line.lstrip("\t") if strip_tabs else line

    def body(self, text: str, line: int) -> Word:
        """The parts of a body that is expanded: it is read like text in double quotes, in which ``"`` is plain (2.7.4)."""
        if "$" not in text and "`" not in text and "\\" not in text:
            return Word((Literal(text, True),)) if text else EMPTY_WORD
        reader = self.nested(text, line)
        reader.more()
        parts: list[WordPart] = []
        try:
            reader.quoted(parts, match_here_document_part, "", line)
        except ScriptSyntaxError as error:
            error.incomplete = False
            raise
        return make_word(parts)

    def nested(self, text: str, line: int) -> HereDocumentReader:
        """A parser of *text*, which begins in *line*; see Parser."""
        raise NotImplementedError


def _is_continued(line: str) -> bool:
    """Whether *line*, with its newline, ends with a backslash that is not itself quoted."""
    if not line.endswith("\\\n"):
        return False
    content = line[:-1]
    return (len(content) - len(content.rstrip("\\"))) % 2 == 1
