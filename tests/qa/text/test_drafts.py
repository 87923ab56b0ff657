"""A draft as sentences, with the markers that stand behind them."""

import pytest

from qa.text.drafts import arriving, sentences


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        ("It was overruled. It is void.", ["It was overruled.", "It is void."]),
        ("It was overruled. [1] It is void. [2, 3]", ["It was overruled. [1]", "It is void. [2, 3]"]),
        ("It was overruled [1]. It is void.", ["It was overruled [1].", "It is void."]),
        ("- It was overruled.\n- It is void.", ["It was overruled.", "It is void."]),
        ("It was overruled\nIt is void", ["It was overruled", "It is void"]),
        ("A.K. Gopalan v. State of Madras was overruled.", ["A.K. Gopalan v. State of Madras was overruled."]),
        ("  \n\n ", []),
        ("", []),
        ("[1]", ["[1]"]),
    ],
)
def test_the_sentences_of_a_draft(draft: str, expected: list[str]) -> None:
    assert sentences(draft) == expected
    assert list(arriving([draft])) == expected
    assert list(arriving(draft)) == expected


def test_a_marker_that_comes_late_still_belongs_to_its_sentence() -> None:
    given = arriving(["It was overruled.", " [1]", " It is void."])
    assert next(given) == "It was overruled. [1]"
    assert next(given) == "It is void."
