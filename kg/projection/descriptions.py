"""What a judgment says of the cases it cites as nodes, linked to the case described and to the case that speaks."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from extraction.records import CaseMention, Description, Judgment
from kg.edges import Describes, FromDocument
from kg.nodes import Description as DescriptionNode
from kg.projection.projection import Projection


def descriptions_in(judgment: Judgment) -> Iterator[tuple[str, str, CaseMention, Description]]:
    """The descriptions of a judgment in the order of its references: node id, naming id, mention and description."""
    for ordinal, reference in enumerate(judgment.references):
        naming = f"{judgment.name}@{ordinal}"
        for place, mention in enumerate(reference.mentions):
            if mention.description:
                yield f"{naming}.{place}", naming, mention, mention.description


def description_nodes(judgment: Judgment, vectors: Sequence[NDArray[np.float32]] | None) -> list[DescriptionNode]:
    """`Description` nodes of a judgment, with embeddings where there are any."""
    return [
        DescriptionNode(
            id,
            text=said.text,
            quote=said.quote,
            embedding=vector,
            paragraph=mention.paragraph,
            page=mention.page,
            document=judgment.name,
        )
        for (id, _, mention, said), vector in zip(descriptions_in(judgment), vectors or repeat(None), strict=False)
    ]


def link_descriptions(result: Projection, subject: str, judgment: Judgment, cases: Mapping[str, str]) -> None:
    """FROM_DOCUMENT and DESCRIBES of a judgment of the case `subject`; `cases` are those of its naming ids.

    What it says of itself, or of a name that leads to no case, describes none.
    """
    for id, naming, _, _ in descriptions_in(judgment):
        result.add_edge(FromDocument(id, subject))
        if cases[naming] and cases[naming] != subject:
            result.add_edge(Describes(id, cases[naming]))
