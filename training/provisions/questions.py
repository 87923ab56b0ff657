"""Questions on provisions, as they are written down, and those made of headings."""

import json
import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.nodes import Provision
from qa.labelled import ACT_IDS
from qa.query.question import Want

HEADINGS = "headings"  # the writer of questions made of headings


@dataclass(frozen=True, slots=True)
class Written:
    """A question, the ids of the provisions that answer it (none: nothing does), and who wrote it."""

    text: str
    provisions: frozenset[str]
    writer: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question, what it wants, and who wrote it."""

    text: str
    want: Want
    writer: str


def read_wanted(folder: Path, settings: Mapping[str, Any]) -> list[Wanted]:
    """The questions of a folder's files of which it is known what they want; of those on provisions some of each
    writer, lest they outweigh all."""
    draw = random.Random(settings["seed"])
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        found += [Wanted(row["question"], _want(row), path.stem) for row in rows if "wants" in row or "cases" in row]
        asked = [row for row in rows if row.get("provisions")]
        some = draw.sample(asked, min(settings["wanting_provisions"], len(asked)))
        found += [Wanted(row["question"], "provision", path.stem) for row in some]
    return found


def _want(row: Mapping[str, Any]) -> Want:
    want: Want = "case" if "cases" in row else row["wants"]
    return want


def read_written(folder: Path, known: Collection[str]) -> list[Written]:
    """The questions on provisions in a folder's files, each a writer's, where the graph has the provisions."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            meant = frozenset(_id(item) for item in row.get("provisions", ()))
            if "provisions" in row and meant <= set(known):
                found.append(Written(row["question"], meant, path.stem))
    return found


def _id(item: str) -> str:
    act, _, number = item.partition(":")
    place = "preamble" if number == "0" else f"{'article' if act == 'art' else 'section'}-{number}"
    return f"{ACT_IDS[act]}/{place}"


def by_heading(provisions: Sequence[Provision], settings: Mapping[str, Any]) -> list[Written]:
    """Some provisions asked for in the words of their headings, some of the words left out of the longer ones."""
    draw = random.Random(settings["seed"])
    entitled = [node for node in provisions if node.heading]
    made = []
    for node in draw.sample(entitled, min(settings["headings"], len(entitled))):
        words = (node.heading or "").strip(" .").lower().removeprefix("punishment for ").split()
        kept = [word for word in words if len(words) < 5 or draw.random() < 0.8]
        form = draw.choice(settings["forms_of_headings"])
        made.append(Written(form.format(" ".join(kept)), frozenset([node.id]), HEADINGS))
    return made
