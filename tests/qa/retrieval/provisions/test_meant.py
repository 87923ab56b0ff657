"""The provisions that a question describes without naming them."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kg.edges import CorrespondsTo
from kg.nodes import Provision
from kg.store import Batch, Store
from kg.stores.open import open_store
from qa.answering.passages import DESCRIBED, FITTING
from qa.evidence import Evidence, Signal
from qa.retrieval.passage_ranking import subject_words
from qa.retrieval.provisions.meant import Meant, provisions_meant
from qa.text.stems import covers, stems
from qa.understanding.understand import understand
from tests.support.meaning import with_meaning
from tests.support.qa_graphs import CONSTITUTION, CPC, CRPC, IPC, landmarks

BNS = "bharatiya-nyaya-sanhita-2023"
ART = f"{CONSTITUTION}/article-"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = with_meaning(landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db"))
    yield graph
    graph.close()


def meant(store: Store, question: str, most: int = 5, without: frozenset[Signal] = frozenset()) -> list[Meant]:
    return provisions_meant(understand(store, question), Evidence(store, without=without), most)


@pytest.mark.parametrize(
    ("question", "provision"),
    [
        ("punishment for murder", f"{IPC}/section-302"),
        ("he stabbed my brother to death, what will the killer get", f"{IPC}/section-302"),
        ("insanity as a defence to a crime", f"{IPC}/section-84"),
        ("my uncle did not know what he was doing, he is mad, can he be jailed", f"{IPC}/section-84"),
        ("Which section says how an FIR is to be recorded?", f"{CRPC}/section-154"),
        ("Which rule bars a suit on res judicata?", f"{CPC}/section-11"),
        ("Which article guarantees equality before the law?", f"{ART}14"),
        ("freedom of speech and expression", f"{ART}19"),
        ("free and compulsory education for children", f"{ART}21A"),
        ("punishment for an attempt to commit an offence under the Code", f"{IPC}/section-511"),
    ],
)
def test_the_provision_that_a_question_describes_comes_first(store: Store, question: str, provision: str) -> None:
    assert meant(store, question)[0].provision.id == provision


def test_the_provisions_come_likeliest_first_and_no_more_than_asked_for(store: Store) -> None:
    found = meant(store, "punishment for murder", 3)
    chances = [one.probability for one in found]
    assert 1 < len({one.provision.id for one in found}) <= 3
    assert chances == sorted(chances, reverse=True)
    assert 0 < sum(chances) < 1


@pytest.mark.parametrize(
    "question",
    [
        "How are comets named?",
        "the price of onions in March",
        "my phone came broken and the shop gives no refund",
        "What is the doctrine of basic structure?",
    ],
)
def test_no_provision_is_likely_where_none_says_it(store: Store, question: str) -> None:
    assert all(one.probability < FITTING for one in meant(store, question))


def test_an_act_that_is_named_keeps_the_search_to_it(store: Store) -> None:
    found = meant(store, "Which section of the Penal Code is on attempts?")
    assert found
    assert all(one.provision.id.startswith(IPC) for one in found)


def test_words_alone_find_what_is_asked_in_the_law_s_own_words(store: Store) -> None:
    found = meant(store, "free and compulsory education for children", without=frozenset(["meaning"]))
    assert found[0].provision.id == f"{ART}21A"


def test_what_was_asked_of_an_old_section_is_asked_of_the_one_in_its_place(tmp_path: Path) -> None:
    old = Provision(id=f"{IPC}/section-302", act_id=IPC, kind="section", number="302")
    new = Provision(id=f"{BNS}/section-103", act_id=BNS, kind="section", number="103", heading="Punishment for murder")
    with closing(open_store(str(tmp_path / "codes.db"), create=True)) as codes:
        codes.write(Batch([old, new], [CorrespondsTo(new.id, old.id)]))
        [found] = meant(codes, "he stabbed my brother to death, what will the killer get")
        assert found.provision.id == new.id
        assert found.probability >= DESCRIBED


@pytest.mark.parametrize(
    ("topic", "text", "enough"),
    [
        ("privacy liberty", "Privacy is part of liberty.", True),
        ("privacy liberty", "Privacy is part of life.", False),
        ("passport hearing impounded notice order", "The passport was impounded without a hearing.", True),
        ("passport hearing impounded notice order", "The passport was renewed.", False),
    ],
)
def test_a_passage_must_have_enough_of_the_words(topic: str, text: str, enough: bool) -> None:
    assert covers(stems(topic), text) is enough


def test_words_of_asking_are_no_subject_unless_there_are_no_others() -> None:
    assert subject_words(["explain", "privacy"]) == ["privacy"]
    assert subject_words(["explain"]) == ["explain"]
