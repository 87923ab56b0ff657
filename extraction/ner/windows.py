"""Words as the encoder takes them: word pieces, in windows that overlap where a text is longer than one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from extraction.ner.cues import near_cues
from extraction.ner.words import INSIDE, LEFT_OUT, Words

_PIECES_A_WORD = 8
WINDOW = 256
OVERLAP = 64
"""Pieces in a window, and how many of them it shares with the next."""


class Vocabulary:
    """Word pieces of words, remembered word by word."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}
        self._unknown = self._tokenizer.token_to_id("[UNK]")
        self.opens, self.closes = (self._tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))

    def of(self, word: str) -> list[int]:
        """The first eight pieces of `word`; a run of one mark counts as the mark."""
        pieces = self._known.get(word)
        if pieces is None:
            if len(self._known) >= 200_000:
                self._known.clear()
            pieces = self._read(word)
            self._known[word] = pieces
        return pieces

    def _read(self, word: str) -> list[int]:
        printed = word if word[0].isalnum() else word[0]
        ids = self._tokenizer.encode(printed, add_special_tokens=False).ids
        return ids[:_PIECES_A_WORD] or [self._unknown]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words for the encoder; `words` are their places in the text, `firsts` each one's first piece."""

    pieces: list[int]
    shapes: list[int]
    gaps: list[int]
    firsts: list[int]
    words: list[int]


def windows(words: Words, vocabulary: Vocabulary) -> list[Window]:
    """Windows of at most WINDOW pieces that together hold all words near cues; an overlap is OVERLAP pieces."""
    kept = near_cues(words.texts)
    pieces = [vocabulary.of(words.texts[at]) for at in kept]
    gaps = (
        [
            words.gaps[at] if at == before + 1 else LEFT_OUT
            for at, before in zip(kept, [kept[0] - 1, *kept], strict=False)
        ]
        if kept
        else []
    )
    made = []
    for first, after in cuts([len(own) for own in pieces]):
        stretch = slice(first, after)
        made.append(_window(kept[stretch], pieces[stretch], gaps[stretch], words.shapes, vocabulary))
    return made


def cuts(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First word and the one after the last of each window, from the number of pieces of each word."""
    if sum(lengths) <= WINDOW - 2:
        yield from [(0, len(lengths))] if lengths else []
        return
    first = 0
    while True:
        after, size = first, 0
        while after < len(lengths) and size + lengths[after] <= WINDOW - 2:
            size += lengths[after]
            after += 1
        yield first, after
        if after == len(lengths):
            return
        shared, first = 0, after
        while shared + lengths[first - 1] <= OVERLAP:
            first -= 1
            shared += lengths[first]


def _window(
    kept: list[int], pieces: list[list[int]], before: list[int], written: Sequence[int], vocabulary: Vocabulary
) -> Window:
    ids, shapes, gaps, firsts = [vocabulary.opens], [0], [0], []
    for at, own, gap in zip(kept, pieces, before, strict=True):
        firsts.append(len(ids))
        ids += own
        if len(own) == 1:
            shapes.append(written[at])
            gaps.append(gap)
        else:
            shapes += [written[at]] * len(own)
            gaps += [gap, *[INSIDE] * (len(own) - 1)]
    return Window([*ids, vocabulary.closes], [*shapes, 0], [*gaps, 0], firsts, kept)
