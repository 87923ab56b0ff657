"""The domain's terms against a tokenizer: how far they break up, and what adding them would save or cost."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extraction.documents.files import find_documents
from training.errors import TrainingError

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]+")
SHORTEST = 4  # letters: shorter words have a piece of their own


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the texts with its tokens in mid-sentence."""

    word: str
    count: int
    pieces: list[str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`saved` is the share of all tokens that adding the `added` terms that save most would save."""

    words: int
    tokens: int
    tokens_per_word: float
    fragmented: list[Term]
    added: list[str]
    saved: float


def texts_of(paths: Sequence[Path]) -> Iterator[str]:
    """The text of every document in the files and folders. Raises `TrainingError` where there is none."""
    listing = find_documents(paths)
    if not listing.files:
        raise TrainingError(f"there is nothing to read in {', '.join(map(str, paths))}")
    for document in listing.files:
        yield document.path.read_text(encoding="utf-8", errors="replace")


def examine(texts: Iterable[str], tokenizer: Any, add: int) -> Vocabulary:
    """Count words and tokens of the texts, and what `add` whole-word tokens would save."""
    counts: Counter[str] = Counter()
    tokens = words = 0
    for text in texts:
        tokens += len(tokenizer(text, add_special_tokens=False)["input_ids"])
        found = WORD.findall(text)
        words += len(found)
        counts.update(word for word in found if len(word) >= SHORTEST)
    terms = [Term(word, count, tokenizer.tokenize(f" {word}")) for word, count in counts.items()]
    broken = [term for term in terms if len(term.pieces) > 1]
    by_saving = sorted(broken, key=lambda t: (-t.count * (len(t.pieces) - 1), t.word))[:add]
    saved = sum(t.count * (len(t.pieces) - 1) for t in by_saving)
    fragmented = sorted(broken, key=lambda t: (-len(t.pieces) * t.count, t.word))
    return Vocabulary(
        words=words,
        tokens=tokens,
        tokens_per_word=round(tokens / max(1, words), 3),
        fragmented=fragmented[:20],
        added=[t.word for t in by_saving],
        saved=round(saved / max(1, tokens), 4),
    )


def add_terms(model: Any, tokenizer: Any, terms: Sequence[str], folder: Path) -> int:
    """Add the terms as whole tokens and save both to `folder`; the number added.

    Each new embedding is the mean of those of the pieces it replaces, so that training starts where the model was
    (Hewitt 2021, "Initializing New Word Embeddings"). A run trains the last
    `lora.new_tokens` rows beside the adapters.
    """
    import torch

    pieces = {term: tokenizer(f" {term}", add_special_tokens=False)["input_ids"] for term in terms}
    tokenizer.add_tokens([f" {term}" for term in terms])
    model.resize_token_embeddings(len(tokenizer), mean_resizing=False)
    tables = {id(t.weight): t.weight for t in (model.get_input_embeddings(), model.get_output_embeddings())}
    with torch.no_grad():
        for table in tables.values():
            for term, ids in pieces.items():
                table[tokenizer.convert_tokens_to_ids(f" {term}")] = table[ids].mean(dim=0)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return len(pieces)
