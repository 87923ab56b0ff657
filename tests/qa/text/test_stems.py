"""Words by which questions, drafts and passages are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.masking import blank
from qa.text.stems import squeeze, stem, stems
from qa.text.treatment_words import says, treatments


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("appeal", "appeals"),
        ("privacy", "privacies"),
        ("detention", "detentions"),
        ("punishment", "punished"),
        ("educate", "education"),
        ("grass", "grass"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_double_s_is_no_plural() -> None:
    assert stem("loss") == "loss"
    assert stem("cess") == "cess"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Privacy is part of life and liberty.", {"priva", "life", "liber"}),
        ("The Court held that the appeal fails.", {"appea", "fail"}),
        ("PRIVACY privacy Privacies", {"priva"}),
        ("It is so.", set()),
        ("Article 21 of 1978", set()),
        ("", set()),
    ],
)
def test_the_content_words_of_a_text(text: str, expected: set[str]) -> None:
    assert stems(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No person shall be deprived", "no  person,\nshall be — deprived!"),
        ("A.K. Gopalan", "AK Gopalan"),
        ("“seriously flawed”", "seriously flawed"),
    ],
)
def test_quotes_are_compared_by_their_letters(one: str, other: str) -> None:
    assert squeeze(one) == squeeze(other)


def test_other_words_are_another_quote() -> None:
    assert squeeze("shall be deprived") != squeeze("shall not be deprived")


def test_blanking_keeps_every_place() -> None:
    text = "Maneka Gandhi overruled nobody."
    blanked = blank(text, [(0, 13), (24, 30)])
    assert blanked == "§§§§§§§§§§§§§ overruled §§§§§§."
    assert blank(text, []) == text


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_blanking_never_moves_the_text(text: str, places: list[tuple[int, int]]) -> None:
    spans = [(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in places]
    blanked = blank(text, spans)
    assert len(blanked) == len(text)
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(blanked[at] == ("§" if at in covered else text[at]) for at in range(len(text)))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Which cases overruled it?", {"overruled"}),
        ("Was it overturned?", {"overruled", "reversed"}),
        ("Which cases over-ruled it", {"overruled"}),
        ("Has it been distinguished?", {"distinguished"}),
        ("Who applied it?", {"followed"}),
        ("Who relied upon it?", {"followed"}),
        ("Was it set aside?", {"reversed"}),
        ("Was it upheld?", {"affirmed", "followed"}),
        ("Was it doubted?", {"overruled", "doubted", "distinguished"}),
        ("What did it hold?", set()),
        ("It is followed by article 22.", set()),
    ],
)
def test_the_treatments_that_words_stand_for(text: str, kinds: set[str]) -> None:
    assert set(treatments(text)) == kinds


@pytest.mark.parametrize(
    ("text", "kinds", "said"),
    [
        ("It was overruled.", {"overruled"}, True),
        ("It was overturned.", {"overruled"}, False),
        ("It was overturned.", {"overruled", "reversed"}, True),
        ("It was followed.", {"overruled"}, False),
        ("It was decided.", {"overruled"}, False),
    ],
)
def test_a_word_that_stands_for_these_kinds_alone(text: str, kinds: set[str], said: bool) -> None:
    assert says(text, kinds) is said
