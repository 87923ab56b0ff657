"""Passages by their words and by what they mean, the two rankings fused."""

from collections.abc import Sequence
from dataclasses import replace

from kg.cache import per_version
from kg.nodes import Chunk, Document
from kg.search.embedding import Embedder, default_embedder
from kg.store import Hit, Store, StoreError

_DAMPING = 60  # the constant of reciprocal rank fusion as published (Cormack and others 2009)


def hybrid_search(
    store: Store, text: str, k: int, embedder: Embedder | None, within: Sequence[str] | None = None
) -> list[Hit[Chunk]]:
    """The `k` best passages by reciprocal rank among keyword hits and the nearest vectors; ties go by id.

    Without an embedder, the keyword hits with their own scores. `within` keeps to passages of these cases or
    provisions.
    """
    if embedder is None:
        return store.keyword_search(text, k, Chunk, within)
    by_words = store.keyword_search(text, k, Chunk, within)
    by_meaning = store.vector_search(embedder.encode([text])[0], k, Chunk, within)
    scores: dict[str, float] = {}
    for ranking in (by_words, by_meaning):
        for rank, hit in enumerate(ranking, 1):
            scores[hit.node.id] = scores.get(hit.node.id, 0.0) + 1 / (_DAMPING + rank)
    hits = {hit.node.id: hit for hit in [*by_words, *by_meaning]}
    return [replace(hits[id], score=scores[id]) for id in sorted(scores, key=lambda id: (-scores[id], id))[:k]]


@per_version
def embedder_of(store: Store) -> Embedder | None:
    """The model that the graph was built with; None where there was none, or where it cannot run here."""
    recipes = [document.digest.partition(" ")[2] for document in store.find(Document)]
    names = {recipe.split("/", 2)[2].removesuffix("/ocr") for recipe in recipes if recipe.count("/") >= 2} - {"-"}
    if len(names) != 1:
        return None
    try:
        embedder = default_embedder()
    except StoreError:
        return None
    return embedder if embedder and embedder.name in names else None
