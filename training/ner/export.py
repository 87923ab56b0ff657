"""The trained tagger as the small ONNX file that `extraction.ner` runs."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from extraction.ner.tags import LABELS
from training.ner.network import Tagger
from training.small_onnx import SmallEmbedding, write_small

INPUTS = ("pieces", "shapes", "before", "after", "firsts")


def export(model: Tagger, target: Path, about: Mapping[str, Any]) -> None:
    """Write the model to `target`; its metadata hold the labels, what follows what, and `about`."""
    model.eval()
    model.pieces = SmallEmbedding(model.pieces.weight.data)
    windows, pieces, words = (torch.export.Dim(name, min=1, max=4096) for name in ("windows", "pieces", "words"))
    example = {name: torch.ones(2, 5 if name == "firsts" else 12, dtype=torch.long) for name in INPUTS}
    shapes = {name: {0: windows, 1: words if name == "firsts" else pieces} for name in INPUTS}
    follows = json.dumps(model.crf.follows.detach().tolist())
    write_small(model, target, example, shapes, ["scores"], {"labels": json.dumps(LABELS), "follows": follows, **about})
