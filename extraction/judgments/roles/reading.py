"""The role of each passage of a judgment."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extraction.judgments.roles.signals import Passage
from extraction.judgments.roles.weights import weights
from extraction.records import Chunk, Opinion, PassageRole


def with_roles(chunks: Sequence[Chunk], opinions: Sequence[Opinion]) -> tuple[Chunk, ...]:
    """The chunks of a judgment with their roles; what stands, by its middle, in a dissenting opinion is `dissent`."""
    against = [(o.start, o.end) for o in opinions if o.role == "dissenting"]
    return tuple(
        replace(chunk, role="dissent" if any(2 * a <= chunk.start + chunk.end < 2 * b for a, b in against) else role)
        for chunk, role in zip(chunks, roles_of([chunk.text for chunk in chunks]), strict=True)
    )


def roles_of(texts: Sequence[str]) -> list[PassageRole]:
    """The roles of all passages of a judgment, in order."""
    if not texts:
        return []
    passages = [Passage(text, texts[i - 1] if i else "", i, len(texts)) for i, text in enumerate(texts)]
    own = np.array([weights().odds(passage) for passage in passages])
    return weights().roles(np.pad(own, ((1, 1), (0, 0))), np.array([passage.place for passage in passages]))
