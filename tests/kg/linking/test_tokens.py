"""The words of a question, and what each may be."""

import pytest

from extraction.reading import read
from kg.linking.tokens import TokenizedText, Word, read_question


def question(text: str) -> TokenizedText:
    return read_question(text, read(text))


def word(text: str, plain: str) -> Word:
    return next(found for found in question(text).words if found.plain == plain)


def test_words_stand_where_they_were_typed() -> None:
    text = "Is Maneka Gandhi’s case still good law?"
    words = question(text).words
    assert [found.plain for found in words] == ["is", "maneka", "gandhi", "case", "still", "good", "law"]
    assert [text[found.start : found.end] for found in words[1:3]] == ["Maneka", "Gandhi’s"]
    assert question(text).between(4, 5) == " "


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Which cases cite article 21?", "21"),
        ("Which cases cite section 302 of the Indian Penal Code?", "penal"),
        ("Which cases cite AIR 1978 SC 597?", "597"),
        ("Which judgments of Justice Bhagwati cite Maneka Gandhi?", "bhagwati"),
        ("Which judgments of P.N. Bhagwati, J. cite Maneka Gandhi?", "bhagwati"),
        ("Ram Lal (dead) through L.Rs v. State of Bihar", "through"),
    ],
)
def test_words_of_provisions_citations_and_judges_are_no_names(text: str, plain: str) -> None:
    assert word(text, plain).blocked


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Is Maneka Gandhi good law?", "maneka"),
        ("Justice K.S. Puttaswamy v. Union of India", "india"),
        ("Bhagwati v. State of Bihar", "bhagwati"),
    ],
)
def test_words_of_names_are_not_blocked(text: str, plain: str) -> None:
    assert not word(text, plain).blocked


@pytest.mark.parametrize(
    ("text", "letter", "initial"),
    [
        ("A.K. Gopalan v. State of Madras", "a", True),
        ("A K Gopalan v State of Madras", "k", True),
        ("A.K. Gopalan v. State of Madras", "v", False),
        ("V.R. Krishna Iyer", "v", True),
        ("A. Kumar V State of Kerala", "v", False),
    ],
)
def test_a_letter_before_a_name_is_told_from_versus(text: str, letter: str, initial: bool) -> None:
    assert word(text, letter).initial is initial


@pytest.mark.parametrize(
    ("text", "plain", "telling"),
    [
        ("Is Maneka Gandhi good law?", "maneka", True),
        ("Is Maneka Gandhi good law?", "law", False),
        ("Is Maneka Gandhi good law?", "is", False),
        ("State of Bihar v. Ram Singh", "state", False),
        ("State of Bihar v. Ram Singh", "singh", False),
        ("Kesavananda of 1973", "1973", False),
    ],
)
def test_a_telling_word_is_neither_everyday_nor_in_many_names(text: str, plain: str, telling: bool) -> None:
    assert word(text, plain).telling is telling


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("Is Maneka Gandhi still good law?", True),
        ("is maneka gandhi still good law?", False),
        ("IS MANEKA GANDHI GOOD LAW?", False),
        ("Which cases cite article 21?", False),
    ],
)
def test_whether_names_are_written_with_capitals(text: str, cased: bool) -> None:
    assert question(text).cased is cased


def test_what_a_bracket_tells_of_a_party_is_left_out_and_moves_nothing() -> None:
    text = "Ram Lal (who was dismissed from service) v. State of Bihar"
    found = question(text)
    assert "dismissed" not in [w.plain for w in found.words]
    assert len(found.text) == len(text)
    assert all(found.text[w.start : w.end].lower().startswith(w.plain[:3]) for w in found.words)
