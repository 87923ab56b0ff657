"""Texts that the table of word pieces learns from: passages and sentences drawn from documents."""

import random
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from extraction.documents.files import find_documents, load
from extraction.text.sentences import sentence_starts

_FEWEST, _MOST = 40, 500  # characters of a sentence: shorter ones are headings, longer ones lists


def gather(folders: list[Path], counts: Mapping[str, int]) -> list[str]:
    """Passages and sentences of each document as many as `counts` says, in a random order that is always the same."""
    order = random.Random(counts["seed"])
    texts = [
        text
        for file in find_documents(folders).files
        for text in _drawn(load(file.path, file.name).text, order, counts)
    ]
    distinct = list(dict.fromkeys(texts))
    order.shuffle(distinct)
    return distinct


def _drawn(text: str, order: random.Random, counts: Mapping[str, int]) -> Iterator[str]:
    length = counts["passage_length"]
    for _ in range(counts["passages_a_document"]):
        at = order.randrange(max(1, len(text) - length))
        yield " ".join(text[at : at + length].split())
    spans = pairwise([*sentence_starts(text), len(text)])
    sentences = [text[at:to].strip() for at, to in spans if _FEWEST <= to - at <= _MOST]
    yield from order.sample(sentences, min(counts["sentences_a_document"], len(sentences)))
