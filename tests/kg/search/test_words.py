"""The words that keyword search asks for."""

import pytest

from kg.search.words import question_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Was the procedure fair? Fair!", ["procedure", "fair"]),
        ("AIR 1978 SC 597", ["air", "1978", "sc", "597"]),
        ("be the his", ["be", "the", "his"]),
        ('fair" OR title:* NEAR(x', ["fair", "title", "near", "x"]),
        ("?!", []),
    ],
)
def test_question_words(text: str, expected: list[str]) -> None:
    assert question_words(text) == expected


def test_a_question_of_endless_words_is_cut() -> None:
    assert len(question_words(" ".join(f"w{i}" for i in range(5000)))) == 300
