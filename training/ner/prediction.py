"""What a network in training predicts for texts."""

from collections.abc import Sequence

import numpy as np
import torch

from extraction.ner.boundaries import Span, settled
from extraction.ner.stitching import stitched
from extraction.ner.tags import LABELS, Floats, decode
from extraction.ner.viterbi import best_tags
from extraction.ner.windows import Vocabulary, windows
from extraction.ner.words import Words
from training.ner.data import Example, batches
from training.ner.network import Tagger

_PIECES = 4000  # pieces of a batch: bounds memory


@torch.inference_mode()
def window_scores(model: Tagger, made: Sequence[Example]) -> list[Floats]:
    """Scores of tags for the words of each window (words, TAGS)."""
    model.eval()
    results: list[Floats] = [np.empty((0, 0), dtype=np.float32)] * len(made)
    order = sorted(range(len(made)), key=lambda i: len(made[i].window.pieces))
    done = 0
    for batch in batches([made[i] for i in order], _PIECES, None):
        for row in model(batch.pieces, batch.shapes, batch.before, batch.after, batch.firsts).numpy():
            results[order[done]] = row[: len(made[order[done]].tags)].copy()
            done += 1
    return results


def word_scores(model: Tagger, words: Sequence[Words], vocabulary: Vocabulary) -> list[Floats]:
    """Scores of tags for the words of each text (words, TAGS)."""
    made = [(own, Example(w, [0] * len(w.words))) for own, text in enumerate(words) for w in windows(text, vocabulary)]
    parts: list[list[tuple[list[int], Floats]]] = [[] for _ in words]
    for (owner, example), result in zip(made, window_scores(model, [e for _, e in made]), strict=True):
        parts[owner].append((example.window.words, result))
    return [stitched(own, len(text)) for own, text in zip(parts, words, strict=True)]


def spans(
    texts: Sequence[str], words: Sequence[Words], scores: Sequence[Floats], follows: Floats
) -> list[frozenset[tuple[int, int, str]]]:
    """The best spans for the scores of each text, in characters."""
    starts = np.cumsum([0, *map(len, scores)])
    tags = best_tags(np.concatenate(list(scores)), follows, starts[:-1])
    return [
        frozenset(
            settled(text, Span(own.starts[first], own.ends[after - 1], LABELS[label]))
            for first, after, label in decode(tags[at:to].tolist())
        )
        for text, own, at, to in zip(texts, words, starts[:-1], starts[1:], strict=True)
    ]
