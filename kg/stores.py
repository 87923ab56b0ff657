"""Opening a graph by where it is."""

from pathlib import Path

from kg.sqlite_store import SqliteStore
from kg.store import Store, StoreError

_SERVER_SCHEMES = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")


def open_store(location: str, create: bool = False) -> Store:
    """The graph at `location`, a file of the embedded engine; `create` makes an empty one where there is none.

    Raises StoreError, one line for the user, where the graph is missing or cannot be opened.
    """
    if location.startswith(_SERVER_SCHEMES):
        raise StoreError(f"{location}: graphs on a Neo4j server are not available yet; give a file")
    if not location.strip():
        raise StoreError("no graph was named; give a file with --store")
    return SqliteStore(Path(location).expanduser(), create)
