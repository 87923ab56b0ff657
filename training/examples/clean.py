"""Cleaning: one form of Unicode, no boilerplate, no near-duplicates, nothing of the evaluation questions."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from qa.models.interface import Message
from training.examples.example import Example

SHORTEST_ANSWER = 2  # words: one word teaches no sentence
NEAR = 0.85  # the Jaccard likeness at which examples are the same
PERMUTATIONS = 64  # of MinHash: likeness is told to about 0.06
SHINGLE = 3  # words of a run
BOILERPLATE = re.compile(
    r"^(?:as an ai(?: language)? model,?[^.]*\.|(?:###\s*)?(?:instruction|response|input|output|answer|question)\s*:"
    r"|below is an instruction[^.]*\.(?:\s*write a response[^.]*\.)?)\s*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Cleaned:
    """What is kept, and what was dropped as (reason, question)."""

    examples: list[Example] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)


def clean(examples: Iterable[Example], held_out: Sequence[tuple[str, list[str]]] = ()) -> Cleaned:
    """The examples in one form, each once, none of them about what is held out.

    `held_out` are evaluation questions with their subjects. Near-duplicates are questions of at least `NEAR` Jaccard
    similarity over word triples, estimated by MinHash (Broder 1997) with `PERMUTATIONS` permutations, whose answers
    are alike too.
    """
    result = Cleaned()
    seen, kept_out = _Near(), _Near()
    for question, _ in held_out:
        kept_out.add(question)
    forbidden = {subject: question for question, subjects in held_out for subject in subjects}
    for raw in examples:
        example = normalised(raw)
        shown = example.question[:120]
        leaks = [subject for subject in example.subjects if subject in forbidden]
        if len(example.answer.split()) < SHORTEST_ANSWER or not example.question.split():
            result.dropped.append(("empty question or answer", shown))
        elif leaks:
            result.dropped.append((f"leaks {leaks[0]}, held out for “{forbidden[leaks[0]][:80]}”", shown))
        elif twin := kept_out.like(example.question):
            result.dropped.append((f"leaks the evaluation question “{twin[:80]}”", shown))
        elif seen.like(f"{example.prompt[-1]['content']} {example.answer}"):
            result.dropped.append(("near-duplicate", shown))
        else:
            seen.add(f"{example.prompt[-1]['content']} {example.answer}")
            result.examples.append(example)
    return result


def normalised(example: Example) -> Example:
    """The example with every message tidied."""
    messages: list[Message] = [{"role": m["role"], "content": tidied(m["content"])} for m in example.messages]
    return replace(example, messages=messages)


def tidied(text: str) -> str:
    """NFC, ordinary blanks, no control signs, no boilerplate before the text, no more than one empty line."""
    text = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u200b", "").replace("\ufeff", "")
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")
    text = re.sub(r"[ \t]+", " ", re.sub(r"\n\s*\n\s*", "\n\n", text)).strip()
    while shorter := BOILERPLATE.match(text):
        text = text[shorter.end() :]
    return text


class _Near:
    """Texts found again by likeness."""

    def __init__(self) -> None:
        from datasketch import MinHashLSH

        self._index = MinHashLSH(threshold=NEAR, num_perm=PERMUTATIONS)
        self._texts: dict[str, str] = {}

    def add(self, text: str) -> None:
        key = str(len(self._texts))
        self._texts[key] = text
        self._index.insert(key, _signature(text))

    def like(self, text: str) -> str | None:
        """A text added earlier that is nearly this one."""
        signature = _signature(text)
        found = [key for key in self._index.query(signature) if _jaccard(text, self._texts[key]) >= NEAR]
        return self._texts[found[0]] if found else None


def _shingles(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}


def _jaccard(one: str, other: str) -> float:
    a, b = _shingles(one), _shingles(other)
    return len(a & b) / len(a | b)


def _signature(text: str) -> Any:
    from datasketch import MinHash

    signature = MinHash(num_perm=PERMUTATIONS)
    signature.update_batch([shingle.encode() for shingle in _shingles(text)])
    return signature
