"""Words as the encoder takes them: word pieces, in windows that overlap where a text is longer than one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extraction.ner.cues import near_cues
from extraction.ner.words import INSIDE, LEFT_OUT, Words

_PIECES_A_WORD = 8  # of a longer word the rest says nothing of what it is ("xxxxxxxx", a web address)
_CACHED = 200_000  # words whose pieces are kept: noise brings new words without end
WINDOW = 256  # pieces that the model sees at once, as it was trained
OVERLAP = 64
"""Pieces in a window, and how many of them it shares with the next."""


class Vocabulary:
    """Word pieces of words, remembered word by word."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, list[int]] = {}
        self._unknown, self.opens, self.closes = map(self._number, ("[UNK]", "[CLS]", "[SEP]"))

    def of(self, word: str) -> list[int]:
        """The first eight pieces of `word`."""
        pieces = self._known.get(word)
        if pieces is None:
            if len(self._known) >= _CACHED:
                self._known.clear()
            pieces = self._known[word] = self._read(word)
        return pieces

    def _number(self, piece: str) -> int:
        number = self._tokenizer.token_to_id(piece)
        if number is None:
            raise ValueError(f"the vocabulary lacks {piece}")
        return number

    def _read(self, word: str) -> list[int]:
        ids = self._tokenizer.encode(word, add_special_tokens=False).ids
        return ids[:_PIECES_A_WORD] or [self._unknown]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words for the encoder, piece by piece: its number, the word's shape, the gaps around the word.

    `words` are the places of the words in the text, `firsts` each one's first piece.
    """

    pieces: list[int]
    shapes: list[int]
    before: list[int]
    after: list[int]
    firsts: list[int]
    words: list[int]


def windows(words: Words, vocabulary: Vocabulary) -> list[Window]:
    """Windows of at most WINDOW pieces that together hold all words near cues; an overlap is OVERLAP pieces."""
    kept = near_cues(words.texts)
    pieces = [vocabulary.of(words.texts[at]) for at in kept]
    return [
        _window(words, kept[first:after], pieces[first:after], vocabulary)
        for first, after in cuts([len(own) for own in pieces])
    ]


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


def _window(words: Words, kept: list[int], pieces: list[list[int]], vocabulary: Vocabulary) -> Window:
    made = Window([vocabulary.opens], [0], [0], [0], [], kept)
    last = kept[0] - 1
    for at, own in zip(kept, pieces, strict=True):
        made.firsts.append(len(made.pieces))
        made.pieces.extend(own)
        before = words.gaps[at] if at == last + 1 else LEFT_OUT
        if len(own) == 1:
            made.shapes.append(words.shapes[at])
            made.before.append(before)
            made.after.append(words.gaps[at + 1])
        else:
            made.shapes.extend([words.shapes[at]] * len(own))
            made.before.extend([before] + [INSIDE] * (len(own) - 1))
            made.after.extend([words.gaps[at + 1]] * len(own))
        last = at
    made.pieces.append(vocabulary.closes)
    for features in (made.shapes, made.before, made.after):
        features.append(0)
    return made
