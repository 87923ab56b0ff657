"""The role of each passage of a judgment."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from extraction.judgments.roles.signals import Passage, table
from extraction.judgments.roles.weights import LEARNT, weights
from extraction.records import Chunk, Opinion, PassageRole

_HEADING = re.compile(r"^#{1,6}[ \t]+(?:(?:[IVX]+|[A-Z]|\d+)[.)][ \t]+)?(?P<title>[^\n]*?)[ \t#:.*]*$", re.MULTILINE)


def with_roles(text: str, chunks: Sequence[Chunk], opinions: Sequence[Opinion]) -> tuple[Chunk, ...]:
    """The chunks of a judgment with their roles.

    What stands, by its middle, in a dissenting opinion is `dissent`; what stands under a heading that names a part is
    of that part.
    """
    against = [(o.start, o.end) for o in opinions if o.role == "dissenting"]
    headings = [(m.start(), _named(m["title"])) for m in _HEADING.finditer(text)]
    places = [at for at, _ in headings]

    def role(chunk: Chunk, told: PassageRole) -> PassageRole:
        if any(2 * a <= chunk.start + chunk.end < 2 * b for a, b in against):
            return "dissent"
        above = bisect_right(places, chunk.start) - 1
        return (headings[above][1] if above >= 0 else None) or told

    roles = roles_of([chunk.text for chunk in chunks])
    return tuple(replace(chunk, role=role(chunk, told)) for chunk, told in zip(chunks, roles, strict=True))


def roles_of(texts: Sequence[str]) -> list[PassageRole]:
    """The roles of all passages of a judgment, in order."""
    if not texts:
        return []
    passages = [Passage(text, texts[i - 1] if i else "", i, len(texts)) for i, text in enumerate(texts)]
    own = np.array([weights().odds(passage) for passage in passages])
    return weights().roles(np.pad(own, ((1, 1), (0, 0))), np.array([passage.place for passage in passages]))


def _named(heading: str) -> PassageRole | None:
    """The part that a heading names; None for any other."""
    return next((role for role, pattern in _headings().items() if pattern.fullmatch(heading.strip().lower())), None)


@cache
def _headings() -> Mapping[PassageRole, re.Pattern[str]]:
    return {role: re.compile(table()["headings"][role]) for role in LEARNT}
