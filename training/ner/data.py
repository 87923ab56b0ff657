"""The labelled texts as windows of tags, in batches of about one length."""

import random
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import torch
from torch.nn.utils.rnn import pad_sequence

from extraction.labels import read_items
from extraction.ner.tags import LABELS, Floats, WordSpan, encode
from extraction.ner.windows import Vocabulary, Window, windows
from extraction.ner.words import Words, read_words
from extraction.text.spacing import one_line
from training.ner.network import Batch

_FIELDS = {"id": str, "text": str, "spans": list}
_POOL = 50  # batches of 32 whose windows are sorted by length together: less padding, yet random order


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled text; `spans` are (start, end, label) in characters."""

    id: str
    text: str
    spans: frozenset[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Example:
    """One window with the tag of each of its words, and a teacher's scores for them (words, TAGS) if it has one."""

    window: Window
    tags: list[int]
    taught: Floats | None = None


def read(paths: Sequence[Path]) -> list[Item]:
    """All labelled texts of some files."""
    rows = [row for path in paths for row in read_items(path, _FIELDS)]
    return [Item(row["id"], row["text"], frozenset((s, e, label) for s, e, label in row["spans"])) for row in rows]


def split(items: Sequence[Item], dev_percent: int) -> tuple[list[Item], list[Item]]:
    """Training and dev part. A text's part hangs on its own words alone, so equal texts fall into one part."""
    dev = {id(item) for item in items if _bucket(item.text) < dev_percent}
    return [i for i in items if id(i) not in dev], [i for i in items if id(i) in dev]


def _bucket(text: str) -> int:
    return int.from_bytes(sha256(one_line(text.lower()).encode()).digest()[:4], "big") % 100


def word_spans(words: Words, item: Item) -> list[WordSpan]:
    """The item's spans in words; one that shares a word with an earlier one is left out."""
    spans: list[WordSpan] = []
    for start, end, label in sorted(item.spans):
        first, after = words.covering(start, end)
        if after > first and (not spans or first >= spans[-1][1]):
            spans.append((first, after, LABELS.index(label)))
    return spans


def examples(items: Sequence[Item], vocabulary: Vocabulary) -> list[Example]:
    """The windows of all items; a name that a window cuts short is tagged as far as it reaches."""
    made: list[Example] = []
    for item in items:
        words = read_words(item.text)
        spans = word_spans(words, item)
        for window in windows(words, vocabulary):
            placed = [(bisect_left(window.words, a), bisect_left(window.words, b), label) for a, b, label in spans]
            made.append(Example(window, encode([s for s in placed if s[1] > s[0]], len(window.words))))
    return made


def batches(made: Sequence[Example], pieces: int, order: random.Random | None) -> Iterator[Batch]:
    """Batches of at most `pieces` pieces, filling included, of windows of like lengths; shuffled by `order`."""
    indices = list(range(len(made)))
    if order:
        order.shuffle(indices)
    groups: list[list[int]] = []
    pool = _POOL * 32 if order else len(indices)
    for at in range(0, len(indices), pool):
        group: list[int] = []
        for index in sorted(indices[at : at + pool], key=lambda i: len(made[i].window.pieces)):
            if group and (len(group) + 1) * len(made[index].window.pieces) > pieces:
                groups.append(group)
                group = []
            group.append(index)
        groups += [group] if group else []
    if order:
        order.shuffle(groups)
    for group in groups:
        yield collate([made[index] for index in group])


def collate(group: Sequence[Example]) -> Batch:
    """Examples as one batch."""
    return Batch(
        _padded([e.window.pieces for e in group], 0),
        _padded([e.window.shapes for e in group], 0),
        _padded([e.window.before for e in group], 0),
        _padded([e.window.after for e in group], 0),
        _padded([e.window.firsts for e in group], 0),
        _padded([e.tags for e in group], -1),
        _taught([e.taught for e in group if e.taught is not None]),
    )


def _taught(rows: Sequence[Floats]) -> torch.Tensor | None:
    return pad_sequence([torch.from_numpy(row) for row in rows], batch_first=True) if rows else None


def _padded(rows: Sequence[Sequence[int]], filling: int) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filling] * (longest - len(row))] for row in rows])
