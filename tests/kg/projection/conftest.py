"""Graphs of a test, made by name and closed after it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from kg.store import Store
from kg.stores.open import open_store


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    with ExitStack() as opened:
        yield lambda name: opened.enter_context(closing(open_store(str(tmp_path / name), create=True)))
