"""The provision that a question describes, and how its words are put as statutes put them."""

from collections.abc import Iterator

import pytest

from kg.store import Store
from qa.evidence import Evidence
from qa.retrieval.passage_ranking import subject_words
from qa.retrieval.passages import covers
from qa.retrieval.provision_search import best_provision, fitting_provision, provisions_meant
from qa.retrieval.statute_terms import restated, written
from qa.text.stems import stems
from qa.understanding.understand import understand
from tests.support.qa_graphs import CONSTITUTION, CPC, CRPC, IPC, landmarks

ART = f"{CONSTITUTION}/article-"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


@pytest.mark.parametrize(
    ("question", "provision"),
    [
        ("punishment for murder", f"{IPC}/section-302"),
        ("What is the punishment for murder?", f"{IPC}/section-302"),
        ("insanity as a defence to a crime", f"{IPC}/section-84"),
        ("Which section says how an FIR is to be recorded?", f"{CRPC}/section-154"),
        ("Which rule bars a suit on res judicata?", f"{CPC}/section-11"),
        ("Which article guarantees equality before the law?", f"{ART}14"),
        ("freedom of speech and expression", f"{ART}19"),
        ("free and compulsory education for children", f"{ART}21A"),
        ("punishment for an attempt to commit an offence under the Code", f"{IPC}/section-511"),
    ],
)
def test_the_best_provision_for_a_description(store: Store, question: str, provision: str) -> None:
    evidence = Evidence(store)
    found = best_provision(understand(store, question), evidence)
    assert found
    assert found.id == provision
    assert provision in evidence.nodes


def test_the_provisions_meant_come_likeliest_first_and_no_more_than_asked_for(store: Store) -> None:
    found = provisions_meant(understand(store, "punishment for murder"), Evidence(store), 3)
    chances = [meant.probability for meant in found]
    assert found[0].provision.id == f"{IPC}/section-302"
    assert 1 < len({meant.provision.id for meant in found}) <= 3
    assert chances == sorted(chances, reverse=True)
    assert all(0 < chance < 1 for chance in chances)


@pytest.mark.parametrize("question", ["How are comets named?", "the price of onions in March"])
def test_nothing_is_found_where_no_provision_says_enough(store: Store, question: str) -> None:
    assert best_provision(understand(store, question), Evidence(store)) is None


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("Is the protection of life and personal liberty absolute?", True),
        ("Which section punishes murder?", True),
        ("What is the doctrine of basic structure?", False),
        ("May a passport be impounded without a hearing?", False),
    ],
)
def test_an_open_question_is_answered_by_a_provision_only_where_it_has_most_of_the_words(
    store: Store, question: str, fits: bool
) -> None:
    assert bool(fitting_provision(understand(store, question), Evidence(store))) is fits


def test_an_act_that_is_named_keeps_the_search_to_it(store: Store) -> None:
    found = best_provision(understand(store, "Which section of the Penal Code is on attempts?"), Evidence(store))
    assert found is None or found.id.startswith(IPC)


@pytest.mark.parametrize(
    ("said", "put"),
    [
        ("insanity", "unsoundness of mind"),
        ("a plea of insanity", "unsoundness of mind"),
        ("self-defence", "right of private defence body property"),
        ("dowry death", "dowry death"),
        ("bounced cheque", "dishonour of cheque insufficiency of funds account"),
        ("a motor car", ""),
    ],
)
def test_terms_of_art_are_put_as_statutes_put_them(said: str, put: str) -> None:
    assert written(said) == put


def test_a_restated_question_keeps_its_other_words() -> None:
    found = restated("Is insanity a defence in law?")
    assert "insanity" not in found
    assert "unsoundness of mind" in found
    assert "defence in law" in found
    assert restated("the price of onions").split() == ["the", "price", "of", "onions"]


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
