"""Where sentences of legal prose end, and what of one is quoted."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.text.sentences import abbreviates, quote_span, sentence_at, sentence_starts

WORDS = st.text(alphabet=" abcAB.,;?!\"'()[]\n1v", max_size=120)


def sentences(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in pairwise([*sentence_starts(text), len(text)])]


@pytest.mark.parametrize(
    "text",
    [
        "The appeal fails. | It is dismissed.",
        "What then is the test? | The test is of reasonableness.",
        "He said “it is void.” | We agree.",
        "The rule was stated thus: | \n“No person shall be condemned unheard.”",
        "The plea was rejected (see para 12.) | The High Court was right.",
        "Section 302 was invoked. | [1978] 2 SCR 621 was cited.",
        "The order was made in 1978. | Nothing turned on it.",
        "It was so held!  | So it stands.",
    ],
)
def test_a_sentence_ends_at_its_full_stop(text: str) -> None:
    assert sentences(text.replace(" | ", " ")) == [part.strip() for part in text.split(" | ")]


@pytest.mark.parametrize(
    "text",
    [
        "In Ram Lal v. State of U.P. AIR 1965 SC 1 the rule was laid down.",
        "Art. 21 and Sec. 5 of the Act were read together.",
        "The suit was by M/s. Lall Bros. Ltd. Against the Corporation.",
        "Mr. A. K. Sen, Dr. Singhvi and Smt. Jaising appeared.",
        "Ray, C.J. Observed that the Code governs.",
        "It was decided on 3rd Sept. 1974 by Beg, J. Alone.",
        "The Govt. Of India and Ors. Were respondents Nos. 1 to 3.",
        "The price was Rs. 500 a ton, i.e. Twice the fixed one.",
        "S. 34 I.P.C. Was applied.",
        "He proved Exs. P-1 to P-9, and P.Ws. 3 and 4 and PWs. 5 to 7 saw Ext. 12.",
        "1. The appellant was tried.",
    ],
)
def test_a_full_stop_that_abbreviates_ends_nothing(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The court having\nconsidered the matter\nallows the appeal.", 1),
        ("The following questions arise:\nwhether notice was given", 2),
        ("JUDGMENT\n\nThe appeal is by special leave", 2),
        ("The conditions are\n(a) notice\n(b) hearing", 3),
        ("The grounds urged were\n1. bias\n2. delay", 3),
    ],
)
def test_a_line_break_ends_a_sentence_only_where_the_print_says_so(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize("word", ["v", "A", "A.I.R", "S.C", "Ltd", "Art", "sec", "Nos", "Mr", "M/s", "Govt", "J"])
def test_words_whose_full_stop_is_their_own(word: str) -> None:
    assert abbreviates(word)


@pytest.mark.parametrize("word", ["appeal", "1978", "dismissed", "state", "21", "act"])
def test_words_whose_full_stop_ends_a_sentence(word: str) -> None:
    assert not abbreviates(word)


@given(WORDS)
def test_sentences_begin_at_the_start_rise_and_lie_within_the_text(text: str) -> None:
    starts = sentence_starts(text)
    assert starts[0] == 0
    assert all(a < b for a, b in pairwise(starts))
    assert all(start < len(text) for start in starts[1:])


@pytest.mark.parametrize(("place", "expected"), [("first", "The first case."), ("third", "The third.")])
def test_the_sentence_of_a_place(place: str, expected: str) -> None:
    text = "The first case. A second one. The third."
    at = text.index(place)
    start, end = sentence_at(sentence_starts(text), len(text), at, at + len(place))
    assert text[start:end].strip() == expected


def test_a_place_that_reaches_over_an_end_has_both_sentences() -> None:
    text = "The first case. A second one. The third."
    start, end = sentence_at(sentence_starts(text), len(text), text.index("case"), text.index("one"))
    assert text[start:end].strip() == "The first case. A second one."


def test_a_quotation_leaves_the_number_of_the_paragraph_out() -> None:
    text = "12. We respectfully follow Maneka Gandhi.  "
    at = text.index("Maneka")
    start, end = quote_span(text, 0, len(text), at, at + 13)
    assert text[start:end] == "We respectfully follow Maneka Gandhi."


def test_a_long_sentence_is_quoted_around_the_place_in_whole_words() -> None:
    text = (
        "The learned judges considered every ground in turn and " * 40 + "followed Maneka Gandhi " + "and so on " * 200
    )
    at = text.index("Maneka")
    start, end = quote_span(text, 0, len(text), at, at + 13)
    quoted = text[start:end]
    assert "followed Maneka Gandhi" in quoted
    assert len(quoted) <= 600
    assert text[start - 1] == " "
    assert text[end] == " "


@given(st.integers(0, 900), st.integers(1, 50), st.integers(1, 1500))
def test_a_quotation_holds_its_place_and_is_never_too_long(at: int, length: int, total: int) -> None:
    text = ("word " * 400)[: max(total, at + length)]
    start, end = quote_span(text, 0, len(text), at, at + length)
    assert 0 <= start <= at
    assert start <= end <= len(text)
    assert end - start <= 600
    assert end >= min(at + length, len(text.rstrip()))
