"""CORRESPONDS_TO and REPLACES: the codes of 2023 and those before them, once either is read."""

import json
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from extraction.provisions.correspondence import is_omitted, replacement_of
from kg.build.build import build, remove
from kg.edges import CorrespondsTo, Replaces
from kg.store import Store
from tests.support.exports import exported

IPC, BNS = "indian-penal-code-1860", "bharatiya-nyaya-sanhita-2023"


@pytest.mark.parametrize(
    ("act", "new", "clauses", "old"),
    [
        (BNS, "103", ("(1)",), "302"),
        (IPC, "318", ("(4)",), "420"),
        ("bharatiya-nagarik-suraksha-sanhita-2023", "528", (), "482"),
        ("code-of-criminal-procedure-1973", "482", (), "438"),
        ("bharatiya-sakshya-adhiniyam-2023", "63", (), "65B"),
    ],
)
def test_what_took_the_place_of_what(act: str, new: str, clauses: tuple[str, ...], old: str) -> None:
    replacement = replacement_of(act)
    assert replacement is not None
    assert replacement.date == "2024-07-01"
    pair = next(p for p in replacement.pairs if (p.new, p.old) == (new, old))
    assert set(clauses) <= set(pair.clauses)


@pytest.mark.parametrize(
    ("number", "omitted"), [("124A", True), ("377", True), ("497", True), ("302", False), ("143", False)]
)
def test_what_was_not_carried_over(number: str, omitted: bool) -> None:
    assert is_omitted(IPC, number) is omitted


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    acts = {
        "ipc": [
            ("1", "This Act shall be called the Indian Penal Code."),
            ("302", "Whoever commits murder is punished."),
        ],
        "bns": [
            ("1", "This Act may be called the Bharatiya Nyaya Sanhita, 2023."),
            ("103", "(1) Whoever commits murder is punished."),
        ],
    }
    for name, sections in acts.items():
        rows = [{"section": number, "title": "Heading", "text": text} for number, text in sections]
        (tmp_path / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")
    (tmp_path / "case.txt").write_text(
        "Ram Lal v. State of Bihar\nSupreme Court of India\n1 May 1990\n1. He was convicted under section 302 of the "
        "Indian Penal Code.\n",
        encoding="utf-8",
    )
    return {name: tmp_path / file for name, file in (("ipc", "ipc.json"), ("bns", "bns.json"), ("case", "case.txt"))}


@pytest.mark.parametrize("name", ["ipc", "bns"])
def test_either_code_brings_the_edges(files: dict[str, Path], graph: Callable[[str], Store], name: str) -> None:
    store = graph("g.db")
    build(store, [files[name]])
    [edge] = store.expand([f"{IPC}/section-302"], [CorrespondsTo], "in")
    assert (edge.source, edge.change, edge.clauses) == (f"{BNS}/section-103", "changed", ("(1)",))
    assert [(e.source, e.date) for e in store.expand([IPC], [Replaces], "in")] == [(BNS, "2024-07-01")]


def test_a_judgment_alone_brings_none(files: dict[str, Path], graph: Callable[[str], Store]) -> None:
    store = graph("g.db")
    build(store, [files["case"]])
    assert store.count()["CORRESPONDS_TO"] == store.count()["REPLACES"] == 0


def test_nothing_depends_on_the_order(files: dict[str, Path], graph: Callable[[str], Store], tmp_path: Path) -> None:
    exports = set()
    for order in permutations(files):
        store = graph("-".join(order))
        for name in order:
            build(store, [files[name]])
        exports.add(exported(store, tmp_path / "order.jsonl"))
    assert len(exports) == 1


@pytest.mark.parametrize("kept", [("ipc",), ("bns",), ("case",), ("bns", "case"), ("ipc", "case"), ()])
def test_removal_is_the_inverse(
    files: dict[str, Path], graph: Callable[[str], Store], tmp_path: Path, kept: tuple[str, ...]
) -> None:
    store, fresh = graph("all.db"), graph("kept.db")
    build(store, list(files.values()))
    for name in files.keys() - set(kept):
        remove(store, name)
    if kept:
        build(fresh, [files[name] for name in kept])
    assert exported(store, tmp_path / "all.jsonl") == exported(fresh, tmp_path / "kept.jsonl")
