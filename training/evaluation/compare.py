"""Base, tuned, grounded, and tuned and grounded on the same questions with the same decoding."""

import json
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extraction.labels import read_aliases, read_items
from extraction.progress import Progress, unheard
from kg.store import Store
from qa.ask import gather
from qa.evidence import Evidence
from qa.labelled import read_questions
from qa.models.interface import Message
from qa.models.local import load_weights
from qa.models.prompt import messages
from training.evaluation.generation import Draft, write_all
from training.evaluation.judged import Judged, judge, row
from training.tuning.base import check_installed, load_tokenizer

CLOSED_BOOK = (
    "Answer questions of Indian law in short sentences. Name the cases and provisions that answer, each in full. "
    "If you do not know, say so."
)
ROWS = ("base", "tuned", "base_grounded", "tuned_grounded")
_KEPT = {"row": str, "id": str, "text": str, "tokens": int, "seconds": float}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows' figures, and every draft with how it was judged."""

    rows: dict[str, dict[str, Any]]
    drafts: list[dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """The figures alone."""
        return {"rows": self.rows}


@dataclass(frozen=True, slots=True)
class _Put:
    """A question with what `ask` finds on it; `named` are the ids that the question itself names."""

    item: dict[str, Any]
    evidence: Evidence
    named: set[str]
    chats: dict[str, list[Message]]


def compare(
    store: Store,
    questions: Sequence[Path],
    base: str,
    adapter: str,
    limit: int,
    seed: int,
    kept: Path,
    advance: Progress = unheard,
) -> Comparison:
    """Measure all four rows on the files of `questions`; drafts at most `limit` tokens long.

    Drafts are added to the file `kept` as they are written, and those there already are not written again. Raises
    `TrainingError` if the adapter does not fit the base, and `ModelError` if the base cannot be loaded.
    """
    check_installed()
    alias = {name: first for path in questions for name, first in read_aliases(path.parent / "aliases.json").items()}
    put = [_put(store, item) for path in questions for item in read_questions(path)]
    known = _read_kept(kept)
    missing = [(name, p) for name in ROWS for p in put if (name, p.item["id"]) not in known]
    if missing:
        _write_missing(missing, base, adapter, limit, kept, known, len(put) * len(ROWS), advance)
    rows, shown = {}, []
    for name in ROWS:
        drafts = [known[name, p.item["id"]] for p in put]
        judged = [judge(p.item, d.text, p.evidence, p.named, alias) for p, d in zip(put, drafts, strict=True)]
        rows[name] = row(judged, drafts, seed)
        shown += list(_shown(name, judged, drafts))
    return Comparison(rows, shown)


def _put(store: Store, item: dict[str, Any]) -> _Put:
    understood, evidence = gather(store, item["question"])
    grounded = messages(item["question"], evidence)
    closed: list[Message] = [
        {"role": "system", "content": CLOSED_BOOK},
        {"role": "user", "content": f"Question: {item['question']}"},
    ]
    chats = {name: grounded if name.endswith("grounded") else closed for name in ROWS}
    return _Put(item, evidence, understood.named_ids(), chats)


def _write_missing(
    missing: Sequence[tuple[str, _Put]],
    base: str,
    adapter: str,
    limit: int,
    kept: Path,
    known: dict[tuple[str, str], Draft],
    total: int,
    advance: Progress,
) -> None:
    tokenizer = load_tokenizer(base)
    model = load_weights(base, adapter)
    kept.parent.mkdir(parents=True, exist_ok=True)
    with kept.open("a", encoding="utf-8") as file:
        for name in reversed(ROWS):
            todo = sorted((p for row, p in missing if row == name), key=lambda p: len(str(p.chats[name])))
            with _adapted(model, name.startswith("tuned")):
                drafts = write_all(model, tokenizer, [p.chats[name] for p in todo], limit)
                for p, draft in zip(todo, drafts, strict=True):
                    known[name, p.item["id"]] = draft
                    file.write(
                        json.dumps({"row": name, "id": p.item["id"], **asdict(draft)}, ensure_ascii=False) + "\n"
                    )
                    file.flush()
                    advance(len(known), total, name)


def _adapted(model: Any, tuned: bool) -> AbstractContextManager[None]:
    return nullcontext() if tuned else model.disable_adapter()


def _read_kept(path: Path) -> dict[tuple[str, str], Draft]:
    if not path.is_file() or not path.stat().st_size:
        return {}
    records = read_items(path, _KEPT)
    return {(r["row"], r["id"]): Draft(r["text"], r["tokens"], r["seconds"]) for r in records}


def _shown(name: str, judged: Sequence[Judged], drafts: Sequence[Draft]) -> Iterator[dict[str, Any]]:
    for j, draft in zip(judged, drafts, strict=True):
        yield {"row": name, **asdict(j), "draft": draft.text}
