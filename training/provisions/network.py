"""A network that reads questions: the encoder, its upper layers taught to point at the passages of what is meant.

The passages' vectors stay as the graph has them, so that a question is told from all provisions at once, and no graph
is made anew for it.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import log_softmax, normalize

from kg.search.encoder import marked_pieces
from training.meaning.encoder import Pooled
from training.provisions.questions import Written

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Passages:
    """Vectors of passages (passages, dimensions), the place of each one's provision among `provisions`."""

    vectors: Tensor
    owners: Tensor
    provisions: list[str]


class Reader:
    """Questions to vectors; what the lower layers make of a question is kept, for they do not change."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        torch.manual_seed(settings["seed"])
        self.network = Pooled(folder)
        self._settings = settings
        layers = self.network.encoder.encoder.layer
        self._lower, self._upper = layers[: settings["frozen"]], layers[settings["frozen"] :]
        self._kept: dict[str, Tensor] = {}

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Unit rows (texts, dimensions)."""
        self._upper.eval()
        with torch.no_grad():
            return np.concatenate([self._read([text]).numpy() for text in texts])

    def learn(self, asked: Sequence[Written], passages: Passages, told: Callable[[int, float], None]) -> None:
        """Go over the questions `epochs` times; `told` is called with each that is done and its mean loss."""
        settings, order = self._settings, random.Random(self._settings["seed"])
        steps = settings["epochs"] * len(list(self._batches(asked, order)))
        optimizer = torch.optim.AdamW(self._upper.parameters(), lr=settings["rate"])
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda s: min(1, (s + 1) / 40) * max(0.02, 1 - s / steps)
        )
        for epoch in range(settings["epochs"]):
            losses = []
            self._upper.train()
            for batch in self._batches(asked, order):
                optimizer.zero_grad()
                loss = self._loss(batch, passages)
                loss.backward()
                optimizer.step()
                schedule.step()
                losses.append(loss.item())
            told(epoch, float(np.mean(losses)))

    def _batches(self, asked: Sequence[Written], order: random.Random) -> Iterator[list[Written]]:
        """Questions of one length together, so that none is padded."""
        shuffled = sorted(order.sample(asked, len(asked)), key=lambda question: len(self._states(question.text)))
        alike = [list(group) for _, group in groupby(shuffled, lambda question: len(self._states(question.text)))]
        size = self._settings["batch"]
        batches = [group[at : at + size] for group in alike for at in range(0, len(group), size)]
        yield from order.sample(batches, len(batches))

    def _loss(self, batch: Sequence[Written], passages: Passages) -> Tensor:
        cosines = self._read([question.text for question in batch]) @ passages.vectors.T
        nearest = torch.full((len(batch), len(passages.provisions)), -1.0)
        nearest = nearest.scatter_reduce(1, passages.owners.expand(len(batch), -1), cosines, "amax")
        meant = [[id in question.provisions for id in passages.provisions] for question in batch]
        wanted = torch.tensor(meant, dtype=torch.float32)
        told = log_softmax(nearest * self._settings["steepness"], dim=1)
        return -((told * wanted).sum(dim=1) / wanted.sum(dim=1)).mean()

    def _read(self, texts: Sequence[str]) -> Tensor:
        states = torch.stack([self._states(text) for text in texts])
        return normalize(_through(self._upper, states).mean(dim=1), dim=1)

    def _states(self, text: str) -> Tensor:
        if text not in self._kept:
            pieces = torch.tensor(marked_pieces([text]))[:, : self._settings["longest"]]
            with torch.no_grad():
                self._kept[text] = _through(self._lower.eval(), self.network.encoder.embeddings(input_ids=pieces))[0]
        return self._kept[text]


def _through(layers: nn.Module, states: Tensor) -> Tensor:
    for layer in layers.children():
        states = layer(states)
        states = states[0] if isinstance(states, tuple) else states
    return states
