"""A question as it was understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from extraction.light_spacy import Doc
from extraction.reading import read
from extraction.records import PassageRole
from kg.nodes import Case, Court, Judge
from kg.store import Between
from qa.query.record import Query

Intent = Literal[
    "cites",
    "cited_by",
    "treatment",
    "good_law",
    "between",
    "path",
    "comparison",
    "filter",
    "among",
    "provision_of_case",
    "cases_on_provision",
    "provision_text",
    "provision_topic",
    "refers_to",
    "classification",
    "replacement",
    "summary",
    "case",
    "known_case",
    "open",
    "facts",
]
Side = Literal["in", "out"]
Want = Literal["case", "law", "outside", "provision", "relation"]
"""What a question wants: a case by what it stands for, what courts state, what no law here tells, the words of a
provision, or how cases and provisions relate that it names."""


@dataclass(slots=True)
class CaseName:
    """A place in the question that names a case; `node` is None where it names none or several.

    `year` is the year the question attaches to the name, `nearest` what it may have meant.
    """

    start: int
    end: int
    text: str
    node: Case | None
    candidates: list[Case] = field(default_factory=list)
    nearest: list[Case] = field(default_factory=list)
    year: int | None = None


@dataclass(slots=True)
class ProvisionName:
    """A place in the question that names a provision; `ids` are those of the graph, `wanted` the id it stands for.

    `wanted` is None where the question leaves the act open.
    """

    start: int
    end: int
    text: str
    kind: str
    number: str
    ids: list[str]
    wanted: str | None


@dataclass(frozen=True, slots=True)
class Context:
    """What a question takes from others before it: `names`, the places of cases that are settled, and the cases
    `among` which its answer is sought."""

    names: Sequence[CaseName] = ()
    among: Sequence[Case] = ()


NO_CONTEXT = Context()


@dataclass(slots=True)
class Question:
    """`side` "in" asks what later cases did to the named one, "out" what it did to earlier ones.

    `asked` is the kind of authority asked for, `treatments` the kinds of treatment, `assumed` whether the question
    takes the treatment for granted ("on what grounds did ..."), `topic` its content words, `among` the cases that it
    keeps to ("which of those"), `parts` those of a judgment that are asked for, `wants` how probable each want is of a
    question that names no case in full and no provision. `query` is the question where its conditions compose, `unread`
    what it then says besides that was not understood.
    """

    text: str
    masked: str
    intent: Intent = "open"
    cases: list[CaseName] = field(default_factory=list)
    provisions: list[ProvisionName] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    judges: list[Judge] = field(default_factory=list)
    courts: list[Court] = field(default_factory=list)
    years: Between | None = None
    bench_size: int | None = None
    asked: Literal["case", "provision"] | None = None
    side: Side = "in"
    treatments: tuple[str, ...] = ()
    assumed: bool = False
    topic: list[str] = field(default_factory=list)
    among: Sequence[Case] = ()
    parts: tuple[PassageRole, ...] = ()
    wants: Mapping[Want, float] = field(default_factory=dict)
    query: Query | None = None
    unread: tuple[str, ...] = ()

    @property
    def doc(self) -> Doc:
        """What the text was read as."""
        return read(self.text)

    def named_cases(self) -> list[Case]:
        """The cases that the question names and the graph has, in order, each once."""
        return list({case.node.id: case.node for case in self.cases if case.node}.values())

    def wanted(self, want: Want) -> bool:
        """Whether a question in free words wants this before all else."""
        return bool(self.wants) and max(self.wants, key=self.wants.__getitem__) == want

    def subject(self) -> Case:
        """The first case that the question names and the graph has."""
        return self.named_cases()[0]

    def named_ids(self) -> set[str]:
        """Ids of all that the question itself names."""
        return {c.node.id for c in self.cases if c.node} | {i for p in self.provisions for i in p.ids}


def within(years: Between, year: int | None) -> bool:
    """Whether a year is known and in the span."""
    low, high = int(years.low or 0), int(years.high or 9999)
    return year is not None and low <= year <= high
