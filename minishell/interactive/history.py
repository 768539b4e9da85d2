"""The history of commands: one SQLite database for all shells of a user.

It is opened for as long as it is needed, which is while a prompt is up and for single calls: SQLite keeps descriptors that
cannot be moved out of the way, and ``exec 3>file`` in a script must not write into its file.

A shell sees what was there when it started and its own commands, not what others add meanwhile; those come with the next start.
What cannot be stored (a full disk, somebody else holds the lock) is remembered in the shell alone.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from time import time
from typing import TYPE_CHECKING

from minishell.encoding import decode, encode
from minishell.errors import ShellError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from minishell.shell import Shell

SIZE = 10_000
"""How many entries ``history`` and ``fc`` know when HISTSIZE does not say."""

VISIBLE = "(number <= :ceiling OR session = :session)"
BEGINS = "text >= :low AND text < :high"
INDEXED = "entry INDEXED BY entry_text"

BUSY_SECONDS = 0.5  # how long to wait for another shell that writes

SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    text BLOB NOT NULL,
    started REAL NOT NULL,
    directory BLOB NOT NULL,
    status INTEGER,
    duration REAL,
    session TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS entry_text ON entry (text, number);
PRAGMA user_version = 1;
"""

# Finds what contains given words by the runs of three characters in them. Old builds of SQLite cannot have it.
WORDS_SCHEMA = """
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, content='entry', content_rowid='number', tokenize='trigram');
CREATE TRIGGER IF NOT EXISTS entry_added AFTER INSERT ON entry BEGIN
    INSERT INTO words (rowid, text) VALUES (new.number, CAST(new.text AS TEXT));
END;
CREATE TRIGGER IF NOT EXISTS entry_removed AFTER DELETE ON entry BEGIN
    INSERT INTO words (words, rowid, text) VALUES ('delete', old.number, CAST(old.text AS TEXT));
END;
"""


class History:
    """The entries in the database at *path*, and those of this shell.

    ``values`` are the shell's variables: HISTSIZE and PWD are looked at when they are needed. Texts are stored as bytes, since
    they need not be characters.
    """

    def __init__(self, path: str, values: Mapping[str, str]) -> None:
        self._path = path
        self._values = values
        self._session = f"{os.getpid()}-{time():.3f}"
        self._database: sqlite3.Connection | None = None
        self._is_kept = 0
        self._newest: int | None = None  # the last entry of this session, while it can be finished
        self._last_text = ""
        self._ceiling: int | None = None  # the number of the newest entry when the shell started
        self._count = 0  # entries that this shell sees
        self._finished: tuple[int, float, int] | None = None  # status, duration and number that are to be noted
        self._unstored: list[str] = []
        self._left_out: list[str] = []  # the line that runs now, when it began with a blank

    # Opening

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """Keep the database open for many calls."""
        self._is_kept += 1
        try:
            yield
        finally:
            self._is_kept -= 1
            if not self._is_kept:
                self._close()

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The database. Raises sqlite3.Error and OSError."""
        if self._database is None:
            self._database = self._open()
        try:
            yield self._database
        finally:
            if not self._is_kept:
                self._close()

    def _open(self) -> sqlite3.Connection:
        encoded = encode(self._path)
        os.makedirs(os.path.dirname(encoded), mode=0o700, exist_ok=True)
        # Before SQLite sees it, so that it is never open to others; its journal has the mode of the file.
        fd = os.open(encoded, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            found = os.fstat(fd)
            if found.st_uid != os.geteuid():
                raise PermissionError(f"{self._path} belongs to somebody else")
            if found.st_mode & 0o077:
                os.fchmod(fd, 0o600)
        finally:
            os.close(fd)
        database = sqlite3.connect(encoded, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            if database.execute("PRAGMA user_version").fetchone() == (0,):
                make_tables(database)
            database.execute("PRAGMA journal_mode = TRUNCATE")
            database.execute("PRAGMA synchronous = NORMAL")
            if self._ceiling is None:
                self._ceiling, self._count = database.execute("SELECT coalesce(max(number), 0), count(*) FROM entry").fetchone()
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Write what is to be written, and close the database; the next call opens it again."""
        self.settle()
        self._close()

    def _close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    # Writing

    def add(self, text: str) -> None:
        """Remember a command as the newest, unless it begins with a blank or is the same as the one before."""
        text = text.rstrip("\n")
        self._newest = None
        self._left_out = [text] if text[:1] in (" ", "\t") else []
        if not text.strip() or self._left_out or text == self.last():
            return
        self._last_text = text
        try:
            with self._opened() as database:
                self._newest = database.execute(
                    "INSERT INTO entry (text, started, directory, session) VALUES (?, ?, ?, ?)",
                    (encode(text), time(), encode(self._values.get("PWD", "")), self._session),
                ).lastrowid
                self._count += 1
                self.settle()
        except (sqlite3.Error, OSError):
            self._unstored.append(text)

    def finish_last(self, status: int, duration_seconds: float) -> None:
        """Note how the command that was added last has ended; it is written a little later."""
        if self._newest is None:
            return
        self._finished = (status, duration_seconds, self._newest)
        self._newest = None

    def settle(self) -> None:
        """Write what was noted last. A write waits for the disk, which is better done while somebody types than before."""
        finished, self._finished = self._finished, None
        if finished is not None:
            self._change("UPDATE entry SET status = ?, duration = ? WHERE number = ?", finished)

    def drop_last(self) -> None:
        """Forget the newest command of this session."""
        self._newest = self._finished = None
        self._last_text = ""
        if self._left_out:
            self._left_out.clear()
        elif self._unstored:
            self._unstored.pop()
        else:
            newest = "SELECT max(number) FROM entry WHERE session = ?"
            self._count -= self._change(f"DELETE FROM entry WHERE number = ({newest})", (self._session,))

    def clear(self) -> None:
        """Forget all commands, of all shells."""
        self._unstored.clear()
        self._last_text = ""
        self._newest = self._finished = None
        self._change("DELETE FROM entry", ())
        self._count = 0

    def _change(self, statement: str, values: tuple[object, ...]) -> int:
        """How many entries were changed."""
        try:
            with self._opened() as database:
                return database.execute(statement, values).rowcount
        except (sqlite3.Error, OSError):
            return 0  # what is not noted is lost; the command was run

    def import_file(self, name: str) -> int:
        """Add the commands of a history file, or of that of ``bash`` or ``zsh``; how many were new. Raises ShellError."""
        from minishell.interactive.history_import import file_of, read_entries

        path = file_of(name, self._values.get("HOME", "")) if name in ("bash", "zsh") else name
        try:
            return self.import_entries(read_entries(path))
        except OSError as error:
            raise ShellError(f"{path}: {error.strerror or error}") from None
        except sqlite3.Error as error:
            raise ShellError(f"{self._path}: {error}") from None

    def import_entries(self, entries: Iterable[tuple[str, float]]) -> int:
        """Add commands of another shell with the time (seconds since the epoch, 0 unknown) when they were run; how many.

        They are older than all of this session; a command that is there already with the same time is left out.
        Raises sqlite3.Error and OSError.
        """
        count = 0
        with self._opened() as database:
            database.execute("BEGIN IMMEDIATE")  # what is not committed when the database is closed was never there
            for text, started in entries:
                encoded = encode(text.rstrip("\n"))
                known = "SELECT 1 FROM entry WHERE text = ? AND started = ?"
                if encoded.strip() and database.execute(known, (encoded, started)).fetchone() is None:
                    row = (encoded, started, b"", "imported")
                    database.execute("INSERT INTO entry (text, started, directory, session) VALUES (?, ?, ?, ?)", row)
                    count += 1
            database.execute("COMMIT")
            self._ceiling = database.execute("SELECT coalesce(max(number), 0) FROM entry").fetchone()[0]
            self._count += count
        return count

    # Reading

    def _size(self) -> int:
        given = self._values.get("HISTSIZE", "")
        return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else SIZE

    def _select(self, statement: str, **values: object) -> list[tuple[int, str]]:
        """Numbers and texts of entries; none when the database cannot be read. VISIBLE stands for what this shell sees."""
        try:
            with self._opened() as database:
                values.update(ceiling=self._ceiling, session=self._session)
                rows = database.execute(statement.replace("VISIBLE", VISIBLE), values).fetchall()
        except (sqlite3.Error, OSError):
            return []
        return [(number, decode(text)) for number, text in rows]

    def entries(self) -> list[tuple[int, str]]:
        """The newest entries, at most as many as HISTSIZE says, the oldest first, numbered without gaps.

        The line that runs now is the last, also when it began with a blank: ``fc`` counts on it.
        """
        rows = self._select(f"SELECT number, text FROM entry WHERE VISIBLE ORDER BY number DESC LIMIT {self._size()}")
        texts = [text for _, text in reversed(rows)] + self._unstored
        first = self.next_number() - len(texts)
        return list(enumerate(texts + self._left_out, first))

    def next_number(self) -> int:
        """The number that the next command will have."""
        if self._ceiling is None:
            self.last()  # looks into the database for the first time
        return self._count + len(self._unstored) + 1

    def last(self) -> str:
        """The newest command, "" when there is none."""
        if not self._last_text:
            rows = self._select("SELECT number, text FROM entry WHERE VISIBLE ORDER BY number DESC LIMIT 1")
            self._last_text = rows[0][1] if rows else ""
        return self._last_text

    def recent(self, count: int) -> list[str]:
        """The newest commands, the oldest first."""
        rows = self._select(f"SELECT number, text FROM entry WHERE VISIBLE ORDER BY number DESC LIMIT {count}")
        return [text for _, text in reversed(rows)]

    def before(self, prefix: str, number: int | None = None) -> tuple[int, str] | None:
        """The newest entry before the one with the internal *number* (None: of all) that begins with *prefix*."""
        bound = "1" if number is None else f"number < {number}"
        return self._one(prefix, bound, "number DESC")

    def after(self, prefix: str, number: int) -> tuple[int, str] | None:
        """The oldest entry after the one with the internal *number* that begins with *prefix*."""
        return self._one(prefix, f"number > {number}", "number")

    def suggest(self, prefix: str, directory: str) -> str:
        """The newest command that goes on from *prefix*; of the last thousand rather one that was run in *directory*.

        "" when there is none.
        """
        here = encode(directory)
        goes_on = f"{BEGINS} AND text > :low"
        return (
            self._first(newest(), f"{goes_on} AND directory = :here", prefix, here=here)
            or self._first(newest(), goes_on, prefix)
            or self._first(INDEXED, goes_on, prefix)
            or (0, "")
        )[1]

    def _one(self, prefix: str, bound: str, order: str) -> tuple[int, str] | None:
        if not prefix:
            return self._first("entry", bound, prefix, order)
        near = self._first(newest(bound, order), BEGINS, prefix, order)
        return near or self._first(INDEXED, f"{BEGINS} AND {bound}", prefix, order)

    def _first(
        self, table: str, condition: str, prefix: str, order: str = "number DESC", **values: object
    ) -> tuple[int, str] | None:
        low, high = bounds(prefix)
        statement = f"SELECT number, text FROM {table} WHERE {condition} AND VISIBLE ORDER BY {order} LIMIT 1"
        rows = self._select(statement, low=low, high=high, **values)
        return rows[0] if rows else None

    def search(self, words: list[str], count: int) -> list[str]:
        """The newest different commands that contain all *words*, the newest first.

        Case counts only for words of less than three letters, which the index does not know.
        """
        long = [word for word in words if len(word) >= 3] if self._has_words() else []
        short = [word for word in words if word not in long]
        table, conditions = "entry", ["VISIBLE"]
        if long:
            table = "(SELECT rowid FROM words WHERE words MATCH :match) JOIN entry ON number = rowid"
        conditions += [f"instr(entry.text, :word{index}) > 0" for index in range(len(short))]
        rows = self._select(
            f"SELECT number, entry.text FROM {table} WHERE {' AND '.join(conditions)} ORDER BY number DESC LIMIT {count * 4}",
            match=" AND ".join(['"' + word.replace('"', '""') + '"' for word in long]),
            **{f"word{index}": encode(word) for index, word in enumerate(short)},
        )
        return list(dict.fromkeys([text for _, text in rows]))[:count]

    def _has_words(self) -> bool:
        return bool(self._select("SELECT 1, CAST(name AS BLOB) FROM sqlite_master WHERE name = 'words'"))


def newest(bound: str = "1", order: str = "number DESC") -> str:
    """The thousand entries that come first in *order*. What many entries have is found soon among them, and what few have by
    the index; either alone would be slow for the other."""
    return f"(SELECT * FROM entry WHERE {bound} ORDER BY {order} LIMIT 1000)"


def make_tables(database: sqlite3.Connection) -> None:
    """Lay out a new database."""
    database.executescript(SCHEMA)
    try:
        database.executescript(WORDS_SCHEMA)
    except sqlite3.OperationalError:
        pass  # then every entry is looked through


def bounds(prefix: str) -> tuple[bytes, bytes]:
    """The ends of the range of texts that begin with *prefix*; it is in order of bytes, as an index of blobs is."""
    low = encode(prefix)
    stripped = low.rstrip(b"\xff")
    return low, (stripped[:-1] + bytes((stripped[-1] + 1,)) if stripped else b"\xff" * (len(low) + 1))


def open_for(sh: Shell) -> History | None:
    """The user's history, None when this process runs with other ids than its user's, or nobody knows where it should be."""
    if os.geteuid() != os.getuid() or os.getegid() != os.getgid():
        return None
    values = sh.variables.values
    home = values.get("HOME", "")
    base = values.get("XDG_STATE_HOME") or (f"{home}/.local/state" if home and os.path.isdir(encode(home)) else "")
    if not base.startswith("/"):
        return None
    return History(f"{base}/minishell/history.db", values)
