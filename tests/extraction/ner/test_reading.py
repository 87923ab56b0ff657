"""Names found by the tagger that is shipped, in sentences and heads written for these tests."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction import extract
from extraction.judgments.tagged_names import Pieces, gathered, names_of
from extraction.ner.reading import find_names
from extraction.ner.tags import LABELS
from extraction.pipeline import nlp
from extraction.records import Judgment, SourceDocument
from extraction.text.sentences import sentence_starts

HEAD = """IN THE HIGH COURT OF KERALA AT ERNAKULAM

Crl.MC.No. 412 of 2009()

1. SURESH BABU, S/O. RAGHAVAN NAIR,
                      ...  Petitioner

                        Vs

1. STATE OF KERALA, REPRESENTED BY
                       ...       Respondent

                For Petitioner  :SRI.K.RAMESH CHANDRAN

                For Respondent  :SMT.LATHA MENON

The Hon'ble Mr. Justice V.K.NARAYANAN

 Dated :12/03/2009

 O R D E R
"""
SENTENCES = [
    ("PW 3 Ramesh Yadav deposed that he saw the accused.", "WITNESS", "Ramesh Yadav"),
    ("He was charged under Section 302 of the Indian Penal Code.", "PROVISION", "Section 302"),
    ("He was charged under Section 302 of the Indian Penal Code.", "STATUTE", "Indian Penal Code"),
    ("The Supreme Court took the same view.", "COURT", "Supreme Court"),
    ("The letter was sent on 12th March, 1987 by post.", "DATE", "12th March, 1987"),
    (
        "Reliance was placed on Mohan Lal v. State of Punjab, AIR 1978 SC 1213.",
        "PRECEDENT",
        "Mohan Lal v. State of Punjab, AIR 1978 SC 1213",
    ),
    ("He lived at Nagpur with his brother.", "GPE", "Nagpur"),
]


def found(text: str) -> set[tuple[str, str]]:
    return {(name.label, text[name.start : name.end]) for name in find_names([text])[0]}


@pytest.mark.parametrize(("text", "label", "name"), SENTENCES)
def test_names_of_every_kind(text: str, label: str, name: str) -> None:
    assert (label, name) in found(text)


def test_a_sentence_without_names_has_none() -> None:
    assert found("The appeal fails and is dismissed with costs.") == set()


def test_a_head_names_court_parties_counsel_and_judge() -> None:
    text = HEAD
    names = found(text)
    assert ("COURT", "HIGH COURT OF KERALA AT ERNAKULAM") in names
    assert ("PETITIONER", "SURESH BABU") in names
    assert ("RESPONDENT", "STATE OF KERALA") in names
    assert ("JUDGE", "V.K.NARAYANAN") in names
    assert {name for label, name in names if label == "LAWYER"} == {"K.RAMESH CHANDRAN", "LATHA MENON"}


def test_the_same_texts_always_give_the_same_names() -> None:
    texts = [text for text, _, _ in SENTENCES] + [HEAD, "", " ", "—", HEAD * 5]
    names = find_names(texts)
    assert [len(own) > 0 for own in names] == [True] * 8 + [False] * 3 + [True]
    assert find_names(texts) == names


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_read_and_names_lie_inside_it_in_order(text: str) -> None:
    names = find_names([text])[0]
    places = [at for name in names for at in (name.start, name.end)]
    assert places == sorted(places)
    assert all(0 <= name.start < name.end <= len(text) and name.label in LABELS for name in names)


def test_a_document_gives_each_free_name_once_with_all_its_places() -> None:
    text = (
        f"{HEAD}1. Suresh Babu was examined at Nagpur.\n2. He went back to Nagpur on 12th March, 1987.\n" + "x " * 900
    )
    (names,) = names_of([Pieces(text, sentence_starts(text), len(HEAD))])
    gathered_names = gathered(text, names)
    (nagpur,) = [name for name in gathered_names if name.text == "Nagpur"]
    assert (nagpur.label, len(nagpur.places)) == ("GPE", 2)
    assert all(" ".join(text[at : at + 60].split()).startswith(n.text) for n in gathered_names for at in n.places)
    assert not {name.label for name in gathered_names} & {"PROVISION", "STATUTE", "PRECEDENT", "CASE_NUMBER"}


def test_parties_court_and_judge_come_from_the_head_where_its_form_says_nothing() -> None:
    text = HEAD + "\n1. The petitioner seeks bail.\n"
    document = SourceDocument("x", Path("x.txt"), text, "0", "judgment")
    judgment = extract(document)
    assert isinstance(judgment, Judgment)
    assert judgment.title == "Suresh Babu v. State of Kerala"
    assert judgment.court == "Kerala High Court"
    assert judgment.names


def test_entities_of_the_spacy_pipeline() -> None:
    doc = nlp()("He was tried with Ramesh Yadav at Nagpur under Section 302 of the Indian Penal Code.")
    assert {(entity.label_, entity.text) for entity in doc.ents} >= {
        ("GPE", "Nagpur"),
        ("PROVISION", "Section 302"),
        ("STATUTE", "Indian Penal Code"),
    }
