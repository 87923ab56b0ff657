"""What tells that a stretch of a judgment answers a question, and how probably it does."""

import math
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from kg.search.encoder import PackagedEmbedder, word_weights
from qa.text.stems import STOP_WORDS, stem

SCRAP = 90  # characters: a heading or a half sentence has all words of a topic and says nothing
HUNDRED = 100  # characters that cues are counted by, so that a long stretch is not more general than a short one
_CUES = tomllib.loads(files("qa").joinpath("data/open.toml").read_text(encoding="utf-8"))
_WEIGHTS = tomllib.loads(files("qa").joinpath("data/passages.toml").read_text(encoding="utf-8"))
_SAID = {name: re.compile(_CUES[name], re.IGNORECASE) for name in ("parties", "law", "settled", "named")}
_GENERAL, _PAST = (re.compile(_CUES[name], re.IGNORECASE) for name in ("general", "past"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's words, by their stems, with how much each tells; its vector, where meaning counts."""

    words: dict[str, float]
    vector: NDArray[np.float32] | None


def asked(text: str, by_meaning: bool) -> Asked:
    """What stretches are compared with."""
    words = list(dict.fromkeys(w for w in _words(text) if w not in STOP_WORDS))
    weights: dict[str, float] = {}
    for word, weight in zip(words, word_weights(words), strict=True):
        weights[stem(word)] = max(float(weight), weights.get(stem(word), 0.0))
    return Asked(weights, PackagedEmbedder().encode([text])[0] if by_meaning else None)


def probabilities(question: Asked, texts: Sequence[str], cited: Sequence[int]) -> list[float]:
    """How probably each text states law that answers, `cited` being how many cases cite its own."""
    rows = signals(question, texts, cited)
    weights = _WEIGHTS["words" if question.vector is None else "meaning"]
    return [_logistic(row, weights) for row in rows]


def signals(question: Asked, texts: Sequence[str], cited: Sequence[int]) -> list[dict[str, float]]:
    """The signals of each text; `meaning` only for a question with a vector."""
    rows = [_of_words(question, text) | {"cited": math.log1p(n)} for text, n in zip(texts, cited, strict=True)]
    if question.vector is not None:
        for row, cosine in zip(rows, PackagedEmbedder().encode(texts) @ question.vector, strict=True):
            row["meaning"] = float(cosine)
    return rows


def word_share(question: Asked, text: str) -> float:
    """How much of what the question's words tell a text has too."""
    said = {stem(word) for word in _words(text)}
    return sum(w for s, w in question.words.items() if s in said) / (sum(question.words.values()) or 1.0)


def _of_words(question: Asked, text: str) -> dict[str, float]:
    length = 1 + len(text) / HUNDRED
    return {
        "shared": word_share(question, text),
        "scrap": float(len(text) < SCRAP and not _GENERAL.search(text)),
        "general": len(_GENERAL.findall(text)) / length,
        "past": len(_PAST.findall(text)) / length,
    } | {name: float(bool(cue.search(text))) for name, cue in _SAID.items()}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", text.lower())


def _logistic(row: Mapping[str, float], weights: Mapping[str, float]) -> float:
    score = weights["bias"] + sum(weights[name] * value for name, value in row.items())
    return 1 / (1 + math.exp(-score))
