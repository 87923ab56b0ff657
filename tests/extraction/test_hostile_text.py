"""No text makes extraction raise or loop, or its work grow faster than the text."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.extracting import extract
from extraction.records import EXTRACTION, Judgment, SourceDocument
from tests.support.hostile_texts import HOSTILE

SIZE = 12_000
PIECES = [
    *(
        "(1978) 1 SCC 248",
        "AIR 1950 SC 27",
        "1978 Indlaw SC ",
        "2023:DHC:12",
        "In re ",
        "v.",
        " v. ",
        "Ors.",
        "(supra)",
    ),
    *("section ", "articles 14 to 18", "the said section", "Order VII Rule 11", "the Act", "Motor Vehicles Act, 1988"),
    *("State of Bihar", "'s case", "was overruled in", "of", "and", "(", ")", "[", "“", '"', "\n", "\n\n", "1. ", "1"),
    *(".", ",", " ", "Ⅷ", "é", "\u0000"),
]


def read(text: str) -> Judgment:
    extraction = extract(SourceDocument("any", Path("any.txt"), text, "0", "judgment"))
    assert isinstance(extraction, Judgment)
    return extraction


@settings(deadline=None)
@given(st.one_of(st.text(max_size=500), st.lists(st.sampled_from(PIECES), max_size=80).map("".join)))
def test_any_text_is_read_and_its_mentions_stand_in_it(text: str) -> None:
    judgment = read(text)
    for reference in judgment.references:
        assert all(text[m.start : m.end] == m.text and m.quote in text for m in reference.mentions)
    assert all(text[p.start : p.end] == p.text for p in judgment.provisions)
    assert all(text[c.start : c.end] == c.text for c in judgment.chunks)
    assert EXTRACTION.validate_json(EXTRACTION.dump_json(judgment)) == judgment


@pytest.mark.parametrize("make", HOSTILE.values(), ids=list(HOSTILE))
def test_twice_the_text_is_at_most_about_twice_the_work(make: Callable[[int], str]) -> None:
    once, twice = _work(make(SIZE)), _work(make(2 * SIZE))
    assert twice < 2.5 * once + 2_000


def _work(text: str) -> int:
    """How many calls and returns reading `text` takes, the same on every machine; patterns count as one call each."""
    count = 0

    def step(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(step)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "text",
    ["(" * 100_000, "1" * 1_000_000, HOSTILE["one long line"](4_000_000)],
    ids=["100,000 open brackets", "a million digits", "a line of 4 MB"],
)
def test_large_texts_are_read(text: str) -> None:
    judgment = read(text)
    assert judgment.references == ()
    assert "".join(judgment.chunks[0].text.split()) in "".join(text.split())
