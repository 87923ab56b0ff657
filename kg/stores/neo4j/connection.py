"""A connection to a database of a Neo4j server: transactions, and errors in the user's terms."""

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from extraction.errors import first_line
from kg.store import StoreError

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

T = TypeVar("T")
Rows = list[list[Any]]

logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Parameter(list[Any]):
    """A long list as a parameter, told in a word: the driver spells every parameter out for its log, even if off."""

    def __repr__(self) -> str:
        return f"[{len(self)} rows]"


OLDEST = (5, 26)  # the long-term release of Neo4j 5
_PATIENCE = 240.0
"""Seconds for which a transaction is tried again while the server is away."""


class Connection:
    """Transactions on one database; every failure is a StoreError of one line.

    The user, the password and the database come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.
    """

    def __init__(self, uri: str) -> None:
        """Connect to the server at `uri`, or raise StoreError at once where it is not there or refuses."""
        self.uri = uri
        self._database = os.environ.get("NEO4J_DATABASE") or None
        self._written = False
        with self._errors():
            self._driver, self._bookmarks = _driver(uri)
        try:
            with self._errors():
                check_version(uri, self._driver.get_server_info().agent)
                with self._session() as session:
                    session.run("RETURN 1").consume()
        except BaseException:
            self._driver.close()
            raise

    def rows(self, cypher: str, **parameters: object) -> Rows:
        """All rows of a query, in a read transaction.

        First in one that the query itself opens and ends, which spares two round trips; where that fails and may be
        tried again, in one that the driver tries again.
        """
        from neo4j import READ_ACCESS
        from neo4j.exceptions import DriverError, Neo4jError

        with self._errors(), self._session(READ_ACCESS) as session:
            try:
                return session.run(cypher, parameters).values()
            except (DriverError, Neo4jError) as error:
                if not error.is_retryable():
                    raise
            return session.execute_read(lambda transaction: run(transaction, cypher, **parameters))

    def write(self, work: Callable[["ManagedTransaction"], T]) -> T:
        """`work` in one write transaction, done again where the server asks for that or was away."""
        self._written = True
        with self._errors(), self._session() as session:
            return session.execute_write(work)

    def define(self, cypher: str, **parameters: object) -> None:
        """Change constraints or indexes, in a transaction of its own."""
        self.write(lambda transaction: run(transaction, cypher, **parameters))

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def _session(self, access: str = "WRITE") -> "Session":
        """A session that sees what this connection has written; one that has written nothing need not say so."""
        bookmarks = self._bookmarks if self._written else None
        return self._driver.session(database=self._database, bookmark_manager=bookmarks, default_access_mode=access)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError

        try:
            yield
        except (ConfigurationError, ValueError) as error:
            raise StoreError(f"{self.uri} cannot be a server's address: {first_line(error)}") from error
        except Neo4jError as error:
            raise StoreError(self._told(error.code or "", error.message or "")) from error
        except (DriverError, OSError) as error:
            raise StoreError(
                f"no Neo4j server answers at {self.uri} ({first_line(error)});"
                " start one with: lawgraph neo4j start, or check the address"
            ) from error

    def _told(self, code: str, message: str) -> str:
        if "DatabaseNotFound" in code:
            return f"{self.uri} has no database {self._database!r}; set NEO4J_DATABASE to one that it has"
        if "CredentialsExpired" in code:
            return f"{self.uri} wants its first password changed before it is used; change it in Neo4j Browser"
        if ".Security." in code:
            return f"{self.uri} does not accept this user and password; set NEO4J_USERNAME and NEO4J_PASSWORD"
        if "ReadOnly" in code or "read-only" in message.lower() or "read only" in message.lower():
            return f"{self.uri} takes no writes: its database is read-only (is its disk full?); nothing was written"
        return f"{self.uri}: {' '.join(message.split())[:300]}"


def check_version(uri: str, agent: str) -> None:
    """Raise StoreError for a server that is too old; `agent` is its name and version, like Neo4j/5.26.30."""
    version = re.search(r"(\d+)\.(\d+)", agent)
    if version and (int(version[1]), int(version[2])) < OLDEST:
        least = ".".join(map(str, OLDEST))
        raise StoreError(f"the server at {uri} is {agent}; lawgraph needs Neo4j {least} or newer")


def run(transaction: "ManagedTransaction", cypher: str, **parameters: object) -> Rows:
    """All rows of a query in an open transaction."""
    return transaction.run(cypher, parameters).values()


def _driver(uri: str) -> "tuple[Driver, Any]":
    """A driver that tries a transaction again for minutes, every few seconds, and what orders its sessions."""
    from neo4j import GraphDatabase

    password = os.environ.get("NEO4J_PASSWORD")
    driver = GraphDatabase.driver(
        uri,
        auth=(os.environ.get("NEO4J_USERNAME") or "neo4j", password) if password else None,
        connection_timeout=10.0,
        max_transaction_retry_time=_PATIENCE,
        retry_delay_multiplier=1.2,
        notifications_min_severity="OFF",
        user_agent="lawgraph",
    )
    return driver, GraphDatabase.bookmark_manager()
