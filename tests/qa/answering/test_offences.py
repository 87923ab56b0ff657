"""Questions on an offence's punishment, bail and court, and on which section took the place of which."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build.build import build
from kg.store import Store
from kg.stores.open import open_store
from qa.ask import ask
from tests.support.codes import BNS, written


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("codes")
    graph = open_store(str(folder / "graph.db"), create=True)
    build(graph, [file for name, file in written(folder).items() if name != "bns"])
    yield graph
    graph.close()


@pytest.mark.parametrize(
    ("question", "said", "rows"),
    [
        ("What is the punishment under BNS 103?", "Death, or imprisonment for life", 2),
        ("What is the punishment under section 103(2) of the Bharatiya Nyaya Sanhita?", "Killing by a band", 1),
        ("Is section 357 BNS bailable?", "non-cognizable; bailable", 2),
        ("Which court tries an offence under section 103 BNS?", "triable by Sessions Court", 2),
    ],
)
def test_the_schedule_answers_with_its_rows(store: Store, question: str, said: str, rows: int) -> None:
    given = ask(store, question)
    assert said in given.answer
    assert len(given.sources) == rows
    assert [found.id.partition("/")[0] for found in given.answers] == [BNS]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Is section 302 IPC bailable?",
            "no schedule that classifies offences under Section 302 of the Indian Penal Code",
        ),
        ("What is the punishment under section 999 of the BNS?", "no Section 999"),
    ],
)
def test_what_no_schedule_classifies_is_refused(store: Store, question: str, said: str) -> None:
    given = ask(store, question)
    assert given.refused
    assert said in given.answer


def test_a_section_of_no_replaced_code_is_answered_with_its_text(tmp_path: Path) -> None:
    rows = [{"section": str(n), "title": "Heading", "text": f"Rule {n} of wells."} for n in (1, 2, 3)]
    act = {"title": "Wells Act, 1950", "sections": rows}
    (tmp_path / "wells.json").write_text(json.dumps(act), encoding="utf-8")
    graph = open_store(str(tmp_path / "wells.db"), create=True)
    build(graph, [tmp_path / "wells.json"])
    given = ask(graph, "Is section 2 of the Wells Act, 1950 still in force?").answer
    graph.close()
    assert "does not know since when Section 2" in given
    assert "Rule 2 of wells." in given


def test_without_a_schedule_the_section_says_how_it_is_punished(store: Store) -> None:
    assert "Whoever kills is punished" in ask(store, "What is the punishment under section 302 IPC?").answer


@pytest.mark.parametrize(
    ("question", "said", "answer"),
    [
        (
            "What replaced section 302 IPC?",
            "in its place: Section 103(1) of the Bharatiya Nyaya Sanhita",
            f"{BNS}/section-103",
        ),
        ("Which old section does section 103 of the BNS replace?", "took the place of Section 302 of the Indian", None),
        ("What replaced section 124A of the IPC?", "it was not carried over into the Bharatiya Nyaya Sanhita", None),
        ("Is section 302 IPC still in force?", "was no longer in force on", None),
    ],
)
def test_what_took_the_place_of_what(store: Store, question: str, said: str, answer: str | None) -> None:
    given = ask(store, question)
    assert said in given.answer
    assert answer is None or [found.id for found in given.answers] == [answer]
