# ruff: noqa: E501
"""Open questions: which paragraphs answer, when a provision leads, and how a quotation begins and ends."""

from collections.abc import Iterator

import pytest

from kg.edges import Cites, Edge, FromDocument
from kg.nodes import Case, Chunk, Node, Provision
from kg.store import Batch, Store
from kg.stores.open import open_store
from qa.ask import ask
from qa.evidence import Signal
from qa.retrieval.excerpt import LONGEST, excerpt
from qa.text.stems import squeeze
from tests.support.meaning import with_meaning

# case | paragraph | text
PARAGRAPHS = """
rule | 10 | It is well settled that Article 14 forbids class legislation but permits reasonable classification. The test of reasonable classification has two parts: an intelligible differentia, and a rational nexus with the object of the law.
counsel | 3 | Learned counsel submitted that the classification failed the reasonable test and that the appellant was treated otherwise than his colleagues in the same cadre of the department.
apart | 7 | The test was held in March. The candidates found it reasonable. Their classification by rank came much later and is not disputed before us by any of the parties to this appeal.
dying | 4 | A dying declaration can be the sole basis of conviction where it is true and voluntary; the rule that asks for corroboration is one of prudence only and not one of law.
facts | 2 | The deceased made a declaration while dying, and the trial court convicted the accused on this basis; the sole question put by counsel is whether that can stand.
bias | 9 | No man shall be a judge in his own cause: the rule against bias is a principle of natural justice, and a real likelihood of bias is enough to set the order aside.
smith | 5 | In Wednesbury the standard of unreasonableness was put so high that only a decision which no sensible authority could reach would be struck down by a court.
veil | 6 | A court will pierce the corporate veil where the company is a mere cloak for fraud or where a statute itself says that the veil may be lifted for its purposes.
hire | 8 | We hold that a hire-purchase agreement is no sale before the option of purchase is exercised by the hirer, so that no sales tax falls due on its execution.
option | 9 | We hold that a hire-purchase agreement is a sale at once where the option of purchase is nominal. The contrary view in Ishwar Traders is open to doubt.
"""
PROVISIONS = """
motor-vehicles-act-1988/section-203 | Breath tests | A police officer may require a person to provide specimens of breath for a test where he has reasonable cause to suspect him of drinking.
indian-evidence-act-1872/section-113B | Presumption as to dowry death | When the question is whether a person has committed the dowry death of a woman, the Court shall presume that such person had caused the dowry death.
constitution-of-india/article-14 | Equality before law | The State shall not deny to any person equality before the law or the equal protection of the laws within the territory of India.
indian-evidence-act-1872/section-25 | Confession to police officer not to be proved | No confession made to a police officer shall be proved as against a person accused of any offence.
"""
DOUBTING = "The contrary view in Ishwar Traders is open to doubt."

TRADERS = {
    "rule": "Abdulla",
    "counsel": "Banerji",
    "apart": "Chopra",
    "dying": "Deshmukh",
    "facts": "Erady",
    "bias": "Fernandes",
    "smith": "Ghoshal",
    "veil": "Hegde",
    "hire": "Ishwar",
    "option": "Jadhav",
}


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = open_store(str(tmp_path_factory.mktemp("graph") / "open.db"), create=True)
    nodes: list[Node] = []
    edges: list[Edge] = []
    for case, paragraph, text in _rows(PARAGRAPHS):
        nodes.append(Case(case, title=f"{TRADERS[case]} Traders v. Union of India", year=1980, has_text=True))
        nodes.append(Chunk(f"{case}#0", text=text, paragraphs=(paragraph,), document=case))
        edges.append(FromDocument(f"{case}#0", case))
    nodes += [
        Case("wednesbury", title="Associated Picture Houses v. Wednesbury Corporation", aliases=("Wednesbury",)),
        Case("pierce", title="Pierce v. Delameter", has_text=False),
    ]
    edges += [
        Cites("smith", "wednesbury", treatment="cited", quote="In Wednesbury the standard was put high."),
        Cites("option", "hire", treatment="doubted", by="court", quote=DOUBTING),
    ]
    for id, heading, text in _rows(PROVISIONS):
        act, _, rest = id.partition("/")
        nodes.append(
            Provision(id, act_id=act, kind="section", number=rest.partition("-")[2], heading=heading, text=text)
        )
    graph.write(Batch(nodes=nodes, edges=edges))
    yield with_meaning(graph)
    graph.close()


# question | the first that answers
FIRST = """
What is the test for reasonable classification? | rule
Can a dying declaration be the sole basis of conviction? | dying
What is the rule against bias? | bias
What does the law say about dowry death? | indian-evidence-act-1872/section-113B
Can a confession made to a police officer be proved? | indian-evidence-act-1872/section-25
When will a court pierce the corporate veil? | veil
What is Wednesbury unreasonableness? | smith
"""


@pytest.mark.parametrize(("question", "first"), _rows(FIRST))
def test_what_answers_first(store: Store, question: str, first: str) -> None:
    answer = ask(store, question)
    assert not answer.refused
    assert answer.answers[0].id == first


def test_paragraphs_that_disagree_are_both_shown_and_said_to(store: Store) -> None:
    answer = ask(store, "Is a hire-purchase agreement a sale before the option is exercised?")
    assert {a.id for a in answer.answers} == {"hire", "option"}
    assert "no sale before the option" in answer.answer
    assert "is a sale at once" in answer.answer
    said = next(claim for claim in answer.claims if claim.text.endswith("was doubted."))
    assert {s.quote for s in answer.sources if s.id in said.sources} == {DOUBTING}


@pytest.mark.parametrize(("without", "found"), [("graph", {"bias"}), ("words", {"bias"}), ("meaning", {"bias"})])
def test_a_signal_can_be_switched_off(store: Store, without: Signal, found: set[str]) -> None:
    answer = ask(store, "What is the rule against bias?", without=frozenset({without}))
    assert {a.id for a in answer.answers} >= found
    assert answer.refused == (not found)


def test_a_statute_that_only_shares_words_is_no_answer(store: Store) -> None:
    answer = ask(store, "What is the test for reasonable classification?")
    assert "motor-vehicles-act-1988/section-203" not in {a.id for a in answer.answers}


def test_a_case_without_text_is_said_to_be_one(store: Store) -> None:
    answer = ask(store, "What is Wednesbury unreasonableness?")
    assert "no text of it" in answer.answer
    assert "no sensible authority" in answer.answer


def test_a_case_with_text_is_never_said_to_have_none(store: Store) -> None:
    told = ask(store, "What does Hegde Traders v. Union of India say of lunar salvage, if the veil is lifted?").answer
    assert "A court will pierce the corporate veil" in told
    silent = ask(store, "Was Hegde Traders v. Union of India about lunar salvage?").answer
    assert "no text of it" not in silent


def test_words_that_no_paragraph_has_are_refused(store: Store) -> None:
    assert ask(store, "What is the doctrine of lunar salvage?").refused


# The paragraph in passages that overlap, and which of them is asked for: what is shown.
LONG = "It was alleged that goods were sold. A bench of this Court held that a sale of goods in the course of import is free of the tax; nothing more is needed. The appeal is dismissed with costs."
CUT = "the whole of an unbroken run of words " * 40


def _chunks(graph: Store, text: str, spans: list[tuple[int, int]]) -> list[Chunk]:
    nodes = [
        Chunk(f"{len(text)}-{text[:9]}#{n}", text=text[a:b], start=a, end=b, ordinal=n, document=text[:40])
        for n, (a, b) in enumerate(spans)
    ]
    graph.write(Batch(nodes=[*nodes]))
    return nodes


def test_a_quotation_is_made_of_whole_sentences(store: Store) -> None:
    spans = [(0, 70), (50, 140), (120, len(LONG))]
    shown = [excerpt(store, chunk).shown for chunk in _chunks(store, LONG, spans)]
    sentences = ["It was alleged that goods were sold.", "The appeal is dismissed with costs."]
    held = LONG[len(sentences[0]) + 1 : -len(sentences[1]) - 1]
    assert shown[1] == held
    assert shown[0].startswith(sentences[0])
    assert shown[2].endswith(sentences[1])
    for text in shown:
        assert text[0].isupper()
        assert text[-1] in ".…"


def test_a_sentence_without_end_is_cut_at_a_word_and_marked(store: Store) -> None:
    (chunk,) = _chunks(store, f"and so {CUT}", [(0, 7 + len(CUT))])
    quoted = excerpt(store, chunk)
    assert quoted.shown.startswith("… and so the whole")
    assert quoted.shown.endswith(" …")
    assert quoted.quote.split()[-1] in CUT.split()
    assert len(quoted.quote) <= LONGEST


def test_blanks_and_line_breaks_are_collapsed_where_shown(store: Store) -> None:
    (chunk,) = _chunks(store, "In\n    Gopalan\n  's case the Court held otherwise.", [(0, 60)])
    quoted = excerpt(store, chunk)
    assert quoted.shown == "In Gopalan 's case the Court held otherwise."
    assert squeeze(quoted.quote) == squeeze(quoted.shown)


def test_a_question_for_advice_gets_the_law_and_is_told_that_it_is_no_advice(store: Store) -> None:
    answer = ask(store, "I confessed to a police officer. Can the confession be proved, what should I do?")
    assert answer.answers[0].id == "indian-evidence-act-1872/section-25"
    assert answer.answer.count("not advice") == 1


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("How do I file an RTI application and what is the fee?", "Right to Information Act, 2005"),
        ("the shop refuses to replace my defective phone", "Consumer Protection Act, 2019"),
        ("Which section of the POCSO Act punishes it?", "Protection of Children from Sexual Offences Act, 2012"),
    ],
)
def test_an_act_that_the_graph_does_not_have_is_named(store: Store, question: str, act: str) -> None:
    answer = ask(store, question)
    assert answer.refused
    assert act in (answer.reason or "")
