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

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from minishell.shell import Shell

SIZE = 10_000
"""How many entries ``history`` and ``fc`` know when HISTSIZE does not say."""

RECENT = 1000
"""How many of the newest entries are looked through before the index is asked."""

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
        self._unstored: list[str] = []

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
                self.close()

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The database. Raises sqlite3.Error and OSError."""
        if self._database is None:
            self._database = self._open()
        try:
            yield self._database
        finally:
            if not self._is_kept:
                self.close()

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
                database.executescript(SCHEMA)
            database.execute("PRAGMA journal_mode = TRUNCATE")
            database.execute("PRAGMA synchronous = NORMAL")
            if self._ceiling is None:
                self._ceiling = database.execute("SELECT coalesce(max(number), 0) FROM entry").fetchone()[0]
        except BaseException:
            database.close()
            raise
        return database

    def close(self) -> None:
        """Close the database; the next call opens it again."""
        if self._database is not None:
            self._database.close()
            self._database = None

    # Writing

    def add(self, text: str) -> None:
        """Remember a command as the newest, unless it begins with a blank or is the same as the one before."""
        text = text.rstrip("\n")
        self._newest = None
        if not text.strip() or text[0] in " \t" or text == self.last():
            return
        self._last_text = text
        try:
            with self._opened() as database:
                self._newest = database.execute(
                    "INSERT INTO entry (text, started, directory, session) VALUES (?, ?, ?, ?)",
                    (encode(text), time(), encode(self._values.get("PWD", "")), self._session),
                ).lastrowid
        except (sqlite3.Error, OSError):
            self._unstored.append(text)

    def finish_last(self, status: int, duration_seconds: float) -> None:
        """Note how the command that was added last has ended."""
        if self._newest is None:
            return
        number, self._newest = self._newest, None
        self._change("UPDATE entry SET status = ?, duration = ? WHERE number = ?", (status, duration_seconds, number))

    def drop_last(self) -> None:
        """Forget the newest command of this session."""
        self._newest = None
        if self._unstored:
            self._unstored.pop()
        else:
            self._change("DELETE FROM entry WHERE number = (SELECT max(number) FROM entry WHERE session = ?)", (self._session,))
        self._last_text = ""

    def clear(self) -> None:
        """Forget all commands, of all shells."""
        self._unstored.clear()
        self._last_text = ""
        self._newest = None
        self._change("DELETE FROM entry", ())

    def _change(self, statement: str, values: tuple[object, ...]) -> None:
        try:
            with self._opened() as database:
                database.execute(statement, values)
        except (sqlite3.Error, OSError):
            pass  # what is not noted is lost; the command was run

    def import_entries(self, entries: Iterable[tuple[str, float]]) -> int:
        """Add commands of another shell with the time (seconds since the epoch, 0 unknown) when they were run; how many.

        They are older than all of this session; a command that is there already with the same time is left out.
        Raises sqlite3.Error and OSError.
        """
        count = 0
        with self._opened() as database:
            database.execute("BEGIN IMMEDIATE")
            for text, started in entries:
                encoded = encode(text.rstrip("\n"))
                known = "SELECT 1 FROM entry WHERE text = ? AND started = ?"
                if encoded.strip() and database.execute(known, (encoded, started)).fetchone() is None:
                    row = (encoded, started, b"", "imported")
                    database.execute("INSERT INTO entry (text, started, directory, session) VALUES (?, ?, ?, ?)", row)
                    count += 1
            database.execute("COMMIT")
            self._ceiling = database.execute("SELECT max(number) FROM entry").fetchone()[0]
        return count

    # Reading

    def _size(self) -> int:
        given = self._values.get("HISTSIZE", "")
        return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else SIZE

    def _select(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[int, str]]:
        """Entries of this shell's view, as number and text; none when the database cannot be read."""
        try:
            with self._opened() as database:
                seen = (*values, self._ceiling, self._session)
                rows = database.execute(statement.replace("VISIBLE", "(number <= ? OR session = ?)"), seen).fetchall()
        except (sqlite3.Error, OSError):
            return []
        return [(number, decode(text)) for number, text in rows]

    def entries(self) -> list[tuple[int, str]]:
        """The newest entries, at most as many as HISTSIZE says, the oldest first, numbered without gaps."""
        rows = self._select(f"SELECT number, text FROM entry WHERE VISIBLE ORDER BY number DESC LIMIT {self._size()}")
        texts = [text for _, text in reversed(rows)] + self._unstored
        first = self.next_number() - len(texts)
        return list(enumerate(texts, first))

    def next_number(self) -> int:
        """The number that the next command will have."""
        try:
            with self._opened() as database:
                statement = "SELECT count(*) FROM entry WHERE number <= ? OR session = ?"
                count: int = database.execute(statement, (self._ceiling, self._session)).fetchone()[0]
        except (sqlite3.Error, OSError):
            count = 0
        return count + len(self._unstored) + 1

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
        bound = "" if number is None else f"AND number < {number}"
        return self._one(prefix, bound, "number DESC")

    def after(self, prefix: str, number: int) -> tuple[int, str] | None:
        """The oldest entry after the one with the internal *number* that begins with *prefix*."""
        return self._one(prefix, f"AND number > {number}", "number")

    def suggest(self, prefix: str, directory: str) -> str:
        """The newest command that goes on from *prefix*, rather one that was run in *directory*; "" for none."""
        low, high = bounds(prefix)
        for condition, values in (("AND directory = ?", (encode(directory),)), ("", ())):
            found = self._nearest(f"text > ? AND text < ? {condition} AND VISIBLE", (low, high, *values), "number DESC")
            if found is not None:
                return found[1]
        return ""

    def _one(self, prefix: str, bound: str, order: str) -> tuple[int, str] | None:
        if prefix:
            return self._nearest(f"text >= ? AND text < ? {bound} AND VISIBLE", bounds(prefix), order)
        rows = self._select(f"SELECT number, text FROM entry WHERE VISIBLE {bound} ORDER BY {order} LIMIT 1")
        return rows[0] if rows else None

    def _nearest(self, condition: str, values: tuple[object, ...], order: str) -> tuple[int, str] | None:
        """The first entry in *order*. What many entries have is found soon among the newest, what few have by the index;
        either way alone would be slow for the other."""
        recent = f"(SELECT * FROM entry ORDER BY number DESC LIMIT {RECENT})"
        for table in (recent, "entry INDEXED BY entry_text"):
            rows = self._select(f"SELECT number, text FROM {table} WHERE {condition} ORDER BY {order} LIMIT 1", values)
            if rows:
                return rows[0]
        return None

    def search(self, words: list[str], count: int) -> list[str]:
        """The newest different commands that contain all *words*, the newest first."""
        condition = "".join([" AND instr(text, ?) > 0" for _ in words])
        found: dict[str, None] = {}
        rows = self._select(
            f"SELECT number, text FROM entry WHERE 1{condition} AND VISIBLE ORDER BY number DESC LIMIT {count * 20}",
            tuple(encode(word) for word in words),
        )
        for _, text in rows:
            found.setdefault(text)
        return list(found)[:count]


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
    base = values.get("XDG_STATE_HOME") or (f"{values['HOME']}/.local/state" if values.get("HOME") else "")
    if not base.startswith("/"):
        return None
    return History(f"{base}/minishell/history.db", values)
