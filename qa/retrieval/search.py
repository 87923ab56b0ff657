"""Passages by their words."""

from dataclasses import dataclass

from kg.nodes import Chunk, Node
from kg.search.embedding import Embedder
from kg.search.hybrid import hybrid_search
from kg.store import Store
from qa.citator.standing import warnings
from qa.errors import QuestionError
from qa.evidence import documents_of
from qa.text import wording


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage and the case or provision it stands in; the higher the score the better.

    `warning` says by whom the case was overruled, reversed or doubted.
    """

    node: str
    title: str
    citation: str
    documents: list[str]
    paragraph: str | None
    page: str | None
    text: str
    score: float
    warning: str


def search(store: Store, text: str, top: int = 10, embedder: Embedder | None = None) -> list[Passage]:
    """The `top` passages that have most of the words of `text`, or are nearest to its meaning by `embedder`.

    Raises `QuestionError` where it has no words.
    """
    if not any(character.isalnum() for character in text):
        raise QuestionError("there is nothing to search for; give some words")
    hits = hybrid_search(store, text, top, embedder)
    owners = {node.id: node for node in store.nodes(sorted({hit.home for hit in hits if hit.home}))}
    warned = warnings(store, owners)
    return [
        _passage(hit.node, owner, hit.score, warned.get(owner.id, ""))
        for hit in hits
        if (owner := owners.get(hit.home or ""))
    ]


def _passage(chunk: Chunk, owner: Node, score: float, warning: str) -> Passage:
    paragraph, page = (next(iter(places), None) for places in (chunk.paragraphs, chunk.pages))
    return Passage(
        owner.id,
        wording.title(owner),
        wording.best_citation(owner),
        documents_of(owner),
        paragraph,
        page,
        chunk.text.strip(),
        round(score, 4),
        warning,
    )
