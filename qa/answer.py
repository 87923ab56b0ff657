"""The answer as users and other programs receive it."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

SourceKind = Literal["paragraph", "provision", "edge"]
AuthorityKind = Literal["case", "provision", "act", "judge", "court"]


@dataclass(frozen=True, slots=True)
class Source:
    """A verbatim `quote` and the node whose text it is; `paragraph` and `page` pinpoint it, where the text has them.

    `warning` says by whom the case was overruled, reversed or doubted; empty where nobody did.
    """

    id: str
    kind: SourceKind
    node: str
    title: str
    citation: str
    documents: list[str]
    paragraph: str | None
    quote: str
    page: str | None = None
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """What answers the question, mostly a case or a provision; `warning` as of a source.

    `treatment` and `paragraph` are those of the citation by which it answers, where it does by one.
    """

    id: str
    kind: AuthorityKind
    title: str
    citations: list[str]
    documents: list[str]
    warning: str = ""
    year: int | None = None
    treatment: str = ""
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of the answer with the ids of the sources that carry it."""

    text: str
    sources: list[str]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that verification did not let through, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """What a span of the question (characters `start` to `end`) was taken to name; `node` is None when unknown."""

    kind: str
    text: str
    start: int
    end: int
    node: str | None
    candidates: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the answer came about: what was understood, what was read and what verification dropped."""

    intent: str
    entities: list[Entity]
    filters: dict[str, str]
    topic: list[str]
    evidence: list[str]
    dropped: list[Dropped]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; `answers` is its set form, `near` what it may mean instead, `timings` are seconds by stage."""

    question: str
    answer: str
    answers: list[Authority]
    claims: list[Claim]
    sources: list[Source]
    graph: dict[str, list[dict[str, Any]]]
    refused: bool
    reason: str | None
    generator: str
    timings: dict[str, float]
    explanation: Explanation
    near: list[Authority] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The contract's keys alone, all of plain JSON types."""
        record = asdict(self)
        del record["explanation"]
        return record


def prose(claims: list[Claim]) -> str:
    """The claims as text, a line each, with the numbers of their sources."""
    return "\n".join(map(marked, claims))


def marked(claim: Claim) -> str:
    """A claim with the numbers of its sources."""
    return claim.text + (f" [{', '.join(claim.sources)}]" if claim.sources else "")
