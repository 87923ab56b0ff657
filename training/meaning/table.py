"""Teaching a table of word pieces to say of a text what the encoder says of it.

The method is that of model2vec's and of TokenLearn's authors (Tulkens and van Dongen 2024): a text's vector is the mean
of its pieces', which begin as the encoder's vectors of the pieces alone, shortened for common ones, and learn from the
encoder's vectors of whole texts. Unlike there the table keeps the encoder's own space, all dimensions of it, so that a
question read by the encoder can be compared with passages read by the table.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import EmbeddingBag
from torch.nn.functional import normalize

from training.small_onnx import in_eight_bits

Floats = NDArray[np.float32]


class Table:
    """Word pieces as vectors. `texts` are lists of pieces, `vectors` (texts, dimensions) those of the encoder."""

    def __init__(self, first: Floats, texts: Sequence[Sequence[int]], vectors: Floats, settings: Mapping[str, float]):
        self._texts = texts
        self._vectors = torch.from_numpy(vectors)
        self._settings = settings
        seen = np.bincount(np.fromiter((p for text in texts for p in text), np.int64), minlength=len(first)) + 1.0
        lengths = settings["common"] / (settings["common"] + seen / seen.sum())
        self._bag = EmbeddingBag(*first.shape, mode="mean", sparse=True)
        self._bag.weight.data = torch.from_numpy(first * lengths[:, None].astype(np.float32))

    def learn(self, told: Callable[[int], None]) -> None:
        """Go over the texts that are not held out, `epochs` times; `told` is called with each that is done."""
        settings, held = self._settings, int(self._settings["held_out"])
        optimizer = torch.optim.SparseAdam(self._bag.parameters(), lr=settings["rate"])
        draws = np.random.default_rng(int(settings["seed"]))
        for epoch in range(int(settings["epochs"])):
            order = draws.permutation(np.arange(held, len(self._texts)))
            for rows in np.array_split(order, max(1, len(order) // int(settings["batch"]))):
                optimizer.zero_grad()
                self._loss(rows).backward()
                optimizer.step()
            told(epoch)

    def _loss(self, rows: NDArray[np.intp]) -> Tensor:
        own, wanted = self._means(rows), self._vectors[rows]
        likeness = ((own @ own.T - wanted @ wanted.T) ** 2).mean()
        return (1 - (own * wanted).sum(dim=1)).mean() + self._settings["likeness"] * likeness

    def _means(self, rows: NDArray[np.intp]) -> Tensor:
        texts = [torch.tensor(self._texts[row], dtype=torch.long) for row in rows]
        starts = torch.tensor([0, *map(len, texts[:-1])]).cumsum(0)
        return normalize(self._bag(torch.cat(texts), starts), dim=1)

    def fidelity(self) -> dict[str, float]:
        """On the held-out texts: the mean cosine to the encoder, and how many of its ten nearest the table has too."""
        rows = np.arange(int(self._settings["held_out"]))
        own, theirs = self._means(rows).detach(), self._vectors[rows]
        nearest = [(theirs @ other.T).fill_diagonal_(-1).topk(10).indices.tolist() for other in (theirs, own)]
        shared = [len(set(a) & set(b)) / 10 for a, b in zip(*nearest, strict=True)]
        return {"cosine": float((own * theirs).sum(dim=1).mean()), "nearest": float(np.mean(shared))}

    def save(self, target: Path) -> None:
        """Write the table as whole numbers of 8 bits (pieces, dimensions), each row with a scale of its own."""
        whole, scale = in_eight_bits(self._bag.weight.detach())
        np.savez(target, whole=whole.numpy(), scale=scale.numpy())
