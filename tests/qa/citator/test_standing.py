"""The warning beside an authority that was overruled, reversed or doubted, wherever it is shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from extraction.records import Treatment
from kg.edges import Cites
from kg.linking.lookup import resolve
from kg.nodes import Case, Node, of_type
from kg.store import Batch, Store
from kg.stores.open import open_store
from qa.ask import ask
from qa.citator.card import CaseCard, card
from qa.citator.path import shortest_path
from qa.citator.standing import fallen, warnings
from qa.retrieval.search import search
from tests.support.qa_graphs import landmarks

BY_PUTTASWAMY = "overruled by K.S. Puttaswamy v. Union of India (2017)"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


def named(store: Store, name: str) -> Node:
    found = resolve(store, name).found
    assert found
    return found


def test_the_gravest_treatment_is_what_is_said(store: Store) -> None:
    assert {case: standing.word for case, standing in fallen(store, ["gopalan", "kharak", "maneka"]).items()} == {
        "gopalan": "overruled",
        "kharak": "overruled",
    }
    assert warnings(store, ["kharak", f"{'x'}/article-1", "puttaswamy"]) == {"kharak": BY_PUTTASWAMY}


@pytest.mark.parametrize(
    ("question", "warned"),
    [
        ("cases referred in Maneka Gandhi", {"gopalan", "kharak"}),
        ("Which case distinguished Kharak Singh?", {"kharak"}),
        ("How does Sunil Batra lead back to Gopalan?", {"gopalan"}),
        ("cases citing Gopalan", {"gopalan", "golak"}),
        ("Which cases mention Article 21?", set()),
    ],
)
def test_an_answer_warns_of_what_it_names(store: Store, question: str, warned: set[str]) -> None:
    answer = ask(store, question)
    titles = {case.title for case in of_type(Case, store.nodes(sorted(warned)))}
    told = " ".join(claim.text for claim in answer.claims if "overruled" in claim.text)
    assert all(title in told for title in titles)
    assert {a.id for a in answer.answers if a.warning} == warned & {a.id for a in answer.answers}
    assert all(claim.sources for claim in answer.claims if claim.text.startswith("Warning:"))


def test_what_an_answer_says_already_is_not_said_again(store: Store) -> None:
    answer = ask(store, "Is Golak Nath still good law?")
    assert "Warning" not in answer.answer
    assert "Warning: Kharak Singh" not in ask(store, "Which cases did Puttaswamy overrule?").answer


def test_a_source_that_is_no_longer_good_law_says_so(store: Store) -> None:
    answer = ask(store, "Which cases cite A.K. Gopalan?")
    said = {source.node: source.warning for source in answer.sources}
    assert said["golak"] == "overruled by Kesavananda Bharati v. State of Kerala (1973)"
    assert said["cooper"] == ""


def test_search_cards_and_paths_warn_too(store: Store) -> None:
    steps = shortest_path(store, named(store, "Maneka Gandhi"), named(store, "Kharak Singh"))
    assert (steps[0].source_warning, steps[0].target_warning) == ("", BY_PUTTASWAMY)
    shown = card(store, "maneka")
    assert isinstance(shown, CaseCard)
    assert {line.id: bool(line.warning) for line in shown.cites} == {"gopalan": True, "kharak": True, "cooper": False}
    assert all(passage.warning == "" for passage in search(store, "privacy is intrinsic"))


# citing case | year | treatment | what it says of Arvind Mills (1970)
AFTER = """
Bharat Dyes | 1985 | followed | We follow Arvind Mills and allow the appeal.
Chetak Looms | 1990 | doubted | We have grave doubts whether Arvind Mills was rightly decided.
Deccan Yarns | 1995 | followed | Arvind Mills governs this case and we follow it.
"""


def test_authorities_that_conflict_are_both_shown(tmp_path: Path) -> None:
    cases = [[cell.strip() for cell in line.split("|")] for line in AFTER.strip().splitlines()]
    nodes = [Case("Arvind", title="Arvind Mills v. State of Gujarat", year=1970, has_text=True)]
    nodes += [Case(n, title=f"{n} v. State of Gujarat", year=int(y)) for n, y, _, _ in cases]
    edges = [Cites(n, "Arvind", treatment=cast(Treatment, t), by="court", quote=q) for n, _, t, q in cases]
    graph = open_store(str(tmp_path / "mills.db"), create=True)
    graph.write(Batch(nodes=[*nodes], edges=[*edges]))
    told = ask(graph, "Is Arvind Mills v. State of Gujarat still good law?")
    graph.close()
    assert [a.id for a in told.answers] == ["Chetak Looms"]
    against = next(claim for claim in told.claims if "none the less" in claim.text)
    assert "Deccan Yarns v. State of Gujarat (1995)" in against.text
    assert "Bharat Dyes" not in against.text, "it followed before the doubt was raised"
    quoted = {source.id: source.quote for source in told.sources}
    assert [quoted[source] for source in against.sources] == ["Arvind Mills governs this case and we follow it."]
