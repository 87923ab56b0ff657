"""Which of many numbers at line starts are a text's own numbering, and which belong to lists and quotations in it."""

from collections.abc import Sequence

_GAP = 10  # numbers that may be missing, and the run goes on
_GAP_COST = 0.1  # for each missing number: less than a step is worth
JUMP_COST = 3.0  # so many numbers must follow for a jump to be worth while
_LIST_COST = 0.3  # numbers of a list begin anew within a paragraph: worth less, so that the paragraphs' own win


def rising(numbers: Sequence[int], jump_cost: float = JUMP_COST) -> list[int]:
    """Indexes of the best rising run through `numbers`, in order; linear in their count.

    A step to the next number is best, a small gap costs a little, a jump costs `jump_cost` steps, to be
    made up for by what follows, and numbers that only continue a list begun anew at 1 count for less.
    """
    ends: dict[int, tuple[float, int]] = {}
    back: list[int] = []
    top: tuple[float, int] = (0.0, -1)
    for index, (number, listed) in enumerate(zip(numbers, _in_lists(numbers), strict=True)):
        score, before = max(_steps(number, ends, top, numbers, jump_cost), key=lambda step: step[0])
        score -= _LIST_COST if listed else 0.0
        back.append(before)
        if number not in ends or score > ends[number][0]:
            ends[number] = (score, index)
        top = max(top, (score, index), key=lambda end: end[0])
    return _path(back, top[1])


def _steps(
    number: int,
    ends: dict[int, tuple[float, int]],
    top: tuple[float, int],
    numbers: Sequence[int],
    jump_cost: float,
) -> list[tuple[float, int]]:
    steps = [(1.0 - min(_GAP_COST * (number - 1), jump_cost), -1)]
    for gap in range(1, _GAP + 1):
        if number - gap in ends:
            score, index = ends[number - gap]
            steps.append((score + 1.0 - _GAP_COST * (gap - 1), index))
    score, index = top
    if index >= 0 and numbers[index] < number:
        steps.append((score + 1.0 - jump_cost, index))
    return steps


def _in_lists(numbers: Sequence[int]) -> list[bool]:
    """Whether each number continues, without a break, a run that began at 1 after the first 1 of all."""
    listed: list[bool] = []
    seen_one = False
    for index, number in enumerate(numbers):
        if number == 1:
            listed.append(seen_one)
            seen_one = True
        else:
            listed.append(bool(index) and number == numbers[index - 1] + 1 and listed[-1])
    return listed


def _path(back: Sequence[int], end: int) -> list[int]:
    path: list[int] = []
    while end >= 0:
        path.append(end)
        end = back[end]
    return path[::-1]
