"""Whether the sources say what a sentence says, and no more: shared words, denials, duties, opposites."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.nodes import Case, Chunk
from kg.store import Batch, Store
from kg.stores.open import open_store
from qa.evidence import Evidence
from qa.verification.strength import overstated
from qa.verification.support import nearest_clauses, saying, supported

HEARING = "A passport may not be impounded without a hearing. The holder must be given reasons in writing."
DETENTION = "Preventive detention requires the advisory board to sit within three months."
LEAVE = "The Magistrate may direct the police to investigate the complaint."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("graph")
    graph = open_store(str(folder / "g.db"), create=True)
    graph.write(Batch(nodes=[Case("a", title="Asha Devi v. State of Goa", year=1980)]))
    yield graph
    graph.close()


@pytest.fixture
def evidence(store: Store) -> Evidence:
    """Three passages of one case: sources 1, 2 and 3."""
    found = Evidence(store)
    [case] = found.read(["a"])
    for ordinal, text in enumerate((HEARING, DETENTION, LEAVE)):
        found.cite_passage(case, Chunk(f"a#{ordinal}", text=text, ordinal=ordinal))
    return found


@pytest.mark.parametrize(
    ("sentence", "cited", "holds"),
    [
        ("A passport may not be impounded without a hearing.", ["1"], True),
        ("Without a hearing no passport may be impounded.", ["1"], True),
        ("The holder must be given reasons.", ["1"], True),
        ("The advisory board must sit within three months.", ["2"], True),
        ("The advisory board must sit within three months.", [], True),
        ("The advisory board must sit within three months.", ["1"], False),
        ("The holder must not be given reasons.", ["1"], False),
        ("Bail is granted where the trial is delayed.", [], False),
        ("The advisory board need not hear counsel before the Supreme Court.", ["2"], False),
        ("The advisory board sits in Bombay on Mondays and Fridays.", ["2"], False),
        ("It is so.", [], True),
    ],
)
def test_a_sentence_that_a_source_says(sentence: str, cited: list[str], holds: bool, evidence: Evidence) -> None:
    assert supported(sentence, [], [], cited, evidence) is holds


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("A passport may not be impounded without a hearing.", ["1"]),
        ("The advisory board sits within three months.", ["2"]),
        ("The Magistrate directed the police to investigate.", ["3"]),
        ("The tenant paid no rent.", []),
        ("", []),
    ],
)
def test_which_sources_say_it(sentence: str, sources: list[str], evidence: Evidence) -> None:
    assert saying(sentence, evidence) == sources


def test_the_nearest_clause_of_a_source(evidence: Evidence) -> None:
    found = nearest_clauses("Reasons in writing are given to the holder.", [], ["1"], evidence)
    assert found == ["The holder must be given reasons in writing."]


def test_no_source_supports_nothing(store: Store) -> None:
    assert not supported("The advisory board must sit.", [], [], [], Evidence(store))
    assert supported("It is so.", [], [], [], Evidence(store))


@pytest.mark.parametrize(
    ("sentence", "clause", "word"),
    [
        ("The Magistrate may direct an investigation.", LEAVE, None),
        ("The Magistrate must direct an investigation.", LEAVE, "must"),
        ("The Magistrate shall direct an investigation.", LEAVE, "shall"),
        ("The holder must be given reasons.", "The holder must be given reasons.", None),
        ("The holder may be given reasons.", "The holder must be given reasons.", "may"),
        ("Only the holder is given reasons.", "The holder is given reasons.", "Only"),
        ("Only the holder is given reasons.", "Reasons are given only to the holder.", None),
        ("All holders are given reasons.", "The holder is given reasons.", "All"),
        ("All holders are given reasons.", "Reasons are due to all holders.", None),
    ],
)
def test_a_word_that_says_more_than_the_source(
    sentence: str, clause: str, word: str | None, evidence: Evidence
) -> None:
    told = overstated(sentence, [], [clause], evidence, lambda relation, target: [])
    assert (told is None) if word is None else (told is not None and f"“{word}”" in told)


def test_a_denial_too_few_is_no_support(evidence: Evidence) -> None:
    assert supported("A passport may not be impounded without a hearing.", (), (), ["1"], evidence)
    assert not supported("A passport may be impounded without a hearing.", (), (), ["1"], evidence)
