"""What is said to a query."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.edges import DecidedBy
from kg.store import Batch, Store
from qa.answer import Answer
from qa.ask import ask, ask_query
from qa.query.linking import linked
from qa.query.parsing import parse
from tests.support.qa_graphs import landmarks

MANEKA = "Maneka Gandhi v. Union of India (AIR 1978 SC 597)"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("queries")
    store = landmarks(folder / "graph.db")
    store.write(Batch(edges=[DecidedBy("maneka", "v-r-krishna-iyer", role="member")]))
    yield store
    store.close()


def answer(graph: Store, said: str, as_of: str | None = None) -> Answer:
    return ask_query(graph, linked(graph, parse(said)), as_of=as_of)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ('cases that follow "maneka" and are of 1978', f"One case in the graph follows “{MANEKA}” and is of 1978: "),
        ('cases that follow "maneka"', f"Three cases in the graph follow “{MANEKA}”: Sunil Batra"),
        ('cases that overrule "maneka"', f"The graph has no case that overrules “{MANEKA}”."),
        ('how many cases that cite "maneka"', f"Six cases in the graph cite “{MANEKA}”: "),
        ('whether there are cases that overrule "maneka"', "No: the graph has no case that overrules"),
        ('whether there are cases that overrule "gopalan"', "Yes: one case in the graph overrules"),
        ("the 2 most cited of the cases", "The 2 most cited of the cases: Maneka Gandhi v. Union of India (six cases)"),
        ("cases that have a text", "15 cases in the graph have a text."),
        (
            'judges that sit in "maneka"',
            f"Two judges in the graph sit in “{MANEKA}”: P.N. Bhagwati and V.R.",
        ),
        ('author of case "maneka"', f"{MANEKA} was written by P.N. Bhagwati."),
        (
            'bench of case "maneka"',
            f"{MANEKA} was decided by P.N. Bhagwati (who wrote), V.R. Krishna Iyer and five others whom the graph does"
            " not name.",
        ),
        ('bench size of case "maneka"', f"{MANEKA} was decided by a bench of 7."),
        ('date of case "maneka"', f"{MANEKA} was decided on 25 January 1978."),
        ('court of case "maneka"', f"{MANEKA} was decided by the Supreme Court of India."),
        (
            'citations of case "maneka"',
            "Maneka Gandhi v. Union of India is reported as AIR 1978 SC 597; (1978) 1",
        ),
        ('case number of case "maneka"', f"The graph does not record under which number {MANEKA} was filed."),
        (
            'status of case "adm"',
            "Additional District Magistrate, Jabalpur v. Shivkant Shukla (AIR 1976 SC 1207) is",
        ),
        ('text of provision "article 14 of the Constitution"', "Article 14 of the Constitution of India (Equality"),
        ('path from "puttaswamy" to "cooper"', "The citations run in two steps: "),
        (
            'comparison of "maneka" with "gopalan"',
            f"{MANEKA} was decided on 25 January 1978 by a bench of 7; six",
        ),
    ],
)
def test_the_first_sentence_answers(graph: Store, said: str, first: str) -> None:
    assert answer(graph, said).answer.startswith(first)


def test_what_answers_comes_with_its_paragraph_and_the_words(graph: Store) -> None:
    found = answer(graph, 'cases that overrule "kharak"')
    [authority] = found.answers
    assert (authority.id, authority.kind, authority.year) == ("puttaswamy", "case", 2017)
    assert (authority.treatment, authority.paragraph) == ("overruled", "119")
    [source] = found.sources
    assert source.quote.startswith("The decision in Kharak Singh")
    assert "to the extent that it holds that the right to privacy is not protected, stands overruled." in found.answer


def test_what_fell_is_warned_of(graph: Store) -> None:
    found = answer(graph, 'cases that are cited by "golak"')
    assert found.answers[0].warning == "overruled by Rustom Cavasjee Cooper v. Union of India (1970)"
    assert "Warning: A.K. Gopalan v. State of Madras (1950) was overruled by" in found.answer


def test_a_path_needs_two_cases(graph: Store) -> None:
    found = answer(graph, 'path from (cases that follow "maneka") to "gopalan"')
    assert found.refused
    assert found.answer.endswith("three cases; one is needed.")


def test_as_of_a_day(graph: Store) -> None:
    found = answer(graph, 'cases that follow "maneka"', as_of="1980-01-01")
    assert [authority.id for authority in found.answers] == ["batra"]


def test_the_query_is_explained(graph: Store) -> None:
    found = answer(graph, 'cases that overrule "kharak"')
    assert found.explanation.filters["query"].startswith("cases that overrule “Kharak Singh v. State of Uttar Pradesh")
    assert found.explanation.evidence == ["puttaswamy -CITES (overruled)-> kharak"]


def test_what_was_not_understood_is_said_after_the_answer(graph: Store) -> None:
    found = ask(graph, "How many cases cited Gopalan before the Emergency?")
    first, second = found.answer.splitlines()[:2]
    assert first.startswith("Four cases in the graph cite “A.K. Gopalan v. State of Madras (AIR 1950 SC 27)”: ")
    assert second == "I did not understand “before the Emergency”: the answer leaves it out."
    assert found.explanation.filters["not understood"] == "before the Emergency"


def test_a_question_is_explained_by_the_query_that_it_was_read_as(graph: Store) -> None:
    found = ask(graph, "Which cases cite Gopalan but not Maneka Gandhi?")
    assert [authority.id for authority in found.answers] == ["golak", "cooper", "maneka"]
    assert found.explanation.filters["query"] == (
        "cases that cite “A.K. Gopalan v. State of Madras (AIR 1950 SC 27)” and do not cite “Maneka Gandhi v. Union of"
        " India (AIR 1978 SC 597)”"
    )


def test_facts_of_two_sorts_are_answered_in_the_order_asked(graph: Store) -> None:
    found = ask(graph, "Who wrote Golak Nath, and when was it decided?")
    assert [claim.text for claim in found.claims[:2]] == [
        "I.C. Golak Nath v. State of Punjab (AIR 1967 SC 1643) was written by K. Subba Rao.",
        "I.C. Golak Nath v. State of Punjab (AIR 1967 SC 1643) was decided on 27 February 1967.",
    ]
