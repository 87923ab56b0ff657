"""Texts that say the same: one quotes the other, or both quote a third."""

import re

RUN = 4  # words: so many in a row are seldom met by chance
SAME = 0.5  # of the runs of the shorter text


def alike(one: str, other: str) -> bool:
    """Whether half of the shorter text's runs of words stand in the other too."""
    runs, others = _runs(one), _runs(other)
    return len(runs & others) >= SAME * max(1, min(len(runs), len(others)))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z]+", text.lower())
    return {tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))}
