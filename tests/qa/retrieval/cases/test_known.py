"""Which cases are known for something, in a graph where some say what others stand for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.edges import Cites, Describes, FromDocument
from kg.nodes import Case, Description, Document
from kg.search.encoder import PackagedEmbedder
from kg.store import Batch, Store
from kg.stores.open import open_store
from qa.answering.known import LIKELY
from qa.ask import ask
from qa.evidence import Evidence
from qa.retrieval.cases.known import known_cases
from qa.understanding.understand import understand

FERRY = "a licence to run a ferry is property of the ferryman, who must be heard before it is taken from him"
WELL = "an easement to draw water from a well passes with the land although the deed does not mention it"
CASES = {
    "ferry": ("Abdul Majhi v. State of Assam", 1961),
    "ferry-again": ("Biren Majhi v. State of Assam", 1984),
    "well": ("Kamla Devi v. Ram Pyare", 1958),
    "court": ("Sundar Das v. Union of India", 1999),
}
# citing | described | what is said
SAID = [
    ("court", "ferry", FERRY),
    ("court", "ferry", "a ferryman has to be heard before his licence is revoked"),
    ("ferry-again", "ferry", f"this Court has long held that {FERRY}"),
    ("court", "ferry-again", "where a ferry licence is revoked the ferryman has to be given a hearing first"),
    ("court", "well", WELL),
    ("ferry-again", "well", "the right to draw water from the well of a neighbour goes with the land"),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    graph = open_store(str(tmp_path / "graph.db"), create=True)
    embedder = PackagedEmbedder()
    cases = [Case(id, title=title, year=year) for id, (title, year) in CASES.items()]
    document = Document("document/court", name="court", digest=f"0 1 900/90/{embedder.name}")
    batch = Batch(nodes=[*cases, document])
    for number, (citing, cited, text) in enumerate(SAID):
        [vector] = embedder.encode([text])
        quote = f"In {CASES[cited][0]} it was held that {text}."
        id = f"{citing}@{number}.0"
        batch.nodes.append(Description(id, text=text, quote=quote, embedding=vector, paragraph=str(number)))
        batch.edges += [FromDocument(id, citing), Describes(id, cited), Cites(citing, cited, treatment="followed")]
    graph.write(batch)
    yield graph
    graph.close()


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("a ferryman must be heard before his licence is taken away", "ferry"),
        ("the right to take water from a neighbour's well passes with the land", "well"),
    ],
)
def test_the_case_that_others_say_it_of_comes_first(store: Store, told: str, known: str) -> None:
    first = known_cases(understand(store, told), Evidence(store))[0]
    assert first.found.case.id == known
    assert first.found.descriptions[0].home in CASES


def test_what_no_case_is_known_for_makes_none_likely(store: Store) -> None:
    told = understand(store, "a newspaper may print the name of a juvenile offender")
    assert all(one.probability < LIKELY for one in known_cases(told, Evidence(store)))


def test_the_likeliest_come_first_and_no_more_than_asked_for(store: Store) -> None:
    found = known_cases(understand(store, FERRY), Evidence(store), most=2)
    chances = [one.probability for one in found]
    assert len(found) == 2
    assert chances == sorted(chances, reverse=True)
    assert 0 < sum(chances) < 1


def test_the_answer_names_the_case_that_laid_it_down_in_the_words_of_one_that_cites_it(store: Store) -> None:
    answer = ask(store, "Which case first held that a ferryman must be heard before his licence is taken away?")
    assert answer.answers[0].id == "ferry"
    assert "Abdul Majhi v. State of Assam (1961) is known for this; so " in answer.answer
    assert "was followed in Biren Majhi v. State of Assam (1984)" in answer.answer
    [quoted] = [source for source in answer.sources if source.id == answer.claims[0].sources[0]]
    assert quoted.quote.startswith("In Abdul Majhi v. State of Assam it was held that")


def test_a_case_that_none_is_known_as_is_refused(store: Store) -> None:
    answer = ask(store, "In which case was a newspaper fined for naming a juvenile offender?")
    assert answer.refused
    assert answer.reason == "No case in the graph is known for this."
