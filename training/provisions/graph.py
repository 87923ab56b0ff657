"""What the graph has for the training: passages of provisions with their vectors, and the signals of questions."""

import random
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import torch

from kg.edges import FromDocument
from kg.nodes import Chunk, Provision
from kg.search.hybrid import embedder_of
from kg.store import Store
from qa.evidence import Evidence, Signal
from qa.retrieval.provisions.asked import Asking
from qa.retrieval.provisions.signals import Knowledge, candidates
from qa.understanding.understand import understand
from training.choice import Case
from training.provisions.network import Passages
from training.provisions.questions import Written


def told_provisions(store: Store) -> list[Provision]:
    """The provisions that have words of their own."""
    return [node for node in store.find(Provision) if node.text or node.heading]


def passages_of(store: Store, provisions: Sequence[Provision]) -> Passages:
    """The passages of provisions, as the graph has them."""
    places = {node.id: place for place, node in enumerate(provisions)}
    homes = {edge.source: places[edge.target] for edge in store.expand(list(places), [FromDocument], "in")}
    found = [(c.embedding, homes[c.id]) for c in store.scan_nodes(Chunk, embeddings=True) if c.id in homes]
    vectors = torch.from_numpy(np.stack([vector for vector, _ in found if vector is not None]))
    return Passages(vectors, torch.tensor([home for _, home in found]), list(places))


class Weighed:
    """Questions with the signals that the graph gives them where provisions are found by what is `known`."""

    def __init__(self, store: Store, asking: Asking, known: Knowledge) -> None:
        without = frozenset[Signal](["meaning"]) if known == "words" else frozenset[Signal]()
        embedder = embedder_of if known == "vectors" else lambda store: None
        self._evidence = Evidence(store, embedder, without)
        self._asking = asking

    def case(self, asked: Written, weight: float = 1.0, acts: Collection[str] | None = None) -> Case:
        """The candidates of a question among some `acts`, by default those that it names or all."""
        question = understand(self._evidence.store, asked.text)
        if acts is not None:
            question.acts = list(acts)
        nodes, rows = candidates(question, self._evidence, self._asking)
        return Case(rows, np.array([float(node.id in asked.provisions) for node in nodes]), weight)


def cases_of(
    held: Sequence[Written],
    others: Sequence[Written],
    beside: Sequence[Written],
    weighed: Weighed,
    settings: Mapping[str, Any],
    acts: Collection[str],
) -> Mapping[str, list[Case]]:
    """By kind: the held-out writer's questions on provisions that others asked of and on such as none did, some of them
    asked of all other acts, and those `beside`: made of headings, or on what no act here has."""
    draw = random.Random(settings["seed"])
    seen = {id for question in others for id in question.provisions}
    moved = draw.sample(held, int(settings["elsewhere"] * len(held)))
    return {
        "known": [weighed.case(q, settings["known"]) for q in held if q.provisions <= seen],
        "new": [weighed.case(q) for q in held if not q.provisions <= seen],
        "moved": [weighed.case(q, 1.0, _without(acts, q)) for q in moved],
        **{kind: [weighed.case(q) for q in beside if q.writer == kind] for kind in {q.writer for q in beside}},
    }


def _without(acts: Collection[str], question: Written) -> list[str]:
    own = {id.partition("/")[0] for id in question.provisions}
    return sorted(set(acts) - own)
