"""Opening a graph by where it is."""

import importlib.util
from pathlib import Path

from kg.addresses import check_store
from kg.store import Store, StoreError
from kg.stores.neo4j.store import Neo4jStore
from kg.stores.sqlite.store import SqliteStore

SERVER_SCHEMES = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")


def open_store(location: str, create: bool = False) -> Store:
    """The graph at `location`, a file of the embedded engine or the address of a Neo4j server.

    `create` makes an empty one where there is none. Raises StoreError, one line for the user, where the graph is
    missing or cannot be opened, and AddressError for an address with a password in it.
    """
    check_store(location)
    if location.startswith(SERVER_SCHEMES):
        if importlib.util.find_spec("neo4j") is None:
            raise StoreError(f"{location} needs the Neo4j driver; install it with: pip install 'lawgraph[neo4j]'")
        return Neo4jStore(location, create)
    if not location.strip():
        raise StoreError("no graph was named; give a file, or a server's address, with --store")
    return SqliteStore(Path(location).expanduser(), create)
