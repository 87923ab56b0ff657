"""Keeping what was computed over a whole graph until the graph changes."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from kg.store import Store

T = TypeVar("T")


def per_version(compute: Callable[[Store], T]) -> Callable[[Store], T]:
    """`compute`, run once for each store and version of its graph."""
    kept: WeakKeyDictionary[Store, tuple[int, T]] = WeakKeyDictionary()

    @wraps(compute)
    def cached(store: Store) -> T:
        version = store.version()
        entry = kept.get(store)
        if entry is None or entry[0] != version:
            entry = kept[store] = (version, compute(store))
        return entry[1]

    return cached
