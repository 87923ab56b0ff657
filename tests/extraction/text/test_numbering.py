"""The text's own numbering, told from lists and quotations inside it."""

import pytest

from extraction.text.numbering import rising


@pytest.mark.parametrize(
    ("numbers", "own"),
    [
        ([], []),
        ([1, 2, 3], [1, 2, 3]),
        ([1, 2, 4, 5, 6], [1, 2, 4, 5, 6]),
        ([1, 2, 1, 2, 3, 3, 4], [1, 2, 3, 4]),
        ([1, 2, 3, 17, 4, 5], [1, 2, 3, 4, 5]),
        ([1, 2, 3, 300, 4, 5, 6], [1, 2, 3, 4, 5, 6]),
        ([5, 6, 7, 8], [5, 6, 7, 8]),
        ([1, 2, 3, 40, 41, 42, 43, 44, 45], [1, 2, 3, 40, 41, 42, 43, 44, 45]),
    ],
)
def test_the_best_rising_run(numbers: list[int], own: list[int]) -> None:
    assert [numbers[index] for index in rising(numbers)] == own


def test_a_list_begun_anew_at_one_is_no_part_of_the_numbering() -> None:
    numbers = [1, 2, 3, 1, 2, 3, 4, 4, 5, 6]
    assert rising(numbers)[:3] == [0, 1, 2]
    assert rising(numbers)[-2:] == [8, 9]


def test_a_dearer_jump_keeps_to_what_goes_on() -> None:
    numbers = [1, 2, 3, 30, 31]
    assert [numbers[i] for i in rising(numbers, jump_cost=0.5)] == [1, 2, 3, 30, 31]
    assert [numbers[i] for i in rising(numbers, jump_cost=10.0)] == [1, 2, 3]


def test_thousands_of_numbers_take_no_time() -> None:
    assert len(rising(list(range(1, 20_001)))) == 20_000
