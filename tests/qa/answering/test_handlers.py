"""What each kind of question reads and says, asked of its handler alone over the small graph of landmarks."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kg.edges import Cites
from kg.nodes import Case, Judge, of_type
from kg.store import Between, Store
from qa.answering import chains, citing, passages, provisions, treatment
from qa.evidence import Evidence
from qa.query.question import CaseName, ProvisionName, Question
from tests.support.meaning import with_meaning
from tests.support.qa_graphs import CONSTITUTION, CRPC, IPC, landmarks

Handler = Callable[[Question, Evidence, int], None]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = with_meaning(landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db"))
    yield graph
    graph.close()


def naming(store: Store, *cases: str, masked: str = "") -> Question:
    """A question that names these cases."""
    nodes = of_type(Case, store.nodes(cases))
    return Question("", masked, cases=[CaseName(0, 0, node.title, node) for node in nodes])


def on(id: str) -> Question:
    """A question that names this provision."""
    kind, _, number = id.partition("/")[2].partition("-")
    return Question("", "", provisions=[ProvisionName(0, 0, id, kind, number, [id], id)])


def handled(handler: Handler, question: Question, store: Store, top: int = 10) -> Evidence:
    evidence = Evidence(store)
    handler(question, evidence, top)
    return evidence


def said(evidence: Evidence) -> str:
    return " ".join(claim.text for claim in evidence.claims)


@pytest.mark.parametrize(
    ("handler", "case", "answers"),
    [
        (citing.cited_by, "maneka", ["batra", "prem", "francis", "vathee", "shreya", "puttaswamy"]),
        (citing.cited_by, "golak", ["kesavananda"]),
        (citing.cited_by, "puttaswamy", []),
        (citing.cites, "maneka", ["gopalan", "kharak", "cooper"]),
        (citing.cites, "kesavananda", ["golak"]),
        (citing.cites, "gopalan", []),
        (treatment.good_law, "gopalan", ["cooper"]),
        (treatment.good_law, "adm", ["puttaswamy"]),
        (treatment.good_law, "cooper", ["maneka"]),
        (treatment.good_law, "puttaswamy", []),
    ],
)
def test_the_cases_that_answer_oldest_first(handler: Handler, case: str, answers: list[str], store: Store) -> None:
    found = handled(handler, naming(store, case), store)
    assert found.answers == answers
    assert found.claims, "nothing found is said too"


def test_whoever_reads_all_citations_of_a_side_says_so(store: Store) -> None:
    assert handled(citing.cited_by, naming(store, "maneka"), store).complete == {("maneka", "in")}
    assert handled(citing.cites, naming(store, "maneka"), store).complete == {("maneka", "out")}


def test_a_sentence_about_citations_rests_on_their_words(store: Store) -> None:
    found = handled(citing.cited_by, naming(store, "golak"), store)
    quotes = {source.id: source.quote for source in found.sources.values()}
    assert found.claims[0].sources
    assert all("Golak Nath" in quotes[source] for source in found.claims[0].sources)


def test_citations_beside_another_in_the_passage_that_speaks_of_overruling(store: Store) -> None:
    evidence = Evidence(store)
    [edge] = [e for e in store.expand(["maneka"], [Cites], "out") if e.target == "gopalan"]
    assert [e.target for e in citing.named_beside(evidence, edge, {"overruled"})] == ["cooper"]
    assert citing.named_beside(evidence, edge, {"affirmed"}) == []


def test_few_citations_are_not_narrowed_by_a_topic(store: Store) -> None:
    evidence = Evidence(store)
    [maneka] = of_type(Case, store.nodes(["maneka"]))
    edges = citing.citations(evidence, maneka, "out")
    assert citing.on_topic(evidence, maneka, edges, ["passport"]) == edges


@pytest.mark.parametrize(
    ("case", "side", "treatments", "answers"),
    [
        ("maneka", "in", ("followed",), {"batra", "francis", "puttaswamy"}),
        ("kharak", "in", ("distinguished",), {"maneka"}),
        ("kharak", "in", ("overruled",), {"puttaswamy"}),
        ("puttaswamy", "out", ("overruled",), {"adm", "sharma", "kharak"}),
        ("puttaswamy", "out", ("followed",), {"maneka"}),
        ("maneka", "out", ("doubted",), {"gopalan"}),
        ("maneka", "out", (), {"cooper", "gopalan", "kharak"}),
    ],
)
def test_cases_by_their_treatment(
    case: str, side: str, treatments: tuple[str, ...], answers: set[str], store: Store
) -> None:
    question = naming(store, case)
    question.side = "in" if side == "in" else "out"
    question.treatments = treatments
    assert set(handled(treatment.treatment, question, store).answers) == answers


@pytest.mark.parametrize(("assumed", "refused"), [(False, False), (True, True)])
def test_a_treatment_that_nobody_gave_is_refused_where_it_is_taken_for_granted(
    assumed: bool, refused: bool, store: Store
) -> None:
    question = replace(naming(store, "cooper"), treatments=("overruled",), assumed=assumed)
    found = handled(treatment.treatment, question, store)
    assert bool(found.refusal) is refused
    assert "nothing in the graph shows that it was overruled" in (found.refusal or said(found))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("puttaswamy", "adm", "was overruled."),
        ("adm", "puttaswamy", "was overruled."),
        ("maneka", "cooper", "was followed."),
        ("golak", "adm", "the graph shows no citation between them."),
    ],
)
def test_what_one_case_did_with_another(first: str, second: str, told: str, store: Store) -> None:
    assert told in said(handled(treatment.between, naming(store, first, second), store))


@pytest.mark.parametrize(
    ("first", "second", "stations"),
    [
        ("puttaswamy", "maneka", ["puttaswamy", "maneka"]),
        ("maneka", "puttaswamy", ["puttaswamy", "maneka"]),
        ("puttaswamy", "cooper", ["puttaswamy", "maneka", "cooper"]),
        ("batra", "kharak", ["batra", "maneka", "kharak"]),
    ],
)
def test_a_chain_runs_from_the_later_case_to_the_earlier(
    first: str, second: str, stations: list[str], store: Store
) -> None:
    found = handled(chains.path, naming(store, first, second), store)
    assert found.answers == stations
    assert f"in {('one step', 'two steps')[len(stations) - 2]}: " in found.claims[0].text


def test_where_no_chain_is_the_cases_that_both_cite_are_told(store: Store) -> None:
    found = handled(chains.path, naming(store, "prem", "batra"), store)
    assert "no chain of citations joins them" in said(found)
    assert "Both cite: Maneka Gandhi v. Union of India (1978)." in said(found)
    assert found.answers == ["prem", "maneka", "batra"]


def test_two_cases_side_by_side(store: Store) -> None:
    text = said(handled(chains.comparison, naming(store, "maneka", "puttaswamy"), store))
    assert "was decided on 25 January 1978 by a bench of 7; six cases in the graph cite it." in text
    assert "was decided on 24 August 2017 by a bench of 9; no cases in the graph cite it." in text
    assert "Both refer to Article 21 of the Constitution of India." in text
    assert "Only Maneka Gandhi v. Union of India refers to " in text


BHAGWATI = Judge("p-n-bhagwati", name="P.N. Bhagwati")


@pytest.mark.parametrize(
    ("provision", "answers"),
    [
        (f"{CONSTITUTION}/article-21", ["puttaswamy", "maneka", "francis", "vathee"]),
        (f"{CONSTITUTION}/article-19", ["shreya", "maneka"]),
        (f"{IPC}/section-302", ["vathee"]),
        (f"{CRPC}/section-154", []),
    ],
)
def test_the_cases_on_a_provision_those_that_name_it_most_first(
    provision: str, answers: list[str], store: Store
) -> None:
    assert handled(provisions.cases_on_provision, on(provision), store).answers == answers


def test_a_provisions_own_words_are_its_source(store: Store) -> None:
    found = handled(provisions.provision_text, on(f"{IPC}/section-302"), store)
    assert found.answers == [f"{IPC}/section-302"]
    [source] = [s for s in found.sources.values() if s.kind == "provision"]
    assert source.quote.startswith("Whoever commits murder")


def test_provisions_that_refer_to_each_other(store: Store) -> None:
    question = replace(on(f"{CONSTITUTION}/article-132"), side="out")
    found = handled(provisions.refers_to, question, store)
    assert found.answers == [f"{CONSTITUTION}/article-134A"]
    none = handled(provisions.refers_to, replace(on(f"{IPC}/section-84"), side="out"), store)
    assert (none.answers, "names no other provision" in said(none)) == ([], True)


@pytest.mark.parametrize(
    ("masked", "numbers"),
    [
        ("which provisions does § turn on", ["21", "19", "14"]),
        ("which article does § turn on", ["21"]),
    ],
)
def test_the_provisions_a_case_turns_on(masked: str, numbers: list[str], store: Store) -> None:
    found = handled(provisions.provisions_of_case, naming(store, "maneka", masked=masked), store)
    assert found.answers == [f"{CONSTITUTION}/article-{number}" for number in numbers]


def test_an_open_question_is_answered_from_a_paragraph(store: Store) -> None:
    asked = "protection from sexual harassment at the workplace"
    question = Question(asked, asked, topic=["sexual", "harassment", "workplace"])
    found = handled(passages.open_question, question, store)
    assert found.answers == ["vishaka"]
    assert found.claims[-1].text.startswith("Vishaka v. State of Rajasthan (1997), paragraph 16: “Gender equality")


@pytest.mark.parametrize(
    ("question", "refusal"),
    [
        (Question("Who may own a submarine?", "", topic=["submarine"]), "Nothing in the graph speaks of this."),
        (
            Question("", "", topic=["privacy"], years=Between(1900, 1910)),
            "its judgments date from 1950 to 2017, and none of the time asked about does.",
        ),
    ],
)
def test_what_nothing_speaks_of_is_refused(question: Question, refusal: str, store: Store) -> None:
    found = handled(passages.open_question, question, store)
    assert (found.refusal or "").endswith(refusal)
    assert found.claims == []


def test_a_case_on_a_topic_from_its_own_paragraphs(store: Store) -> None:
    question = replace(naming(store, "maneka"), topic=["passport"])
    found = handled(passages.about_case, question, store)
    assert found.answers == ["maneka"]
    assert "paragraph 6: “" in found.claims[0].text
