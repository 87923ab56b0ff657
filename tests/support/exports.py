"""A graph as its export."""

from pathlib import Path

from kg.store import Store
from kg.stores.export import export


def exported(store: Store, path: Path) -> str:
    """The text that a store exports to `path`."""
    export(store, path)
    return path.read_text(encoding="utf-8")
