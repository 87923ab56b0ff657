"""What a case was about: in its own sentences, the court's and not the dissent's; or as those say who cite it."""

import re

import pytest

from kg.nodes import Case
from kg.store import Store
from qa.answer import Answer, Dropped
from qa.ask import ask, gather
from qa.citator.card import CaseCard, card
from qa.verification.verify import verified
from tests.support.summaries import TANNERS, tanners


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return tanners(tmp_path_factory.mktemp("graph"))


@pytest.fixture(scope="module")
def told(store: Store) -> Answer:
    return ask(store, "Summarise Ramlal Tanners v. Municipal Board, Unnao")


def said(answer: Answer, heading: str) -> str:
    return " ".join(claim.text for claim in answer.claims if re.search(rf"\b{heading}\b", claim.text))


@pytest.mark.parametrize(
    ("heading", "paragraph", "words"),
    [
        ("Facts", 1, "cancelled his licence without giving him a hearing"),
        ("Issue", 2, "whether a licence to run a tannery can be cancelled without a hearing"),
        ("Held", 5, "We hold that such a licence cannot be cancelled unless the holder has been heard."),
        ("Result", 7, "we allow the appeal, set aside the judgment of the High Court and quash the order"),
        ("Provisions", None, "Section 298"),
    ],
)
def test_each_part_is_told_from_a_paragraph(told: Answer, heading: str, paragraph: int | None, words: str) -> None:
    assert words in said(told, heading)
    assert paragraph is None or f"{heading} (paragraph {paragraph})" in said(told, heading)


def test_neither_a_dissent_nor_what_is_quoted_nor_the_printer_is_the_holding_or_the_result(told: Answer) -> None:
    for words in (
        "at will",
        "no hearing is needed",
        "I would accordingly dismiss",
        "lastly urged",
        "any way they think best",
    ):
        assert words not in told.answer
    assert "Appeal allowed." not in told.answer


def test_every_sentence_stands_whole_in_the_text_and_bears_its_source(told: Answer) -> None:
    text = " ".join(TANNERS.split())
    quotes = re.findall(r"“([^”]+)”", told.answer)
    assert 4 <= len(quotes) <= 12
    for quote in quotes:
        assert quote in text
        assert quote.endswith((".", "?"))
    sources = {source.id: source for source in told.sources}
    for claim in told.claims:
        assert claim.sources
        quoted = re.findall(r"“([^”]+)”", claim.text)
        assert all(" ".join(sources[i].quote.split()) == quoted[0] for i in claim.sources if quoted)


def test_only_the_parts_that_are_asked_for_are_told(store: Store) -> None:
    answer = ask(store, "What was held in Ramlal Tanners?")
    assert "quasi-judicial act" in answer.answer
    assert {claim.text.partition(" (paragraph")[0].rpartition(". ")[2] for claim in answer.claims} == {"Held"}


@pytest.mark.parametrize(
    ("question", "paragraphs"),
    [
        ("What did Ramlal Tanners hold on the cancellation of a licence?", ["5", "4"]),
        ("What did counsel argue in Ramlal Tanners about privileges?", ["3"]),
        ("What are the facts of Ramlal Tanners on the tannery?", ["1"]),
    ],
)
def test_a_part_on_a_subject_is_told_from_passages_of_that_part(
    store: Store, question: str, paragraphs: list[str]
) -> None:
    assert [source.paragraph for source in ask(store, question).sources] == paragraphs


def test_headings_tell_the_parts_of_a_digest_and_what_it_says_of_a_dissent_is_no_holding(store: Store) -> None:
    answer = ask(store, "What is Salt Pans Ltd. v. State of Gujarat about?")
    assert "Facts (paragraph 1): “The State levied a cess" in answer.answer
    assert "Issue (paragraph 2): “Whether a cess can be levied by rules alone.”" in answer.answer
    assert "Held (paragraph 3): “Rules under which no statute" in answer.answer
    assert "implied in the power" not in answer.answer


def test_of_a_part_that_is_not_told_it_is_said(store: Store) -> None:
    answer = ask(store, "What was the issue in Hides Export Co v. Union of India?")
    assert "none of its sentences tells the issue plainly" in answer.answer


def test_of_a_case_without_text_those_who_cite_it_are_heard(store: Store) -> None:
    answer = ask(store, "Give me the gist of Kanpur Leather Works v. State of Uttar Pradesh")
    assert "knows it only from cases that cite it" in answer.answer
    assert "a licence on which a livelihood depends is property" in answer.answer
    assert answer.sources[0].title == "Hides Export Co v. Union of India"


def test_a_models_words_on_a_summary_are_kept_only_where_it_bears_them_out(store: Store) -> None:
    _, evidence = gather(store, "Summarise Ramlal Tanners v. Municipal Board, Unnao")
    draft = (
        "In Ramlal Tanners v. Municipal Board, Unnao, it was held that a licence cannot be cancelled unless the holder "
        "has been heard. Ramlal Tanners v. Municipal Board, Unnao overruled Nakkuda Ali v. Jayaratne. "
        "The licence was cancelled on 9 May 1968."
    )
    judged = list(verified(iter([draft]), evidence))
    assert [isinstance(one, Dropped) for one in judged] == [False, True, True]


def test_the_card_of_a_case_has_the_same_sentences(store: Store) -> None:
    [case] = [case for case in store.find(Case, {"has_text": True}) if case.title.startswith("Ramlal")]
    shown = card(store, case.id)
    assert isinstance(shown, CaseCard)
    assert [line.part for line in shown.summary if line.paragraph == "7"] == ["order"]
    assert any(line.part == "holding" and "unless the holder has been heard" in line.quote for line in shown.summary)
