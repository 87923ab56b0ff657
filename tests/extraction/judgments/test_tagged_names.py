"""The names of a whole judgment: what is tagged at once, each name once, and what they add to a preamble."""

from dataclasses import replace

import pytest

from extraction.judgments.preamble import Preamble, read_preamble
from extraction.judgments.tagged_names import Pieces, completed, gathered, names_of
from extraction.ner.reading import Name

HEAD = "RAM LAL against STATE OF BIHAR before S. K. DAS in the HIGH COURT OF PATNA. "
BODY = "Ram Lal was dismissed. Sita Devi saw it. Ram  Lal complained."
TEXT = HEAD + BODY


def name(label: str, printed: str, after: int = 0) -> Name:
    start = TEXT.index(printed, after)
    return Name(start, start + len(printed), label)


@pytest.mark.parametrize(
    ("length", "sentences", "head", "spans"),
    [
        (100, [0, 50], 0, [(0, 100)]),
        (2000, [0, 500, 900], 0, [(0, 500), (500, 900), (900, 2000)]),
        (2000, [0, 500, 900], 500, [(0, 500), (500, 900), (900, 2000)]),
        (2000, [0, 500, 900], 600, [(0, 600), (600, 900), (900, 2000)]),
        (9000, [0, 7000, 8000], 8500, [(0, 6000), (6000, 7000), (7000, 8000), (8000, 9000)]),
    ],
)
def test_what_is_tagged_at_once(length: int, sentences: list[int], head: int, spans: list[tuple[int, int]]) -> None:
    found = Pieces("x" * length, sentences, head).spans()
    assert [span for span in found if span[0] < span[1]] == spans


def test_nothing_to_read_has_no_names() -> None:
    assert names_of([]) == []


def test_a_name_is_kept_once_with_all_its_places() -> None:
    first = name("OTHER_PERSON", "Ram Lal", len(HEAD))
    again = name("OTHER_PERSON", "Ram  Lal")
    (found,) = gathered(TEXT, [first, again])
    assert (found.label, found.text, found.places) == ("OTHER_PERSON", "Ram Lal", (first.start, again.start))


@pytest.mark.parametrize(
    ("label", "kept"),
    [("WITNESS", True), ("JUDGE", True), ("ORG", True), ("PROVISION", False), ("STATUTE", False), ("PRECEDENT", False)],
)
def test_what_the_grammar_reads_is_left_to_it(label: str, kept: bool) -> None:
    assert bool(gathered(TEXT, [name(label, "Sita Devi")])) is kept


HEAD_NAMES = [
    name("PETITIONER", "RAM LAL"),
    name("RESPONDENT", "STATE OF BIHAR"),
    name("JUDGE", "S. K. DAS"),
    name("COURT", "HIGH COURT OF PATNA"),
]


@pytest.fixture
def silent() -> Preamble:
    """A preamble whose rules found nothing in the head."""
    empty = read_preamble("", "doc")
    return replace(empty, start=len(HEAD))


def test_names_in_the_head_say_what_the_rules_did_not(silent: Preamble) -> None:
    found = completed(silent, TEXT, HEAD_NAMES)
    assert (found.petitioner, found.respondent) == ("Ram Lal", "State of Bihar")
    assert found.title == "Ram Lal v. State of Bihar"
    assert found.bench == found.authors == ("S.K. Das",)
    assert found.court == "Patna High Court"


def test_one_judge_of_the_supreme_court_need_not_have_sat_alone(silent: Preamble) -> None:
    found = completed(replace(silent, court="Supreme Court of India"), TEXT, HEAD_NAMES)
    assert (found.bench, found.authors) == (("S.K. Das",), ())


def test_names_below_the_head_add_nothing(silent: Preamble) -> None:
    below = [name("PETITIONER", "Ram Lal", len(HEAD)), name("RESPONDENT", "Sita Devi")]
    assert completed(silent, TEXT, below) == silent


def test_one_party_alone_makes_no_title(silent: Preamble) -> None:
    assert completed(silent, TEXT, HEAD_NAMES[:1]).title == silent.title


def test_what_the_rules_read_stands(silent: Preamble) -> None:
    known = replace(silent, petitioner="Mohan Das", title="Mohan Das", bench=("A", "B"), court="Delhi High Court")
    found = completed(known, TEXT, HEAD_NAMES)
    assert (found.petitioner, found.title, found.bench) == ("Mohan Das", "Mohan Das", ("A", "B"))
    assert (found.court, found.authors) == ("Delhi High Court", ())
