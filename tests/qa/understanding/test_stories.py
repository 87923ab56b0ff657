"""Questions told as a story: what in them names a case, and that their years are not asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.nodes import Case
from kg.store import Batch, Store
from kg.stores.open import open_store
from qa.understanding.stories import is_story
from qa.understanding.understand import understand

PLOT = "I bought a plot near Surat from Mr. Harish in 2009 and my neighbour has now fenced it, what is my remedy?"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    graph = open_store(str(tmp_path / "g.db"), create=True)
    named = {"a": "Harish Chandra v. State of Goa", "b": "Harish Mehta v. Union of India"}
    nodes = [Case(id, title=title, year=1990, has_text=True) for id, title in named.items()]
    nodes += [Case("c", title="Municipality of Surat v. Plot Owners", year=1985)]
    nodes += [Case("d", title="Bhandari v. Controller of Rents", year=1979, has_text=True, aliases=("Bhandari",))]
    graph.write(Batch(nodes=[*nodes]))
    yield graph
    graph.close()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PLOT, True),
        ("Sir my father died last year and my brother will not let us into the house, please help", True),
        ("Which later cases overruled Harish Chandra v. State of Goa, and when did each of them do so?", False),
        ("Can I rely on Bhandari?", False),
    ],
)
def test_what_is_a_story(text: str, told: bool) -> None:
    assert is_story(text) is told


def test_people_places_and_years_of_a_story_are_neither_cases_nor_conditions(store: Store) -> None:
    question = understand(store, PLOT)
    assert (question.cases, question.years, question.intent) == ([], None, "provision_topic")


@pytest.mark.parametrize("name", ["Bhandari v. Controller of Rents", "the Bhandari case"])
def test_a_case_that_a_story_asks_about_is_named(store: Store, name: str) -> None:
    question = understand(store, f"My landlord wants me out and my lawyer told me that {name} helps us, does it?")
    assert [case.node and case.node.id for case in question.cases] == ["d"]
