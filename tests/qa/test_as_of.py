"""An answer and a card as of a day: what was in force, and only the cases decided by then."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build.build import build
from kg.nodes import Act, Provision
from kg.store import Batch, Store, StoreError
from kg.stores.open import open_store
from qa.ask import ask
from qa.citator.card import CaseCard, ProvisionCard, card
from qa.citator.in_force import standing_on
from tests.support.cli_runs import lawgraph
from tests.support.codes import BNS, IPC, written
from tests.support.qa_graphs import landmarks


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("cases") / "graph.db")
    yield graph
    graph.close()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("codes")
    graph = open_store(str(folder / "graph.db"), create=True)
    build(graph, list(written(folder).values()))
    graph.close()
    return folder / "graph.db"


@pytest.fixture(scope="module")
def codes(place: Path) -> Iterator[Store]:
    graph = open_store(str(place))
    yield graph
    graph.close()


@pytest.mark.parametrize(
    ("question", "day", "answers"),
    [
        ("Is Golak Nath still good law?", "1973-04-23", []),
        ("Is Golak Nath still good law?", "1973-04-24", ["kesavananda"]),
        ("Which later cases followed Maneka Gandhi?", "1979-12-31", ["batra"]),
        ("Which later cases followed Maneka Gandhi?", "1981-01-13", ["batra", "prem", "francis"]),
        ("Which later cases overruled ADM Jabalpur?", "2017-08-24", ["puttaswamy"]),
    ],
)
def test_only_what_was_decided_by_the_day_counts(cases: Store, question: str, day: str, answers: list[str]) -> None:
    given = ask(cases, question, as_of=day)
    assert [found.id for found in given.answers] == answers
    assert given.answer.startswith("As of ") or given.refused


def test_a_case_that_fell_later_has_no_warning_yet(cases: Store) -> None:
    assert not any(
        claim.text.startswith("Warning") for claim in ask(cases, "What did Golak Nath cite?", as_of="1970-01-01").claims
    )
    found = card(cases, "golak", "1970-01-01")
    assert isinstance(found, CaseCard)
    assert (found.good_law.word, found.as_of) == ("no treatment", "1970-01-01")


def test_a_case_decided_later_is_refused_by_its_date(cases: Store) -> None:
    given = ask(cases, "Is Maneka Gandhi still good law?", as_of="1977-01-01")
    assert given.refused
    assert "decided on 1978-01-25, after 1977-01-01" in given.answer
    with pytest.raises(StoreError, match="after 1977-01-01"):
        card(cases, "maneka", "1977-01-01")


@pytest.mark.parametrize(
    ("provision", "day", "said"),
    [
        (f"{IPC}/section-302", "2024-06-30", "was in force on 30 June 2024."),
        (
            f"{IPC}/section-302",
            "2024-07-01",
            "no longer in force on 1 July 2024; in its place: Section 103(1) of the Bharatiya Nyaya",
        ),
        (
            f"{BNS}/section-103",
            "2024-06-30",
            "not yet in force on 30 June 2024: it is since 1 July 2024; until then the law was Section 302",
        ),
        (f"{BNS}/section-103", "2024-07-01", "was in force on 1 July 2024."),
    ],
)
def test_which_code_was_in_force(codes: Store, provision: str, day: str, said: str) -> None:
    found = card(codes, provision, day)
    assert isinstance(found, ProvisionCard)
    assert said in found.in_force
    act, _, number = provision.partition("/section-")
    name = "IPC" if act == IPC else "BNS"
    assert said in ask(codes, f"What does section {number} {name} say?", as_of=day).answer


def test_an_act_of_unknown_dates_says_so_and_earlier_words_are_given(tmp_path: Path) -> None:
    graph = open_store(str(tmp_path / "wells.db"), create=True)
    wells = Provision(
        "wells-act-1950/section-2", act_id="wells-act-1950", kind="section", number="2", text="A well is kept."
    )
    graph.write(Batch(nodes=[Act("wells-act-1950", title="Wells Act, 1950"), wells]))
    assert standing_on(graph, wells, "1960-01-01").said.startswith("The graph does not know since when")
    graph.write(Batch(nodes=[Act("wells-act-1950", title="Wells Act, 1950", in_force_from="1950-05-01")]))
    dated = replace(wells, in_force_from="1975-01-01", versions=("1950-05-01/1970-01-01 A well is dug.",))
    found = standing_on(graph, dated, "1960-01-01")
    assert (found.provision.text, "in other words than now" in found.said) == ("A well is dug.", True)
    assert "words that the graph has not" in standing_on(graph, dated, "1972-01-01").said
    assert standing_on(graph, dated, "1980-01-01").provision.text == "A well is kept."
    graph.close()


@pytest.mark.parametrize("day", ["31 June 2024", "2024", "1 July", "yesterday", ""])
def test_what_is_no_date_is_told_in_a_line(place: Path, day: str) -> None:
    result = lawgraph("show", "302 IPC", "--as-of", day, store=place)
    assert result.exit_code == 2
    assert "is no date; write it as 2024-07-01" in result.stderr


@pytest.mark.parametrize("day", ["2024-08-01", "1 August 2024", "August 1, 2024"])
def test_dates_as_people_type_them(place: Path, day: str) -> None:
    result = lawgraph("show", "302 IPC", "--as-of", day, "--json", store=place)
    assert '"as_of": "2024-08-01"' in result.stdout
