"""What a card says on sections of the codes of 2023 and of those before them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build.build import build
from kg.store import Store
from kg.stores.open import open_store
from qa.citator.card import ProvisionCard, card

IPC, BNS = "indian-penal-code-1860", "bharatiya-nyaya-sanhita-2023"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("codes")
    sections = {
        "1": "This Act shall be called the Indian Penal Code.",
        "302": "Murder.",
        "124A": "Sedition.",
        "14": "Servant.",
        "13": "Repealed by A. O. 1950.",
    }
    rows = [{"section": number, "title": "Heading", "text": text} for number, text in sections.items()]
    (folder / "ipc.json").write_text(json.dumps(rows), encoding="utf-8")
    (folder / "case.txt").write_text(
        "Ram Lal v. State of Bihar\nSupreme Court of India\n1 May 1990\n"
        "1. He was convicted under section 302 of the Indian Penal Code.\n",
        encoding="utf-8",
    )
    graph = open_store(str(folder / "graph.db"), create=True)
    build(graph, [folder / "ipc.json", folder / "case.txt"])
    yield graph
    graph.close()


def provision(store: Store, id: str) -> ProvisionCard:
    found = card(store, id)
    assert isinstance(found, ProvisionCard)
    return found


def test_an_old_section_names_the_new_one_and_since_when(store: Store) -> None:
    assert provision(store, f"{IPC}/section-302").replaced_by == [
        "Section 103(1) of the Bharatiya Nyaya Sanhita, 2023 (changed), since 1 July 2024"
    ]


def test_a_section_that_was_not_carried_over_says_so(store: Store) -> None:
    assert provision(store, f"{IPC}/section-124A").replaced_by == [
        "nothing: it was not carried over into the Bharatiya Nyaya Sanhita, 2023, since 1 July 2024"
    ]


def test_a_section_that_the_tables_have_nowhere_is_told_as_that_and_no_more(store: Store) -> None:
    assert provision(store, f"{IPC}/section-14").replaced_by == [
        "nothing: the comparison tables do not carry it over into the Bharatiya Nyaya Sanhita, 2023, "
        "in force since 1 July 2024"
    ]
    assert provision(store, f"{IPC}/section-13").replaced_by == []


def test_cases_on_the_old_section_stand_apart_under_the_new(store: Store) -> None:
    murder = provision(store, f"{BNS}/section-103")
    assert murder.replaces == ["Section 302 of the Indian Penal Code, 1860 (changed)"]
    assert (murder.cited_by, murder.leading_cases) == (0, [])
    assert [line.title for line in murder.under_old] == ["Ram Lal v. State of Bihar (1990)"]
