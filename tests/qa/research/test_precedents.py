"""Precedents and provisions for facts: what is found, why, and what must not matter."""

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build.build import build
from kg.edges import Cites, CitesProvision, FromDocument
from kg.nodes import Chunk, of_type
from kg.store import Store
from kg.stores.open import open_store
from qa.commands import evaluate
from qa.research.precedents import Precedents, precedents
from qa.research.rank import GROUPS, WEIGHTS
from qa.research.signals import SIGNALS
from tests.support.cli_runs import LANDMARKS, answered, lawgraph, one_line
from tests.support.kg_engines import ENGINES, empty_store

PASSPORT = (
    "The petitioner's passport was impounded by the Government in the interests of the general public, and she was not "
    "told the reasons. She says that her right to go abroad was taken from her without being heard."
)
DETAINED = (
    "The detenus were held without trial during the Emergency, and their petitions for habeas corpus were met with the "
    "objection that the right to move any court had been suspended."
)


@pytest.fixture(scope="module")
def demo(demo_graph: Path) -> Iterator[Store]:
    store = open_store(str(demo_graph))
    yield store
    store.close()


def titles(found: Precedents) -> list[str]:
    return [case.title for case in found.cases]


def test_facts_find_the_cases_that_decided_such_facts(demo: Store) -> None:
    assert any("Maneka Gandhi" in title for title in titles(precedents(demo, PASSPORT, 3)))
    assert any("Jabalpur" in title for title in titles(precedents(demo, DETAINED, 3)))


def test_facts_find_the_provisions_that_such_cases_apply(demo: Store) -> None:
    found = {provision.id for provision in precedents(demo, PASSPORT, 5).provisions}
    assert "constitution-of-india/article-21" in found


def test_each_precedent_says_why(demo: Store) -> None:
    found = precedents(demo, PASSPORT, 5)
    for case in found.cases:
        passages = [c.id for c in demo.nodes([e.source for e in demo.expand([case.id], [FromDocument], "in")])]
        texts = " ".join(passage.text for passage in of_type(Chunk, demo.nodes(passages)))
        assert case.quote[:60] in texts
        assert abs(sum(case.parts.values()) - case.score) < 0.01
        citing = {e.source for e in demo.expand([case.id], [Cites], "in")}
        assert citing.issuperset(named.id for named in case.cited_by)
        applied = {e.target for e in demo.expand([case.id], [CitesProvision])}
        assert applied.issuperset(named.id for named in case.shares)
    for provision in found.provisions:
        applying = {e.source for e in demo.expand([provision.id], [CitesProvision], "in")}
        assert applying.issuperset(named.id for named in provision.applied_by)


def test_a_judgments_own_text_does_not_speak_for_itself(demo: Store) -> None:
    text = (LANDMARKS / "1976_adm_jabalpur.md").read_text(encoding="utf-8")
    found = precedents(demo, text, 5)
    assert [case.id for case in found.own] == [case.id for case in found.own if "jabalpur" in case.id]
    assert found.own
    assert not {case.id for case in found.cases} & {case.id for case in found.own}


def test_a_quoted_sentence_is_nobodys_own_text(demo: Store) -> None:
    assert precedents(demo, PASSPORT, 5).own == []


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_a_signal_that_is_left_out_adds_nothing(demo: Store, group: str) -> None:
    everything, less = precedents(demo, PASSPORT, 5), precedents(demo, PASSPORT, 5, without=[group])
    assert not any(set(case.parts) & set(GROUPS[group]) for case in less.cases)
    assert any(set(case.parts) & set(GROUPS[group]) for case in everything.cases)


def test_every_weight_is_of_a_signal() -> None:
    assert tuple(sorted(GROUPS)) == evaluate.GROUPS
    assert set(WEIGHTS) <= set(SIGNALS)
    assert set().union(*GROUPS.values()) == set(SIGNALS)


def renamed(folder: Path, seed: int) -> Path:
    """The landmarks under names that say nothing, drawn at random."""
    folder.mkdir()
    draw = random.Random(seed)
    for path in sorted(LANDMARKS.glob("19[67]*.md")):
        shutil.copy(path, folder / f"{draw.getrandbits(40):x}.md")
    return folder


def test_names_of_documents_decide_nothing(tmp_path: Path) -> None:
    found = []
    for seed in (1, 2):
        store = open_store(str(tmp_path / f"{seed}.db"), create=True)
        build(store, [renamed(tmp_path / str(seed), seed)])
        answer = precedents(store, PASSPORT, 40)
        found.append(([(c.id, c.score) for c in answer.cases], [(p.id, p.score) for p in answer.provisions]))
        store.close()
    assert found[0] == found[1]


@pytest.fixture(params=ENGINES)
def landmarks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Store]:
    store = empty_store(request.param, request, monkeypatch, tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    build(store, sorted(LANDMARKS.glob("195*.md")))
    yield store
    store.close()


ANSWERS: dict[str, Precedents] = {}


def test_both_engines_find_the_same(landmarks: Store) -> None:
    found = precedents(landmarks, DETAINED, 10)
    assert found.cases
    assert ANSWERS.setdefault("detained", found) == found


def test_what_was_computed_is_kept_until_the_graph_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = str(tmp_path / "graph.db")
    store = open_store(path, create=True)
    build(store, [LANDMARKS / "1950_ak_gopalan.md", LANDMARKS / "1951_shankari_prasad.md"])
    before = precedents(store, DETAINED, 10)
    store.close()
    store = open_store(path)
    assert len(list((tmp_path / "cache" / "lawgraph").iterdir())) == 1
    assert precedents(store, DETAINED, 10) == before
    build(store, [LANDMARKS / "1976_adm_jabalpur.md"])
    assert "Jabalpur" in titles(precedents(store, DETAINED, 10))[0]
    store.close()


def test_the_command_reads_a_file_or_the_text_itself(demo_graph: Path, tmp_path: Path) -> None:
    file = tmp_path / "facts.txt"
    file.write_text(PASSPORT, encoding="utf-8")
    from_file = answered("precedents", file, "--top", 3, store=demo_graph)
    assert from_file == answered("precedents", PASSPORT, "--top", 3, store=demo_graph)
    assert [len(from_file[key]) for key in ("cases", "provisions")] == [3, 3]
    shown = lawgraph("precedents", PASSPORT, "--top", 3, store=demo_graph)
    assert "Maneka Gandhi" in shown.stdout
    assert "is like it" in shown.stdout


def test_facts_without_words_are_refused_in_one_line(demo_graph: Path) -> None:
    assert "no words" in one_line(lawgraph("precedents", " 12 ?", store=demo_graph))


def test_a_graph_without_judgments_is_refused_in_one_line(tmp_path: Path) -> None:
    act = tmp_path / "act.json"
    act.write_text(json.dumps([{"section": "1", "title": "Lamps", "text": "This is the Lamp Oil Act, 1921."}]))
    assert lawgraph("build", act, "--no-embed", store=tmp_path / "g.db").exit_code == 0
    assert "no judgment" in one_line(lawgraph("precedents", PASSPORT, store=tmp_path / "g.db"))
