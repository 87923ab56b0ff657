"""Fingerprints tell the same judgment under two names from two judgments."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.text.fingerprint import SIZE, fingerprint, resemblance

SAME = [
    ("C1149", "C1512"),
    ("C1871", "C2113"),
    ("C341", "C391"),
    ("C741", "C2320"),
    ("C774", "C2446"),
    ("C2502", "C2662"),
]
WORDS = st.lists(st.sampled_from(["the", "appeal", "of", "a", "tenant", "is", "dismissed", "with", "costs", "today"]))


def test_a_fingerprint_is_the_same_everywhere() -> None:
    text = "The appeal is dismissed with costs, and the order of the High Court is affirmed."
    assert fingerprint(text)[:2] == (2729410578134187, 3328807381073526)


@given(WORDS)
def test_shape(words: list[str]) -> None:
    sketch = fingerprint(" ".join(words))
    assert list(sketch) == sorted(set(sketch))
    assert len(sketch) <= SIZE
    assert bool(sketch) == (len(words) >= 7)
    assert all(0 <= value < 2**53 for value in sketch), "fits a JSON number"


@given(WORDS.filter(lambda words: len(words) >= 7))
def test_case_punctuation_and_lines_do_not_count(words: list[str]) -> None:
    plain, dressed = " ".join(words), ",\n".join(word.upper() for word in words)
    assert fingerprint(plain) == fingerprint(dressed)
    assert resemblance(fingerprint(plain), fingerprint(dressed)) == 1.0


def test_nothing_resembles_nothing() -> None:
    assert resemblance((), ()) == 0.0
    assert resemblance(fingerprint("one two three four five six seven"), ()) == 0.0


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_judgment_twice(shared_data: Path, a: str, b: str) -> None:
    folder = shared_data / "judgments" / "aila2019"
    sketches = [fingerprint((folder / f"{name}.txt").read_text("utf-8", errors="replace")) for name in (a, b)]
    assert resemblance(*sketches) >= 0.5


def test_different_judgments_do_not_resemble(shared_data: Path) -> None:
    files = sorted((shared_data / "judgments" / "aila2019").glob("C10*.txt"))[:60]
    sketches = [fingerprint(path.read_text("utf-8", errors="replace")) for path in files]
    assert max(resemblance(a, b) for a, b in itertools.combinations(sketches, 2)) < 0.3
