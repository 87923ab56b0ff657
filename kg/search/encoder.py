"""The packaged encoder: all-MiniLM-L6-v2 in 8 bits on ONNX Runtime, and a table of its word pieces for passages.

Both give vectors of one space. `docs/meaning.md` is the card of the two files, `training/meaning` makes them.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kg.search.vectors import unit

Floats = NDArray[np.float32]
_LONGEST = 256  # pieces of a text that the encoder reads, as it was trained; beyond them it reads no better


class Encoder:
    """The network: a text's vector is a function of the text alone, for texts are read one at a time.

    (Scales of 8-bit activations are taken over a batch, so that a text's neighbours would show in its vector; alone it
    takes no longer.)
    """

    def __init__(self, model: Path, names: Sequence[str] = ("vectors",)) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._names = list(names)

    def outputs(self, text: Sequence[int]) -> list[Floats]:
        """The row of each output of the network that was named, for one list of word pieces with its two marks."""
        return [rows[0] for rows in self._session.run(self._names, {"pieces": np.array([text])})]

    def encode(self, texts: Sequence[Sequence[int]]) -> Floats:
        """Lists of word pieces, each with its two marks, to unit rows (texts, dimensions)."""
        rows = [self.outputs(text)[0] for text in texts]
        return np.stack(rows) if rows else np.empty((0, PackagedEmbedder.dimensions), np.float32)


class Table:
    """Vectors of word pieces, in 8 bits (pieces, dimensions) with a scale a row; a text's is their mean."""

    def __init__(self, file: Path) -> None:
        with np.load(file) as arrays:
            self._whole, self._scale = arrays["whole"], arrays["scale"]

    def encode(self, texts: Sequence[Sequence[int]]) -> Floats:
        """Lists of word pieces, without marks, to unit rows (texts, dimensions); a text without any is zeros."""
        rows = np.zeros((len(texts), self._whole.shape[1]), np.float32)
        for row, text in zip(rows, texts, strict=True):
            if text:
                row += (self._whole[text] * self._scale[text]).sum(axis=0)
        return unit(rows)

    def lengths(self, texts: Sequence[Sequence[int]]) -> Floats:
        """The length of the sum of each text's pieces: long for pieces that tell much, as it was learnt."""
        sums = [(self._whole[text] * self._scale[text]).sum(axis=0) for text in texts]
        return np.array([np.linalg.norm(row) for row in sums], np.float32)


class PackagedEmbedder:
    """The encoder and the table of the package, loaded when first needed."""

    name = "all-MiniLM-L6-v2-8bit"
    dimensions = 384

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row a text, by the encoder: some 180 texts of 500 characters a second on one core."""
        return _alone(texts[0])[None].copy() if len(texts) == 1 else _encoder().encode(marked_pieces(texts))

    def approximate(self, texts: Sequence[str]) -> Floats:
        """One unit row a text, by the table: near the encoder's (cosine 0.87), thirty times as fast."""
        return _table().encode(_pieces(texts))


def word_weights(words: Sequence[str]) -> Floats:
    """How much each word tells of what a text is about: "alibi" 1.7, "court" 0.7, "the" 0.1."""
    return _table().lengths(_pieces(words))


@lru_cache(maxsize=256)
def _alone(text: str) -> Floats:
    """A question's vector, which is asked for by all that look for its meaning."""
    return np.asarray(_encoder().encode(marked_pieces([text]))[0])


def marked_pieces(texts: Sequence[str]) -> list[list[int]]:
    """The word pieces of each text between the two marks, as a network reads them, and no more than it reads."""
    opens, closes = _tokenizer().encode("").ids
    return [[opens, *pieces[: _LONGEST - 2], closes] for pieces in _pieces(texts)]


def _pieces(texts: Sequence[str]) -> list[list[int]]:
    """The word pieces of each text, without marks."""
    return [text.ids for text in _tokenizer().encode_batch(list(texts), add_special_tokens=False)]


@cache
def _encoder() -> Encoder:
    with as_file(files("kg") / "data" / "meaning.onnx") as model:
        return Encoder(model)


@cache
def _table() -> Table:
    with as_file(files("kg") / "data" / "meaning.npz") as file:
        return Table(file)


@cache
def _tokenizer() -> Tokenizer:
    """The encoder's word pieces, which the tagger of names has too."""
    with as_file(files("extraction") / "data" / "names.tokenizer.json") as vocabulary:
        tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
