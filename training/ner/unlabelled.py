"""Sentences and heads of judgments without labels, for a student to learn from its teacher."""

import random
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from extraction.documents.files import find_documents, load
from extraction.text.sentences import sentence_starts
from training.ner.data import Item

_FEWEST = 40  # characters: shorter pieces are headings
_MOST = 450  # characters: longer ones are lists and tables


def gather(folder: Path, counts: Mapping[str, int], seed: int) -> list[Item]:
    """As many sentences (of 40 to 450 characters) and heads as `counts` says, drawn evenly from the documents."""
    order = random.Random(seed)
    files = list(find_documents([folder]).files)
    order.shuffle(files)
    each = max(1, 2 * counts["sentences"] // max(1, len(files)))
    texts: list[str] = []
    for number, file in enumerate(files):
        text = load(file.path, file.name).text
        if number < counts["heads"]:
            texts.append(text[: counts["head_length"]])
        drawn = _sentences(text)
        texts += order.sample(drawn, min(each, len(drawn)))
        if len(texts) >= counts["sentences"] + counts["heads"]:
            break
    return [Item(str(number), text, frozenset()) for number, text in enumerate(texts)]


def _sentences(text: str) -> list[str]:
    starts = [*sentence_starts(text), len(text)]
    pieces = (text[at:to].strip() for at, to in pairwise(starts))
    return [piece for piece in pieces if _FEWEST <= len(piece) <= _MOST]
