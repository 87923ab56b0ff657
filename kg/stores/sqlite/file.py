"""One SQLite file that holds a graph: opening, transactions, and errors in the user's terms."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kg.store import StoreError
from kg.stores.sqlite.tables import APPLICATION_ID, SCHEMA_VERSION, TABLES

_SETTINGS = (
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 1073741824",
)


class GraphFile:
    """A connection to one graph file; every failure is a StoreError of one line."""

    def __init__(self, path: Path, create: bool, wait: float) -> None:
        """Open the graph at `path`, or make one where `create` allows; `wait` is in seconds, for other writers."""
        self.path = path
        if path.is_dir():
            raise StoreError(f"{path} is a folder; give the name of a graph file")
        if not create and not path.exists():
            raise StoreError(f"there is no graph at {path}; build one with: lawgraph build PATH...")
        with self._errors():
            mode = "rwc" if create else "rw"
            uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
            self._connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None)
        try:
            self._prepare(create)
        except StoreError:
            self._connection.close()
            raise

    def _prepare(self, create: bool) -> None:
        if create and self._is_blank():
            self._run("PRAGMA journal_mode = WAL")
            with self.transaction() as connection:
                if self._is_blank():
                    for statement in TABLES:
                        connection.execute(statement)
                    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        if self.value("PRAGMA application_id") != APPLICATION_ID:
            raise StoreError(f"{self.path} is not a lawgraph file; choose another name for the graph")
        if self.value("PRAGMA user_version") != SCHEMA_VERSION:
            raise StoreError(f"{self.path} was made by another version of lawgraph; remove it and build it again")
        for setting in _SETTINGS:
            self._run(setting)

    def _is_blank(self) -> bool:
        return not self.rows("SELECT 1 FROM sqlite_master LIMIT 1")

    def _run(self, statement: str) -> None:
        with self._errors():
            self._connection.execute(statement)

    def rows(self, sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._errors():
            return self._connection.execute(sql, parameters).fetchall()

    def value(self, sql: str, parameters: tuple[object, ...] = ()) -> Any:
        """The first column of the only row of a query."""
        return self.rows(sql, parameters)[0][0]

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is written inside is kept together or, on any exception, not at all."""
        with self._errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise StoreError(self._operational(str(error))) from error
        except sqlite3.ProgrammingError as error:
            raise StoreError(f"{self.path}: {error}") from error
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path} is damaged or not a lawgraph file ({error}); build it again") from error

    def _operational(self, message: str) -> str:
        if "locked" in message:
            return f"{self.path} is being written by another process; try again when it is done"
        if "unable to open" in message or "readonly" in message:
            return f"{self.path} cannot be opened for writing; check that its folder exists and may be written"
        return f"{self.path}: {message}"

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
