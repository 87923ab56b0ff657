"""Grounded examples from the graph itself: question, evidence as `ask` packs it, an answer that verification passes."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.store import Store
from qa.ask import gather
from qa.errors import QuestionError
from qa.evidence import Evidence
from qa.models.prompt import chat, fact, facts, quote, quotes, shown_edges
from qa.verification.verify import verify
from training.examples.example import Example
from training.examples.questions import REFUSALS, Asked, asked

KINDS = 12  # no kind is more than one in so many examples
DISTRACTED = 0.1  # of the examples have evidence of another question besides
MISPLACED = 0.06  # of the examples have nothing that answers, so that refusing is learned
FOREIGN = 0.7  # of those have another question's evidence, the rest none
INTENTS = {
    "cited_by": ("cited_by", "treatment"),
    "cites": ("cites", "treatment"),
    "treatment": ("treatment", "cited_by"),
    "treated": ("treatment", "cites"),
    "good_law": ("good_law",),
    "between": ("between",),
    "path": ("path",),
    "cases_on_provision": ("cases_on_provision",),
    "provision_of_case": ("provision_of_case",),
    "provision_text": ("provision_text",),
    "provision_topic": ("provision_topic", "provision_text", "open"),
    "refers_to": ("refers_to",),
    "filter": ("filter", "cited_by"),
    "passage": ("case", "open"),
    "false_premise": ("between", "treatment"),
}


@dataclass(slots=True)
class Grounded:
    """An example with what answers it: `answers` are the ids its answer names beyond those the question names."""

    example: Example
    answers: list[str]
    complete: bool


@dataclass(slots=True)
class Report:
    """How many examples were kept by kind, and why others were not."""

    kept: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)


def grounded(
    store: Store, count: int, seed: int, report: Report, skip: frozenset[str] = frozenset()
) -> Iterator[Grounded]:
    """About `count` examples, no kind more than one in `KINDS`, the same for the same graph and `seed`.

    Questions about a subject in `skip` are not made.
    """
    draw = random.Random(seed)
    most = -(-count // KINDS)
    earlier: list[tuple[list[str], list[str]]] = []
    for question in asked(store, draw):
        if sum(report.kept.values()) >= count:
            return
        if report.kept.get(question.kind, 0) >= most:
            continue
        if skip & set(question.subjects):
            _note(report.left_out, "held out")
        elif not isinstance(made := _example(store, question, draw, earlier), str):
            _note(report.kept, made.example.kind)
            yield made
        else:
            _note(report.left_out, made)


def _note(counts: dict[str, int], key: str) -> None:
    counts[key] = counts.get(key, 0) + 1


def _example(
    store: Store, question: Asked, draw: random.Random, earlier: list[tuple[list[str], list[str]]]
) -> Grounded | str:
    """The example of a question, or why there is none."""
    try:
        understood, evidence = gather(store, question.text)
    except QuestionError:
        return "not understood"
    if understood.intent not in INTENTS[question.kind] or not set(question.subjects) <= understood.named_ids() | set(
        evidence.answers
    ):
        return "understood otherwise"
    told, quoted = facts(evidence), quotes(evidence)
    if not told and not quoted:
        return "nothing found"
    if earlier and draw.random() < MISPLACED:
        told, quoted = draw.choice([*earlier, ([], [])]) if draw.random() < FOREIGN else ([], [])
        return _made(question, told, quoted, draw.choice(REFUSALS), [], "refusal", True)
    lines, named = _answer(question, evidence)
    if not lines:
        return "nothing to say"
    if verify("\n".join(lines), evidence).dropped:
        return "does not pass verification"
    if earlier and draw.random() < DISTRACTED:
        told = [*told, *[line for line in draw.choice(earlier)[0][:2] if "[" not in line]]
    earlier.append((list(told), list(quoted)))
    draw.shuffle(told)
    whole = not understood.named_ids() or set(evidence.answers) <= set(named) | understood.named_ids()
    return _made(question, told, quoted, "\n".join([*question.lead, *lines]), named, question.kind, whole)


def _made(
    question: Asked, told: list[str], quoted: list[str], answer: str, named: list[str], kind: str, whole: bool
) -> Grounded:
    messages = [*chat(question.text, told, quoted), {"role": "assistant", "content": answer}]
    return Grounded(Example(messages, kind, "graph", question.subjects), named, whole)


def _answer(question: Asked, evidence: Evidence) -> tuple[list[str], list[str]]:
    """The lines that answer, in the evidence's own words, and the ids they name."""
    if question.kind in ("provision_text", "provision_topic", "passage"):
        texts = [s for s in evidence.sources.values() if s.kind != "edge"][:1]
        return [quote(s) for s in texts], [s.node for s in texts]
    edges = [e for e in shown_edges(evidence) if question.holds(e)]
    if not edges and question.kind == "good_law":
        return [claim.text for claim in evidence.claims if not claim.sources][:1], []
    ends = [end for e in edges for end in (e.source, e.target) if end not in question.subjects]
    return [fact(evidence, e) for e in edges], list(dict.fromkeys(ends))
