"""What a sentence of a draft names, quotes and cites."""

import pytest

from extraction.reading import read
from kg.nodes import Case, Provision
from qa.verification.draft import (
    citations,
    cited_sources,
    full_names,
    lone_citations,
    provisions,
    quotations,
    short_names,
    standing_quotations,
    strangers,
)

MANEKA = Case(
    "maneka", title="Maneka Gandhi v. Union of India", citations=("AIR 1978 SC 597",), aliases=("Passport case",)
)
BATRA = Case("batra", title="Sunil Batra v. Delhi Administration", citations=("(1978) 4 SCC 494",))
AGAIN = Case("again", title="Sunil Batra v. Delhi Administration", citations=("(1980) 3 SCC 488",))
CASES = {node.id: node for node in (MANEKA, BATRA, AGAIN)}
ARTICLE = Provision("constitution-of-india/article-21", number="21")
SECTION = Provision("indian-penal-code-1860/section-302", number="302")
OTHER = Provision("code-of-criminal-procedure-1973/section-302", number="302")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Maneka Gandhi v. Union of India was followed.", [("Maneka Gandhi v. Union of India", {"maneka"})]),
        ("In Maneka Gandhi vs Union of India, it was held.", [("Maneka Gandhi vs Union of India", {"maneka"})]),
        ("In Maneka Gandhi versus Union of India the rule.", [("Maneka Gandhi versus Union of India", {"maneka"})]),
        (
            "Sunil Batra v. Delhi Administration followed it.",
            [("Sunil Batra v. Delhi Administration", {"batra", "again"})],
        ),
        ("Ram Lal v. State of Bihar was followed.", [("Ram Lal v. State of Bihar", set())]),
        ("Maneka Gandhi v. State of Kerala was followed.", [("Maneka Gandhi v. State of Kerala", set())]),
        ("Article 21 was read widely.", []),
    ],
)
def test_names_in_full(sentence: str, found: list[tuple[str, set[str]]]) -> None:
    assert [(named.text, set(named.ids)) for named in full_names(sentence, CASES)] == found


@pytest.mark.parametrize(
    ("sentence", "ids"),
    [
        ("Maneka Gandhi was followed.", [{"maneka"}]),
        ("In Maneka the Court held so.", [{"maneka"}]),
        ("The Passport case was followed.", [{"maneka"}]),
        ("Batra followed Maneka Gandhi’s case.", [{"batra", "again"}, {"maneka"}]),
        ("The Union of India appealed.", []),
        ("India is a Union of States.", []),
        ("Ramesh was followed.", []),
    ],
)
def test_short_names(sentence: str, ids: list[set[str]]) -> None:
    assert [set(named.ids) for named in short_names(sentence, CASES)] == ids


@pytest.mark.parametrize(
    ("sentence", "ids"),
    [
        ("Article 21 of the Constitution protects life.", [{ARTICLE.id}]),
        ("Section 302 of the Indian Penal Code punishes murder.", [{SECTION.id}]),
        ("Section 302 punishes murder.", [{SECTION.id, OTHER.id}]),
        ("Section 420 of the Indian Penal Code punishes cheating.", [set()]),
        ("Nothing is named.", []),
    ],
)
def test_provisions(sentence: str, ids: list[set[str]]) -> None:
    known = {node.id: node for node in (ARTICLE, SECTION, OTHER)}
    assert [set(named.ids) for named in provisions(read(sentence), sentence, known)] == ids


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("It was overruled. [1]", ["1"]),
        ("It was overruled [1, 3].", ["1", "3"]),
        ("It was overruled [1] and followed [2; 4].", ["1", "2", "4"]),
        ("It was overruled.", []),
    ],
)
def test_markers(sentence: str, sources: list[str]) -> None:
    assert cited_sources(sentence) == sources


@pytest.mark.parametrize(
    ("sentence", "quoted", "standing"),
    [
        ("He said “it is void”.", ["it is void"], []),
        ('He said "it is void".', ["it is void"], []),
        (
            "“No person shall be deprived of his life except by law.”",
            ["No person shall be deprived of his life except by law."],
            ["No person shall be deprived of his life except by law."],
        ),
        (
            "He said “that no person shall ever be deprived of his own life”.",
            ["that no person shall ever be deprived of his own life"],
            [],
        ),
        ("The Court's view and the State's plea differ.", [], []),
    ],
)
def test_quotations(sentence: str, quoted: list[str], standing: list[str]) -> None:
    """A fragment belongs to the sentence around it; a quoted sentence stands by itself."""
    assert [text for _, _, text in quotations(sentence)] == quoted
    assert [text for _, _, text in standing_quotations(sentence)] == standing


def test_a_citation_alone_names_its_case() -> None:
    sentence = "AIR 1978 SC 597 was followed in (1978) 4 SCC 494 and (1999) 9 SCC 9."
    found = lone_citations(sentence, [], citations(read(sentence), sentence), CASES)
    assert [set(named.ids) for named in found] == [{"maneka"}, {"batra"}]


def test_a_citation_behind_a_name_is_the_names() -> None:
    sentence = "Maneka Gandhi v. Union of India, AIR 1978 SC 597, was followed."
    assert lone_citations(sentence, full_names(sentence, CASES), citations(read(sentence), sentence), CASES) == []


@pytest.mark.parametrize(
    ("sentence", "foreign"),
    [
        ("The Court followed Ramaswamy.", ["Ramaswamy"]),
        ("The Court in Passport followed it.", []),
        ("Accordingly, the Supreme Court followed it.", []),
        ("Justice Krishna Iyer and Ramaswamy agreed.", ["Krishna Iyer and Ramaswamy"]),
        ("the court followed it.", []),
    ],
)
def test_capitalised_words_that_the_evidence_does_not_have(sentence: str, foreign: list[str]) -> None:
    assert strangers(sentence, " maneka gandhi passport case union of india ") == foreign
