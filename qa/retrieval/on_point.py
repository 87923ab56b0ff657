"""What a provision says on the point of a question: the sentence, clause or proviso that answers."""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise

from extraction.text.sentences import sentence_starts
from kg.nodes import Provision
from kg.search.encoder import PackagedEmbedder
from qa.retrieval.passage_signals import Asked, word_share

_TABLE = tomllib.loads(files("qa").joinpath("data/on_point.toml").read_text(encoding="utf-8"))["kinds"]
_KINDS = [tuple(re.compile(row[side], re.IGNORECASE) for side in ("asks", "answers")) for row in _TABLE]
WHOLE = 450  # characters of a provision or a statement of it that is told whole
READ = 8  # units that are read by the encoder; the others by its table
_UNIT = re.compile(r"[ \t]*\S[^\n]*?(?=\n|$|(?<=[.;:])(?:Provided|Explanation|Exception)\b)")
_MARK = re.compile(
    r"[\s\[\d]*(?:\(\w{1,4}\)|\w{1,4}[.)]|(?:explanation|exception|proviso|illustrations?)[\s\d]*)[\s.—:-]*",
    re.IGNORECASE,
)
_APART = re.compile(r"[\s\[\d]*(?:provided|explanations?|exceptions?|illustrations?)\b", re.IGNORECASE)
_CLOSED = re.compile(r"[.?][\"'”’)\]\s]*$")
_EXAMPLES = re.compile(r"[\s\[\d]*illustrations?\b", re.IGNORECASE)
KIND = 0.15  # what a unit gains that is of the kind asked for: a punishment, a limit, an exception, a meaning
SHARED = 0.4  # the words of the question beside a cosine of 1
OPENING = 0.08  # the first words of a provision are its rule


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, clause or proviso: its place in the text, and the statement that it is part of."""

    start: int
    end: int
    statement: int


def on_point(provision: Provision, question: str, asked: Asked) -> list[str]:
    """The words of the provision that answer, verbatim: one piece, or a statement's opening and the clause of it."""
    text = provision.text or ""
    if len(text.strip()) <= WHOLE:
        return [text.strip()] if text.strip() else []
    units = units_of(text)
    best = max(_scored(provision, text, units, question, asked), key=lambda s: (s[0], -s[1].start))[1]
    own = [unit for unit in units if unit.statement == best.statement]
    if own[-1].end - own[0].start <= WHOLE:
        return [text[own[0].start : own[-1].end].strip()]
    told = {own[0], best} if own[0] is not best and own[0].end - own[0].start <= WHOLE else {best}
    if own[-1] not in told and own[0] in told and text[own[-1].start :].lstrip()[:1].islower():
        told.add(own[-1])
    return [text[unit.start : unit.end].strip() for unit in units if unit in told]


def units_of(text: str) -> list[Unit]:
    """The sentences and clauses of a provision without its illustrations, each with the statement it belongs to."""
    spans: list[tuple[int, int]] = []
    for line in _UNIT.finditer(text):
        bounds = [*(line.start() + at for at in sentence_starts(line.group())), line.end()]
        for start, end in pairwise(bounds):
            if spans and _MARK.fullmatch(text, *spans[-1]):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    units, statement = [], 0
    for place, (start, end) in enumerate(spans):
        if _EXAMPLES.match(text, start, end):
            break
        if place and (_CLOSED.search(text[slice(*spans[place - 1])]) or _APART.match(text, start, end)):
            statement += 1
        units.append(Unit(start, end, statement))
    return units or [Unit(0, len(text), 0)]


def _scored(
    provision: Provision, text: str, units: list[Unit], question: str, asked: Asked
) -> list[tuple[float, Unit]]:
    kinds = [answers for asks, answers in _KINDS if asks.search(question)]
    scored = []
    for unit in units:
        said = text[unit.start : unit.end]
        score = SHARED * word_share(asked, said) + KIND * any(kind.search(said) for kind in kinds)
        scored.append((score + OPENING * (unit is units[0]), unit))
    if asked.vector is None:
        return scored
    headed = [f"{provision.heading or ''}: {text[unit.start : unit.end]}" for unit in units]
    rough = PackagedEmbedder().approximate(headed) @ asked.vector
    order = sorted(range(len(units)), key=lambda i: -(scored[i][0] + rough[i]))[:READ]
    near = PackagedEmbedder().encode([headed[i] for i in order]) @ asked.vector
    return [(scored[i][0] + float(cosine), units[i]) for i, cosine in zip(order, near, strict=True)]
