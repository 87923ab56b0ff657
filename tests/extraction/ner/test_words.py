"""What the tagger sees of a text: words with their shapes and gaps, what is worth reading, windows, boundaries."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.ner.boundaries import Span, settled
from extraction.ner.cues import REACH, is_cue, near_cues
from extraction.ner.stitching import stitched
from extraction.ner.tags import OUTSIDE, TAGS
from extraction.ner.windows import OVERLAP, WINDOW, cuts
from extraction.ner.words import GAPS, SHAPES, gap, read_words, shape


@given(st.text(max_size=300))
def test_words_cover_all_letters_and_digits_of_any_text(text: str) -> None:
    words = read_words(text)
    covered = {at for start, end in zip(words.starts, words.ends, strict=True) for at in range(start, end)}
    assert covered == {at for at, letter in enumerate(text) if letter.isalnum()}
    assert len(words.gaps) == (len(words) + 1 if len(words) else 2)
    assert all(0 <= number < SHAPES for number in words.shapes)
    assert all(0 <= number < GAPS for number in words.gaps)


def test_words_written_unlike_have_unlike_shapes() -> None:
    written = ["court", "Court", "COURT", "SCC", "A", "iPad", "7", "41", "302", "1978", "1200", "12345", "304B"]
    assert len({shape(word) for word in written}) == len(written)


@pytest.mark.parametrize(
    ("printed", "other"),
    [(". ", "."), ("\n", "\n\n"), ("  ", " "), (" (", "("), (" & ", " - "), ("\u2e2e", "\u2e2e\n")],
)
def test_gaps_that_mean_different_things_differ(printed: str, other: str) -> None:
    assert gap(printed) != gap(other)


@pytest.mark.parametrize(("printed", "same"), [("\n \n\n", "\n\n"), (".....", ".."), ("    ", "\t")])
def test_gaps_that_mean_the_same_do_not(printed: str, same: str) -> None:
    assert gap(printed) == gap(same)


def test_prose_without_a_name_is_not_read() -> None:
    assert near_cues(["The", "appeal", "was", "heard", "at", "length", "and", "then", "it", "was", "dismissed"]) == []


def test_what_stands_near_a_name_or_number_is_read() -> None:
    said = "it is said that on the day after he had seen Ram near the well in the field of his own"
    words = said.split()
    kept = near_cues(words)
    at = words.index("Ram")
    assert kept == list(range(at - REACH, at + REACH + 1))
    assert all(is_cue(word) for word in ("Ram", "1978", "SCC", "section", "4A"))
    assert not any(is_cue(word) for word in ("The", "However", "well", "dismissed"))


@given(st.lists(st.integers(1, 8), max_size=900))
def test_windows_hold_every_word_and_fit(lengths: list[int]) -> None:
    found = list(cuts(lengths))
    assert sorted({at for first, after in found for at in range(first, after)}) == list(range(len(lengths)))
    assert all(sum(lengths[first:after]) <= WINDOW - 2 for first, after in found)
    assert all(later[0] < earlier[1] for earlier, later in pairwise(found))
    assert len(found) <= 1 + sum(lengths) // (WINDOW - 2 - OVERLAP - 8)


def test_words_that_were_not_read_are_outside_names() -> None:
    first, second = np.full((3, TAGS), 1, dtype=np.float32), np.full((3, TAGS), 2, dtype=np.float32)
    whole = stitched([([1, 2, 4], first), ([2, 4, 6], second)], 8)
    assert whole[:, 1].tolist()[1:3] == [1, 1]
    assert whole[4, 1] == whole[6, 1] == 2
    assert all(whole[at].argmax() == OUTSIDE and whole[at, 1] < 0 for at in (0, 3, 5, 7))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("under the I.P.C. he", "I.P.C", "I.P.C."),
        ("under the IPC.", "IPC", "IPC"),
        ("Alpha Traders Pvt. Ltd. is", "Alpha Traders Pvt. Ltd", "Alpha Traders Pvt. Ltd."),
        ("Ram v. State & Ors.", "Ram v. State & Ors", "Ram v. State & Ors"),
        ("Section 10(1) of", "Section 10(1", "Section 10(1)"),
        ("in Ram v. Sham [(2009) 13 SCC 123] it", "Ram v. Sham [(2009) 13 SCC 123", "Ram v. Sham [(2009) 13 SCC 123]"),
        ("(see Ram v. Sham)", "Ram v. Sham", "Ram v. Sham"),
        ("in (1978) 1 SCC 248 it", "1978) 1 SCC 248", "(1978) 1 SCC 248"),
    ],
)
def test_marks_at_the_ends_of_a_name(text: str, words: str, name: str) -> None:
    start = text.index(words)
    found = settled(text, Span(start, start + len(words), "ORG"))
    assert text[found.start : found.end] == name


@given(st.text(alphabet="Ab(]).[ ", max_size=30), st.data())
def test_a_name_grows_by_marks_alone_and_stays_inside_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = settled(text, Span(start, end, "ORG"))
    assert 0 <= found.start <= start <= end <= found.end <= len(text)
    assert found.end - end <= 3
    assert start - found.start <= 2
