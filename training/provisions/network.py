"""A network that reads questions: the encoder, its upper layers taught to point at the passages of what is meant.

The passages' vectors stay as the graph has them, so that a question is told from all provisions at once, and no graph
is made anew for it.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, log_softmax, normalize

from kg.search.encoder import marked_pieces
from qa.understanding.wants import WANTS
from training.meaning.encoder import Pooled
from training.provisions.questions import Wanted, Written

Floats = NDArray[np.float32]
Q = TypeVar("Q", Written, Wanted)


@dataclass(frozen=True, slots=True)
class Passages:
    """Vectors of passages (passages, dimensions), the place of each one's provision among `provisions`."""

    vectors: Tensor
    owners: Tensor
    provisions: list[str]


class TwoHeaded(Pooled):
    """The encoder with a second head, which tells what a question wants."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.wants = nn.Linear(self.encoder.config.hidden_size, len(WANTS))

    def forward(self, pieces: Tensor) -> tuple[Tensor, Tensor]:
        """Pieces (texts, length) to unit vectors (texts, dimensions) and the worth of each want (texts, wants)."""
        means = self.mean(pieces)
        return normalize(means, dim=1), self.wants(means)


class Reader:
    """Questions to vectors and wants; what the lower layers make of a question is kept, for they do not change."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        torch.manual_seed(settings["seed"])
        self.network = TwoHeaded(folder)
        self._settings = settings
        layers = self.network.encoder.encoder.layer
        self._lower, self._upper = layers[: settings["frozen"]], layers[settings["frozen"] :]
        self._kept: dict[str, Tensor] = {}

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Unit rows (texts, dimensions)."""
        return self._outputs(texts, lambda means: normalize(means, dim=1))

    def wants(self, texts: Sequence[str]) -> Floats:
        """Probabilities (texts, wants)."""
        return self._outputs(texts, lambda means: self.network.wants(means).softmax(dim=1))

    def learn(
        self,
        asked: Sequence[Written],
        passages: Passages,
        wanted: Sequence[Wanted],
        told: Callable[[int, float, float], None],
    ) -> None:
        """Go over the questions on provisions `epochs` times, each time `passes` times over those with a want.

        `told` is called with each epoch that is done and the mean losses of both.
        """
        settings, order = self._settings, random.Random(self._settings["seed"])
        learnt = [
            {"params": self._upper.parameters(), "lr": settings["rate"]},
            {"params": self.network.wants.parameters(), "lr": settings["head_rate"]},
        ]
        optimizer = torch.optim.AdamW(learnt)
        both = [self._steps(asked, wanted, order) for _ in range(settings["epochs"])]
        steps = sum(map(len, both))
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda s: min(1, (s + 1) / 40) * max(0.02, 1 - s / steps)
        )
        for epoch, batches in enumerate(both):
            losses: tuple[list[float], list[float]] = ([], [])
            self._upper.train()
            for batch in batches:
                optimizer.zero_grad()
                pointing = isinstance(batch[0], Written)
                loss = self._pointing(batch, passages) if pointing else self._wanting(batch)
                loss.backward()
                optimizer.step()
                schedule.step()
                losses[not pointing].append(loss.item())
            told(epoch, float(np.mean(losses[0])), float(np.mean(losses[1])))

    def _steps(self, asked: Sequence[Written], wanted: Sequence[Wanted], order: random.Random) -> list[list[Any]]:
        batches: list[list[Any]] = list(self._batches(asked, order))
        for _ in range(self._settings["passes"]):
            batches += self._batches(wanted, order)
        return order.sample(batches, len(batches))

    def _batches(self, asked: Sequence[Q], order: random.Random) -> Iterator[list[Q]]:
        """Questions of one length together, so that none is padded."""
        shuffled = sorted(order.sample(asked, len(asked)), key=lambda question: len(self._states(question.text)))
        alike = [list(group) for _, group in groupby(shuffled, lambda question: len(self._states(question.text)))]
        size = self._settings["batch"]
        yield from (group[at : at + size] for group in alike for at in range(0, len(group), size))

    def _pointing(self, batch: Sequence[Written], passages: Passages) -> Tensor:
        cosines = normalize(self._means([question.text for question in batch]), dim=1) @ passages.vectors.T
        nearest = torch.full((len(batch), len(passages.provisions)), -1.0)
        nearest = nearest.scatter_reduce(1, passages.owners.expand(len(batch), -1), cosines, "amax")
        meant = [[id in question.provisions for id in passages.provisions] for question in batch]
        wanted = torch.tensor(meant, dtype=torch.float32)
        told = log_softmax(nearest * self._settings["steepness"], dim=1)
        return -((told * wanted).sum(dim=1) / wanted.sum(dim=1)).mean()

    def _wanting(self, batch: Sequence[Wanted]) -> Tensor:
        meant = torch.tensor([WANTS.index(question.want) for question in batch])
        return cross_entropy(self.network.wants(self._means([question.text for question in batch])), meant)

    def _means(self, texts: Sequence[str]) -> Tensor:
        return _through(self._upper, torch.stack([self._states(text) for text in texts])).mean(dim=1)

    def _outputs(self, texts: Sequence[str], head: Callable[[Tensor], Tensor]) -> Floats:
        self._upper.eval()
        with torch.no_grad():
            return np.concatenate([head(self._means([text])).numpy() for text in texts])

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
