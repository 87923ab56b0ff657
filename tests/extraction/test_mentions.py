"""The pipeline as a whole: offsets, paragraphs, blocks, and texts of any size and shape."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.pipeline import COMPONENTS, nlp
from extraction.records import Paragraph
from extraction.text.passages import paragraphs
from extraction.text.sentences import sentence_starts
from tests.support.reading import read_mentions

TITLE = "P. Own v. State of Nowhere"
CASE = "Ram Lal v. State of Bihar, AIR 1960 SC 27"


def test_the_pipeline_is_assembled_once() -> None:
    assert nlp() is nlp()
    assert tuple(nlp().pipe_names) == COMPONENTS


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It failed. The appeal is dismissed.", ["It failed.", "The appeal is dismissed."]),
        (
            "In State of U.P. v. Ram, A.I.R. 1950 S.C. 27, it held so.",
            ["In State of U.P. v. Ram, A.I.R. 1950 S.C. 27, it held so."],
        ),
        ("Under Art. 14 and S. 5 of the Act. He went.", ["Under Art. 14 and S. 5 of the Act.", "He went."]),
        (
            "Mr. K. S. Rao for M/s. Alpha Co. Ltd. appeared. We heard him.",
            ["Mr. K. S. Rao for M/s. Alpha Co. Ltd. appeared.", "We heard him."],
        ),
        ("See the Act.\n2.  Next point.", ["See the Act.", "2.  Next point."]),
        ("a line that\nwraps on. Done?", ["a line that\nwraps on.", "Done?"]),
        ('He said "Never." She left.', ['He said "Never."', "She left."]),
    ],
)
def test_sentences_end_where_they_end(text: str, sentences: list[str]) -> None:
    assert [sentence.text.strip() for sentence in nlp()(text).sents] == sentences


@settings(deadline=None)
@given(st.text(max_size=400))
def test_tokens_and_sentences_cover_any_text(text: str) -> None:
    doc = nlp()(text)
    assert doc.text == text
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text
    starts = sentence_starts(text)
    assert starts[0] == 0
    assert starts == sorted(set(starts))


def test_only_the_paragraphs_are_read() -> None:
    text = f"Header naming {CASE}.\n1. We follow Mohan Das v. State of Assam, AIR 1970 SC 41.\nFooter: {CASE}."
    start, end = text.index("1. We"), text.index("Footer")
    (reference,) = read_mentions(text, [Paragraph("1", start, end)], TITLE).references
    assert reference.title == "Mohan Das v. State of Assam"
    assert [m.paragraph for m in reference.mentions] == ["1"]


def test_mentions_are_verbatim_at_their_offsets() -> None:
    paragraphs, text = [], ""
    for number in range(1, 400):
        start = len(text)
        filler = "The facts are long and plain. " * 10
        text += f"{number}. {filler}We follow {CASE} and section {number} of the Indian Penal Code.\n"
        paragraphs.append(Paragraph(str(number), start, len(text)))
    found = read_mentions(text, paragraphs, TITLE)
    (reference,) = found.references
    assert [m.paragraph for m in reference.mentions] == [str(n) for n in range(1, 400)]
    assert all(text[m.start : m.end] == m.text and m.quote in text for m in reference.mentions)
    assert [p.number for p in found.provisions] == [str(n) for n in range(1, 400)]
    assert all(text[p.start : p.end] == p.text for p in found.provisions)
    assert {act.id for act in found.acts} == {"indian-penal-code-1860"}


def test_a_text_without_paragraphs_names_nothing() -> None:
    found = read_mentions(f"We follow {CASE}.", [], TITLE)
    assert (found.references, found.provisions, found.acts) == ((), (), ())


@pytest.mark.parametrize(
    "text",
    [
        f"{'word ' * 200_000}{CASE}",
        "1" * 1_000_000,
        "(" * 100_000,
        " " * 500_000,
        "\n" * 300_000,
        '"' * 100_000,
        "Section " + "302, " * 50_000,
        "Art. 19" + "(1)" * 50_000,
        "Xyz and " * 30_000 + "Act",
        "A. " * 60_000,
        "Sita's case " * 8_000,
    ],
    ids=[
        "one line",
        "digits",
        "brackets",
        "spaces",
        "lines",
        "quotes",
        "sections",
        "clauses",
        "act",
        "initials",
        "cases",
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    read_mentions(text, [Paragraph(None, 0, len(text))], TITLE)
    assert time.process_time() - start < 20


@given(
    st.lists(
        st.sampled_from(
            [
                CASE,
                "s. 302 IPC",
                "the Act",
                "(supra)",
                "Ram Lal's case",
                "overruled",
                "in",
                "and",
                "\n",
                ". ",
                '"',
                "v.",
            ]
        ),
        max_size=30,
    )
)
def test_any_mixture_is_read(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read_mentions(text, [Paragraph("7", 0, len(text))], TITLE)
    for reference in found.references:
        assert all(
            text[m.start : m.end] == m.text and m.quote in text and len(m.quote) <= 600 for m in reference.mentions
        )


def test_a_quote_ends_with_its_paragraph() -> None:
    text = "1. He relied on article 21.\n\n## Issue\n\n2. Whether section 302 IPC applies."
    body = paragraphs(text)
    assert [p.quote for p in read_mentions(text, body, "A v. B").provisions] == [
        "He relied on article 21.",
        "Whether section 302 IPC applies.",
    ]
