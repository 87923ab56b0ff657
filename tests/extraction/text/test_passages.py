"""Paragraphs as the court numbers them, and chunks that cover every word of them verbatim."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.records import Paragraph
from extraction.text.numbering import rising
from extraction.text.passages import chunks, paragraphs

LONG = "petitioner was a clerk in the office of the collector until he was dismissed"


def numbers(text: str) -> list[str | None]:
    return [paragraph.number for paragraph in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. One.\n2. Two.\n3. Three.", ["1", "2", "3"]),
        ("Leave granted.\n1. One.\nstill one\n2. Two.", [None, "1", "2"]),
        ("1.One.\n2.Two.\n3.Three.", ["1", "2", "3"]),
        ("1.\nOne.\n2.\nTwo.\n3.\nThree.", ["1", "2", "3"]),
        ("1. One.\n2. Two.\n4. Four.\n5. Five.", ["1", "2", "4", "5"]),
        (f"1 The {LONG}.\n2 A {LONG}.\n3 The {LONG}.", ["1", "2", "3"]),
        (f"I. The {LONG}.\nII. A {LONG}.\nIII. The {LONG}.", ["1", "2", "3"]),
        ("[1] One.\n[2] Two.\n[3] Three.\n[4] Four.\n[5] Five.", ["1", "2", "3", "4", "5"]),
        (f"12 Acres {LONG}.\n40 Bags {LONG}.\n97 Carts {LONG}.", [None]),
        ("I. FACTS\nHe fell.\nII. LAW\nNone.\nIII. ORDER\nSo.", [None]),
        ("1. He was tried under section\n302. of the Code.\n2. Two.\n3. Three.", ["1", "2", "3"]),
        ("1. Wounds:\n2. Two.\n3. List:\n1. a cut\n2. a bruise\n4. Four.\n5. Five.", ["1", "2", "3", "4", "5"]),
        ("1. One.\n2. Quoting:\n“3. Of theft.”\n3. Three.\n4. Four.", ["1", "2", "3", "4"]),
        ("1. One.\n2. Paid on 2.5.1998\n2.50 rupees.\n3. Three.", ["1", "2", "3"]),
        ("1. One.\n2. Two:\n2.1. First.\n2.2. Second.\n3. Three.", ["1", "2", "2.1", "2.2", "3"]),
        ("1. One.\n2. Two.\n2A. More.\n3. Three.", ["1", "2", "2A", "3"]),
        ("(1) One.\n(2) Two.\n(3) Three.\n(4) Four.\n(5) Five.", ["1", "2", "3", "4", "5"]),
        ("1. One.\n2. Two:\n(1) a\n(2) b\n3. Three.", ["1", "2", "3"]),
        ("1. One.\n2. Two.\nROE, J.:\n1. I agree.\n2. And more.", ["1", "2", "1", "2"]),
        ("1. One.\n2. Two: the directions are\n1. pay\n2. go", ["1", "2"]),
        ("2. Two.\n69. Much later.\n70. And on.\n71. And on.\n72. And on.", ["2", "69", "70", "71", "72"]),
        ("One thing.\n\nAnother thing.\nstill that", [None, None]),
        ("## Facts\n\n1. One.\n\n## Holding\n\n2. Two.\n\n3. Three.", ["1", "2", "3"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_numbered_paragraphs(text: str, expected: list[str | None]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("SEN, J. I agree.\n3. Three.", ["1", "2", None, "3"]),
        ("SEN, J.\n1. One again.\n2. Two again.", ["1", "2", None, "1", "2"]),
        ("1. SEN, J.: One again.\n2. Two again.", ["1", "2", "1", "2"]),
    ],
)
def test_a_judge_begins_a_paragraph_with_or_without_a_number(second: str, expected: list[str | None]) -> None:
    first = "1. One.\n2. The appeal is dismissed.\n"
    found = paragraphs(first + second, opinions=[0, len(first)])
    assert [paragraph.number for paragraph in found] == expected
    assert len(first) in {paragraph.start for paragraph in found}


def test_a_paragraph_holds_its_lists_and_quotations() -> None:
    text = "1. The injuries were:\n1. a cut\n2. a bruise\nand no more.\n2. Two.\n3. Three."
    first = paragraphs(text)[0]
    assert text[first.start : first.end] == "1. The injuries were:\n1. a cut\n2. a bruise\nand no more."


def test_headings_are_between_paragraphs() -> None:
    text = "## Facts\n\n1. One.\n\n## Holding\n\n2. Two.\n"
    assert [text[p.start : p.end] for p in paragraphs(text)] == ["1. One.", "2. Two."]


def test_only_the_asked_part_is_read() -> None:
    text = "1. Head.\n2. Head.\nJUDGMENT\n1. One.\n2. Two.\nAbout"
    start, end = text.index("1. One"), text.index("About")
    assert [text[p.start : p.end] for p in paragraphs(text, start, end)] == ["1. One.", "2. Two."]


@given(st.lists(st.integers(1, 400), max_size=80))
def test_rising_is_a_rising_run(values: list[int]) -> None:
    chosen = rising(values)
    assert chosen == sorted(set(chosen))
    assert all(values[a] < values[b] for a, b in pairwise(chosen))


@given(st.integers(8, 60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 6)), max_size=4))
def test_shorter_lists_inside_do_not_disturb_a_full_numbering(count: int, lists: list[tuple[int, int]]) -> None:
    lengths = dict(lists)
    values: list[int] = []
    court: list[int] = []
    for number in range(1, count + 1):
        court.append(len(values))
        values.append(number)
        values.extend(range(1, lengths.get(number - 1, 0) + 1))
    chosen = [values[index] for index in rising(values)]
    assert chosen == list(range(1, count + 1))


PROSE = st.lists(
    st.sampled_from(
        ["The", "appeal", "is", "dismissed.", "1.", "2.", "\n", "\n\n", "v.", "Sec.", "3.", "\t", "(a)", "§" * 90]
    ),
    max_size=300,
).map(" ".join)


@settings(max_examples=150)
@given(PROSE | st.text(max_size=900), st.integers(20, 500), st.integers(0, 9))
def test_chunks_are_verbatim_bounded_and_cover_every_word(text: str, size: int, overlap: int) -> None:
    found = paragraphs(text)
    made = chunks(text, found, size, overlap)
    assert [chunk.ordinal for chunk in made] == list(range(len(made)))
    covered: set[int] = set()
    for chunk in made:
        assert chunk.text == text[chunk.start : chunk.end]
        assert chunk.text == chunk.text.strip()
        assert 0 < len(chunk.text) <= size
        covered.update(range(chunk.start, chunk.end))
    wanted = {i for p in found for i in range(p.start, p.end) if not text[i].isspace()}
    assert wanted <= covered
    for chunk in made:
        owners = {p.number for p in found if p.start < chunk.end and chunk.start < p.end}
        assert len(owners) == 1
        assert chunk.paragraphs == tuple(number for number in owners if number)


@given(PROSE)
def test_paragraphs_are_ordered_and_leave_out_nothing_but_blanks(text: str) -> None:
    found = paragraphs(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = "".join(text[p.start : p.end] for p in found)
    assert "".join(kept.split()) == "".join(text.split())


def test_chunks_end_with_sentences_where_they_can_and_overlap() -> None:
    sentence = "The learned judge held that the order was bad in law. "
    text = "1. " + sentence * 30
    made = chunks(text, paragraphs(text), 500, 50)
    assert len(made) > 3
    assert all(chunk.text.endswith("in law.") for chunk in made)
    assert all(0 < a.end - b.start <= 51 for a, b in pairwise(made))
    assert {chunk.paragraphs for chunk in made} == {("1",)}


def test_short_unnumbered_paragraphs_share_a_chunk() -> None:
    text = "One thing.\n\nAnother thing."
    assert [chunk.text for chunk in chunks(text, paragraphs(text))] == [text]


@pytest.mark.parametrize(("size", "overlap"), [(100, 50), (100, -1), (0, 0)])
def test_impossible_sizes_are_refused(size: int, overlap: int) -> None:
    with pytest.raises(ValueError, match="overlap"):
        chunks("text", [Paragraph(None, 0, 4)], size, overlap)


@pytest.mark.parametrize(
    "text",
    [
        "The appeal is dismissed with costs. " * 60_000,
        "9" * 1_000_000,
        "(" * 100_000,
        "1. a\n" * 200_000,
        "\n" * 1_000_000 + "x",
        " " * 1_000_000 + "x",
    ],
    ids=["one line", "digits", "brackets", "list", "newlines", "blanks"],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    began = time.perf_counter()
    chunks(text, paragraphs(text))
    assert time.perf_counter() - began < 10


def test_judgments_of_the_corpus_are_numbered_from_one(shared_data: Path) -> None:
    files = sorted((shared_data / "judgments" / "aila2019").glob("C*1.txt"))[:100]
    texts = [path.read_text("utf-8", errors="replace") for path in files]
    starts = [next((n for n in numbers(text) if n), None) for text in texts]
    assert sum(start == "1" for start in starts) >= 0.95 * len(starts)
