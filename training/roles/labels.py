"""Labelled passages of judgments, each with the one before it and the one after."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extraction.judgments.roles.signals import Passage
from extraction.judgments.roles.weights import LEARNT
from extraction.records import PassageRole

FOLDS = 5


@dataclass(frozen=True, slots=True)
class Labelled:
    """A passage of a document with its role; `near` are the one before and the one after, None at an end."""

    document: str
    passage: Passage
    role: PassageRole
    near: tuple[Passage | None, Passage | None]
    at_random: bool

    @property
    def right(self) -> int:
        """The place of its role among those that are learnt."""
        return LEARNT.index(self.role)


def read(folder: Path) -> list[Labelled]:
    """All labelled passages of a folder's files; what is none of the roles is left out."""
    rows = [json.loads(line) for file in sorted(folder.glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    texts = {(row["doc"], row["ordinal"]): row["text"] for row in rows}
    passages = {
        (doc, ordinal): Passage(text, texts.get((doc, ordinal - 1), ""), ordinal, of)
        for (doc, ordinal), text, of in ((key, texts[key], row["of"]) for key, row in zip(texts, rows, strict=True))
    }
    return [
        Labelled(
            row["doc"],
            passages[row["doc"], row["ordinal"]],
            row["role"],
            (passages.get((row["doc"], row["ordinal"] - 1)), passages.get((row["doc"], row["ordinal"] + 1))),
            row["drawn"] == "at random",
        )
        for row in rows
        if row.get("role") in LEARNT
    ]


def folds(items: Sequence[Labelled]) -> list[int]:
    """A fold for each item, the same for all of a document."""
    documents = sorted({item.document for item in items})
    random.Random(0).shuffle(documents)
    fold = {document: place % FOLDS for place, document in enumerate(documents)}
    return [fold[item.document] for item in items]
