"""The network that reads a question: a vector that points at the provisions it means, and what it wants.

`docs/meaning.md` is the card, `training/provisions` makes the file.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from kg.search.encoder import Encoder, marked_pieces
from qa.query.question import Want

Floats = NDArray[np.float32]
WANTS: tuple[Want, ...] = get_args(Want)


@dataclass(frozen=True, slots=True)
class Reading:
    """A unit vector (dimensions) among those of passages, and how probable it is that each thing is wanted."""

    vector: Floats
    wants: dict[Want, float]


@lru_cache(maxsize=256)
def read_question(text: str) -> Reading:
    """What the package's network makes of a question; the network is loaded when first needed."""
    vector, worth = _network().outputs(marked_pieces([text])[0])
    odds = np.exp(worth - worth.max())
    return Reading(vector, dict(zip(WANTS, (odds / odds.sum()).tolist(), strict=True)))


@cache
def _network() -> Encoder:
    with as_file(files("qa") / "data" / "asking.onnx") as network:
        return Encoder(network, ["vectors", "wants"])
