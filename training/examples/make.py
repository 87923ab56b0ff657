"""From instruction sets and the graph to cleaned, split training data with a report of what was left out."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from extraction.labels import write_items
from extraction.progress import Progress, unheard
from kg.store import Store
from qa.labelled import read_questions
from training.errors import TrainingError
from training.examples.clean import clean
from training.examples.example import Example, digest, write_examples
from training.examples.grounded import Grounded, Report, grounded
from training.examples.instructions import read_instructions
from training.examples.split import split
from training.examples.subjects import subjects, subjects_in_graph

UNANSWERABLE = ("refusal", "false_premise")


@dataclass(slots=True)
class DataReport:
    """What was made: examples on either side, by kind, and everything dropped with its reason."""

    folder: str
    train: int
    held_out: int
    kinds: dict[str, int]
    dropped: dict[str, int]
    leaks: list[str]
    unused: list[str]
    hashes: dict[str, str] = field(default_factory=dict)


def make_data(
    folder: Path,
    sources: Sequence[str],
    questions: Sequence[Path],
    share: float,
    seed: int,
    store: Store | None = None,
    count: int = 0,
    advance: Progress = unheard,
) -> DataReport:
    """Write `train.jsonl`, `held_out.jsonl`, `questions.jsonl` (held out, for `train evaluate`) and `report.json`.

    `sources` are instruction sets; with a `store`, about `count` examples are made from it. What the files of
    `questions` ask about is kept out. Raises `TrainingError` if nothing is left.
    """
    kept_out = [(q["question"], _about(q["question"], store)) for path in questions for q in read_questions(path)]
    examples, unused = _instructions(sources)
    report, made = Report(), []
    if store is not None:
        forbidden = frozenset(subject for _, about in kept_out for subject in about)
        for item in grounded(store, count, seed, report, forbidden):
            made.append(item)
            advance(len(made), count, item.example.kind)
    cleaned = clean([*examples, *(item.example for item in made)], kept_out)
    training, held_out = split(cleaned.examples, share, seed)
    if not training or not held_out:
        raise TrainingError(
            f"nothing is left to {'train on' if not training else 'hold out'}: {len(cleaned.examples)} examples after "
            f"cleaning, {len(cleaned.dropped)} dropped; give more data or another --share"
        )
    folder.mkdir(parents=True, exist_ok=True)
    write_examples(folder / "train.jsonl", training)
    write_examples(folder / "held_out.jsonl", held_out)
    _write_questions(
        folder / "questions.jsonl", [g for g in made if any(g.example.messages == e.messages for e in held_out)]
    )
    result = DataReport(
        folder=str(folder),
        train=len(training),
        held_out=len(held_out),
        kinds=dict(sorted(Counter(e.kind for e in cleaned.examples).items())),
        dropped=dict(Counter("leak" if r.startswith("leaks") else r for r, _ in cleaned.dropped)) | report.left_out,
        leaks=[f"{reason}: {question}" for reason, question in cleaned.dropped if reason.startswith("leaks")],
        unused=unused,
        hashes=digest([folder / "train.jsonl", folder / "held_out.jsonl"]),
    )
    (folder / "report.json").write_text(
        json.dumps(asdict(result), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    return result


def _about(question: str, store: Store | None) -> list[str]:
    return sorted({*subjects(question), *(subjects_in_graph(store, question) if store else [])})


def _instructions(sources: Sequence[str]) -> tuple[list[Example], list[str]]:
    examples: list[Example] = []
    unused: list[str] = []
    for source in sources:
        read, bad = read_instructions(source)
        examples += [replace(e, subjects=subjects(f"{e.question} {e.answer}")) for e in read]
        unused += bad
    return examples, unused


def _write_questions(path: Path, made: Sequence[Grounded]) -> None:
    """The held-out questions in the labels' form, with the ids of their answers; what was swapped is no question."""
    asked = (m for m in made if m.complete and m.example.kind != "refusal")
    write_items(
        path,
        (
            {
                "id": f"held-out-{number}",
                "type": item.example.kind,
                "question": item.example.question,
                "answerable": item.example.kind not in UNANSWERABLE,
                "answer_cases": [],
                "answer_provisions": [],
                "answer_ids": item.answers,
            }
            for number, item in enumerate(asked, 1)
        ),
    )
