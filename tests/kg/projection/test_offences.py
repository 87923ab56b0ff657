"""What the procedure code's schedule says of an offence stands on the section, whichever code is read first."""

from collections.abc import Callable
from itertools import combinations, permutations
from pathlib import Path

import pytest

from kg.build.build import build, remove
from kg.nodes import Provision
from kg.store import Store
from tests.support.codes import BNS, written
from tests.support.exports import exported

NAMES = ("ipc", "bns", "bnss", "case")


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    return written(tmp_path)


@pytest.mark.parametrize("built", [("bnss",), ("bns", "bnss"), ("bnss", "bns"), ("case", "ipc", "bnss")])
def test_a_section_has_the_offences_under_it(
    files: dict[str, Path], graph: Callable[[str], Store], built: tuple[str, ...]
) -> None:
    store = graph("g.db")
    for name in built:
        build(store, [files[name]])
    [murder] = store.nodes([f"{BNS}/section-103"])
    assert isinstance(murder, Provision)
    assert murder.offences == ("(1) Killing of a man", "(2) Killing by a band")
    assert murder.punishment == ("Death, or imprisonment for life", "Imprisonment for life")
    assert (murder.cognizable, murder.bailable) == (("Cognizable",) * 2, ("Non-bailable",) * 2)
    assert murder.triable_by == ("Sessions Court",) * 2
    assert bool(murder.text) is ("bns" in built)


def test_nothing_depends_on_the_order(files: dict[str, Path], graph: Callable[[str], Store], tmp_path: Path) -> None:
    exports = set()
    for order in permutations(NAMES):
        store = graph("-".join(order))
        for name in order:
            build(store, [files[name]])
        exports.add(exported(store, tmp_path / "order.jsonl"))
    assert len(exports) == 1


@pytest.mark.parametrize("kept", [kept for count in range(4) for kept in combinations(NAMES, count)])
def test_removal_is_the_inverse(
    files: dict[str, Path], graph: Callable[[str], Store], tmp_path: Path, kept: tuple[str, ...]
) -> None:
    store, fresh = graph("all.db"), graph("kept.db")
    build(store, list(files.values()))
    for name in NAMES:
        if name not in kept:
            remove(store, name)
    if kept:
        build(fresh, [files[name] for name in kept])
    assert exported(store, tmp_path / "all.jsonl") == exported(fresh, tmp_path / "kept.jsonl")
