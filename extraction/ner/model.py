"""The trained tagger at work: scores of tags for words, with ONNX Runtime on one thread."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extraction.ner.stitching import stitched
from extraction.ner.tags import Floats
from extraction.ner.viterbi import best_tags
from extraction.ner.windows import Vocabulary, Window, windows
from extraction.ner.words import Words

_BATCH_PIECES = 512  # pieces of one call of the model: bounds its memory
_SLOWER_FUSED = "SkipLayerNormFusion"
"""Measured: the fused operator takes about a tenth longer than the two that it replaces."""


class Tagger:
    """The network and its vocabulary. Texts that go in together are batched with others of their length."""

    def __init__(self, model: Path, vocabulary: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"], disabled_optimizers=[_SLOWER_FUSED]
        )
        self._vocabulary = Vocabulary(vocabulary)
        self.about: dict[str, str] = self._session.get_modelmeta().custom_metadata_map
        self.follows = np.array(json.loads(self.about["follows"]), dtype=np.float32)

    def tags(self, texts: Sequence[Words]) -> list[list[int]]:
        """The best valid tags for the words of each text."""
        if not any(map(len, texts)):
            return [[] for _ in texts]
        ends = np.cumsum([0, *map(len, texts)])
        found = best_tags(np.concatenate(self.scores(texts)), self.follows, ends[:-1])
        return [found[at:to].tolist() for at, to in pairwise(ends)]

    def scores(self, texts: Sequence[Words]) -> list[Floats]:
        """Scores of tags for the words of each text (words, TAGS)."""
        made = [(owner, w) for owner, words in enumerate(texts) for w in windows(words, self._vocabulary)]
        results = self._run([window for _, window in made])
        parts: list[list[tuple[list[int], Floats]]] = [[] for _ in texts]
        for (owner, window), result in zip(made, results, strict=True):
            parts[owner].append((window.words, result))
        return [stitched(own, len(words)) for own, words in zip(parts, texts, strict=True)]

    def _run(self, made: Sequence[Window]) -> list[Floats]:
        results: list[Floats] = [np.empty((0, 0), dtype=np.float32)] * len(made)
        for group in _batches(made):
            chosen = [made[i] for i in group]
            (scores,) = self._session.run(["scores"], _inputs(chosen))
            for index, row in zip(group, scores, strict=True):
                results[index] = row[: len(made[index].firsts)]
        return results


@cache
def tagger() -> Tagger:
    """The tagger of the package, loaded once."""
    data = files("extraction") / "data"
    with as_file(data / "names.onnx") as model, as_file(data / "names.tokenizer.json") as vocabulary:
        return Tagger(model, vocabulary)


def _batches(made: Sequence[Window]) -> Iterator[list[int]]:
    group: list[int] = []
    for index in sorted(range(len(made)), key=lambda i: len(made[i].pieces)):
        if group and (len(group) + 1) * len(made[index].pieces) > _BATCH_PIECES:
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _inputs(group: Sequence[Window]) -> dict[str, NDArray[np.int64]]:
    return {
        "pieces": _filled([w.pieces for w in group]),
        "shapes": _filled([w.shapes for w in group]),
        "before": _filled([w.before for w in group]),
        "after": _filled([w.after for w in group]),
        "firsts": _filled([w.firsts for w in group]),
    }


def _filled(rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    whole = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for own, row in zip(whole, rows, strict=True):
        own[: len(row)] = row
    return whole
