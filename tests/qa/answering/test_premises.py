"""Questions that rest on what is not so, and names that several cases have."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.edges import Cites
from kg.nodes import Case, Judge, Node, of_type
from kg.store import Batch, Between, Store
from kg.stores.open import open_store
from qa.answering.premises import false_premise, settle, untimely
from qa.evidence import Evidence
from qa.query.question import CaseName, ProvisionName, Question
from tests.support.qa_graphs import CONSTITUTION, IPC, landmarks

SHAH = Judge("j-c-shah", name="J.C. Shah")
BHAGWATI = Judge("p-n-bhagwati", name="P.N. Bhagwati")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


def about(store: Store, case: str, text: str = "") -> Question:
    """A question about a case of the graph."""
    [node] = of_type(Case, store.nodes([case]))
    return Question(text, text, intent="case", cases=[CaseName(0, 0, node.title, node)])


def provision(id: str, known: bool = True) -> ProvisionName:
    kind, _, number = id.partition("/")[2].partition("-")
    return ProvisionName(0, 0, f"{kind} {number}", kind, number, [id] if known else [], id)


@pytest.mark.parametrize(
    ("year", "nearest", "said"),
    [
        (None, [], "The graph has no case “Ram Lal v. State”."),
        (1960, [], "The graph has no case “Ram Lal v. State” of 1960."),
        (None, ["sharma"], "The nearest: M.P. Sharma v. Satish Chandra (AIR 1954 SC 300)."),
    ],
)
def test_a_case_that_is_not_there(year: int | None, nearest: list[str], said: str, store: Store) -> None:
    near = of_type(Case, store.nodes(nearest))
    question = Question("", "", cases=[CaseName(0, 0, "Ram Lal v. State", None, nearest=near, year=year)])
    assert said in (false_premise(question, Evidence(store)) or "")


def test_a_name_of_several_cases_asks_which(store: Store) -> None:
    candidates = of_type(Case, store.nodes(["batra", "prem"]))
    question = Question("", "", cases=[CaseName(0, 0, "the Administration's case", None, candidates)])
    told = false_premise(question, Evidence(store)) or ""
    assert told.startswith("“the Administration's case” may be any of several cases: Sunil Batra v.")
    assert told.endswith("Say which.")


@pytest.mark.parametrize(
    ("named", "text", "said"),
    [
        (provision(f"{CONSTITUTION}/article-21"), "", None),
        (provision(f"{IPC}/section-302"), "", None),
        (
            provision(f"{IPC}/section-303", known=False),
            "",
            "The graph has no Section 303 of the Indian Penal Code, 1860. The nearest: Section 302",
        ),
        (
            provision("arms-act-1959/section-25", known=False),
            "",
            "The graph has no text of the Arms Act, 1959.",
        ),
        (provision(f"{CONSTITUTION}/article-21"), "What does section 12345 say?", "no act has so many"),
    ],
)
def test_a_provision_that_is_not_there(named: ProvisionName, text: str, said: str | None, store: Store) -> None:
    question = Question(text, text, intent="provision_text", provisions=[named])
    told = false_premise(question, Evidence(store))
    assert (told is None) if said is None else said in (told or "")


@pytest.mark.parametrize(
    ("case", "id", "refused"),
    [
        ("maneka", f"{CONSTITUTION}/article-21", False),
        ("maneka", f"{IPC}/section-302", True),
        ("vathee", f"{IPC}/section-302", False),
        ("puttaswamy", f"{IPC}/section-84", True),
    ],
)
def test_a_provision_that_a_case_never_names(case: str, id: str, refused: bool, store: Store) -> None:
    told = false_premise(replace(about(store, case), provisions=[provision(id)]), Evidence(store))
    assert (told is not None) is refused
    assert told is None or "nothing in the graph shows that it refers to Section" in told


@pytest.mark.parametrize(
    ("case", "judge", "said"),
    [
        ("maneka", BHAGWATI, None),
        ("cooper", SHAH, None),
        ("maneka", SHAH, "was decided by P.N. Bhagwati, not by J.C. Shah."),
    ],
)
def test_a_judge_who_did_not_decide_the_case(case: str, judge: Judge, said: str | None, store: Store) -> None:
    told = false_premise(replace(about(store, case), judges=[judge]), Evidence(store))
    assert (told is None) if said is None else (told or "").endswith(said)


@pytest.mark.parametrize(
    ("case", "size", "said"),
    [
        ("maneka", 7, None),
        ("maneka", 9, "was decided by a bench of 7, not of 9."),
        ("golak", 13, "was decided by a bench of 11, not of 13."),
    ],
)
def test_a_bench_of_another_size(case: str, size: int, said: str | None, store: Store) -> None:
    told = false_premise(replace(about(store, case), bench_size=size), Evidence(store))
    assert (told is None) if said is None else (told or "").endswith(said)


def test_a_judge_whom_nobody_knows(store: Store) -> None:
    text = "Which cases did Justice Ramanathan decide?"
    assert false_premise(Question(text, text), Evidence(store)) == "The graph knows no judge Ramanathan."


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (Between(1978, 1978), None),
        (Between(1990, 1995), "The graph has no judgment of 1990 to 1995."),
        (Between(2020, None), "The graph has no judgment of 2020 or later."),
    ],
)
def test_years_without_a_judgment(years: Between, said: str | None, store: Store) -> None:
    assert false_premise(Question("", "", intent="filter", years=years), Evidence(store)) == said


def test_an_act_made_after_the_case(store: Store) -> None:
    text = "How did Gopalan interpret the Information Technology Act, 2000?"
    told = false_premise(about(store, "gopalan", text), Evidence(store)) or ""
    assert "was decided in 1950, before the Information Technology Act, 2000 was made" in told


@pytest.mark.parametrize(
    ("years", "size", "timely"),
    [
        (None, None, True),
        (Between(2017, 2017), None, True),
        (Between(2010, 2012), None, False),
        (None, 9, True),
        (None, 5, False),
    ],
)
def test_an_overruling_of_another_year_or_bench(
    years: Between | None, size: int | None, timely: bool, store: Store
) -> None:
    question = replace(about(store, "adm"), intent="treatment", treatments=("overruled",), assumed=True)
    told = untimely(replace(question, years=years, bench_size=size), Evidence(store))
    assert (told is None) is timely
    assert told is None or "the graph knows of: K.S. Puttaswamy v. Union of India" in told


NAMESAKES = ("older-1960", "younger-1980")


def settled(folder: Path, name: str, cited: int, rival: int, beside: str | None) -> str | None:
    """Which of two cases a name is given to, where so many cases cite the one and the other."""
    nodes: list[Node] = [Case(id, title=f"{name} v. State of Bihar", year=int(id[-4:])) for id in NAMESAKES]
    nodes += [Case(f"c{n}", title=f"Party {n} v. State of Goa", year=1990) for n in range(cited + rival)]
    edges = [Cites(f"c{n}", NAMESAKES[0] if n < cited else NAMESAKES[1]) for n in range(cited + rival)]
    graph = open_store(str(folder / "g.db"), create=True)
    graph.write(Batch(nodes=nodes, edges=[*edges]))
    candidates = of_type(Case, graph.nodes(NAMESAKES))
    names = [CaseName(0, 0, name, None, candidates)]
    names += [CaseName(0, 0, node.title, node) for node in of_type(Case, graph.nodes([beside] if beside else []))]
    question = Question("", "", cases=names)
    settle(question, Evidence(graph))
    graph.close()
    return question.cases[0].node.id if question.cases[0].node else None


@pytest.mark.parametrize(
    ("name", "cited", "rival", "beside", "chosen"),
    [
        ("Vellikannu", 6, 1, None, "older-1960"),
        ("Vellikannu", 1, 6, None, "younger-1980"),
        ("Vellikannu", 2, 2, None, None),
        ("Vellikannu", 4, 2, None, None),
        ("Vellikannu", 0, 0, None, None),
        ("Vellikannu", 2, 2, "c0", "older-1960"),
        ("Vellikannu", 6, 1, "c6", "younger-1980"),
        ("Ram Lal", 6, 1, None, None),
        ("Ram Lal", 2, 2, "c3", "younger-1980"),
    ],
    ids=str,
)
def test_a_name_of_two_cases_goes_to_one_named_beside_a_case_joined_to_it_or_cited_far_more(
    tmp_path: Path, name: str, cited: int, rival: int, beside: str | None, chosen: str | None
) -> None:
    assert settled(tmp_path, name, cited, rival, beside) == chosen
