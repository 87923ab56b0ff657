"""Questions about what the graph has, worded by templates, each knowing which edges answer it."""

import random
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from extraction.parties.titles import split_title
from kg.edges import Cites, CitesProvision, Edge, RefersTo
from kg.nodes import Case, Provision, of_type
from kg.store import Store
from qa.citator.standing import GRAVE
from qa.text import wording

Test = Callable[[Edge], bool]
WORDING: dict[str, Any] = tomllib.loads(files("training").joinpath("data/questions.toml").read_text(encoding="utf-8"))
REFUSALS: list[str] = WORDING["refusal"]["answers"]
DID = {"overruled": "overrule", "distinguished": "distinguish", "followed": "follow", "doubted": "doubt"}
FEW = 6  # authorities that an answer can tell in full
ALONE = 0.05  # of the cases with two links or less are asked about: most cases have no more and would be most questions


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of one kind about its `subjects`; `holds` tells the edges that answer, `lead` opens the answer."""

    kind: str
    text: str
    subjects: list[str]
    holds: Test
    lead: list[str] = field(default_factory=list)


def _incoming(id: str, type: type[Edge], kinds: Sequence[str] = ()) -> Test:
    return lambda e: isinstance(e, type) and e.target == id and _is_of(e, kinds)


def _outgoing(id: str, type: type[Edge], kinds: Sequence[str] = ()) -> Test:
    return lambda e: isinstance(e, type) and e.source == id and _is_of(e, kinds)


def _is_of(edge: Edge, kinds: Sequence[str]) -> bool:
    return not kinds or (isinstance(edge, Cites) and edge.effective in kinds)


def _among(ids: set[str]) -> Test:
    return lambda e: isinstance(e, Cites) and {e.source, e.target} <= ids


def _none(_: Edge) -> bool:
    return False


def asked(store: Store, draw: random.Random) -> Iterator[Asked]:
    """Questions without end of the graph's material, the kinds taking turns; ends when the graph is used up."""
    cases = [n for n in store.find(Case, {}) if n.year and split_title(wording.title(n))[1]]
    provisions = [n for n in store.find(Provision, {}) if n.text]
    draw.shuffle(cases)
    draw.shuffle(provisions)
    streams = [
        _of_cases(store, cases, draw),
        _of_chains(store, cases[::-1], draw),
        _of_provisions(store, provisions, draw),
    ]
    while streams:
        for stream in list(streams):
            question = next(stream, None)
            if question is None:
                streams.remove(stream)
            else:
                yield question


def _worded(kind: str, draw: random.Random, subjects: Sequence[str], holds: Test, **names: str) -> Asked:
    text = draw.choice(WORDING[kind]["questions"]).format(**names)
    lead = [draw.choice(WORDING[kind]["answers"])] if "answers" in WORDING[kind] else []
    return Asked(kind, text, list(subjects), holds, lead)


def _named(node: Case, draw: random.Random) -> str:
    title, decided = wording.title(node), node.year
    return draw.choice([title, f"{title} ({decided})", title.replace(" v. ", " v "), f"{title}, {decided}"])


def _of_cases(store: Store, cases: Sequence[Case], draw: random.Random) -> Iterator[Asked]:
    """One question about each case, of a kind that its edges allow."""
    for case in cases:
        cited = store.expand([case.id], [Cites], "out")
        applied = store.expand([case.id], [CitesProvision], "out")
        citing = store.expand([case.id], [Cites], "in")
        kinds = []
        if 0 < len(citing) <= FEW:
            kinds += ["cited_by", "good_law"]
            kinds += [f"treatment {t}" for t in DID if any(e.effective == t and e.is_own for e in citing)] * 2
        if 0 < len(cited) <= FEW:
            kinds.append("cites")
            kinds += [f"treated {t}" for t in DID if any(e.effective == t and e.is_own for e in cited)] * 2
        if len(citing) > FEW:
            kinds += ["filter"] * 2
        if 0 < len(applied) <= FEW:
            kinds.append("provision_of_case")
        if kinds and (len(cited) + len(applied) + len(citing) > 2 or draw.random() < ALONE):
            yield _about(case, draw.choice(kinds), store, citing, draw)


def _about(case: Case, kind: str, store: Store, citing: Sequence[Edge], draw: random.Random) -> Asked:
    kind, _, done = kind.partition(" ")
    name = _named(case, draw)
    tests = {
        "cited_by": _incoming(case.id, Cites),
        "cites": _outgoing(case.id, Cites),
        "treatment": _incoming(case.id, Cites, (done,)),
        "treated": _outgoing(case.id, Cites, (done,)),
        "good_law": _incoming(case.id, Cites, GRAVE),
        "provision_of_case": _outgoing(case.id, CitesProvision),
    }
    if kind == "filter":
        years = {n.id: n.year for n in of_type(Case, store.nodes([e.source for e in citing]))}
        year = draw.choice(sorted({y for y in years.values() if y}) or [0])
        return _worded(
            "filter",
            draw,
            [case.id],
            lambda e: e.target == case.id and years.get(e.source) == year,
            case=name,
            year=str(year),
        )
    return _worded(kind, draw, [case.id], tests[kind], case=name, done=done, did=DID.get(done, ""))


def _of_chains(store: Store, cases: Sequence[Case], draw: random.Random) -> Iterator[Asked]:
    """Questions about two cases: one citation, a chain of two, or an overruling that never was."""
    for case in cases:
        first = [e for e in store.expand([case.id], [Cites], "out") if e.effective != "overruled"]
        if not first:
            continue
        one = draw.choice(first)
        further = store.expand([one.target], [Cites], "out")
        kind = draw.choice(["between", "false_premise", *["path"] * (2 * bool(further))])
        last = draw.choice(further).target if kind == "path" else one.target
        [other] = of_type(Case, store.nodes([last]))
        if not other.year or not split_title(wording.title(other))[1] or last == case.id:
            continue
        yield _worded(
            kind,
            draw,
            [case.id, last],
            _among({case.id, one.target, last}),
            case=_named(case, draw),
            other=_named(other, draw),
        )


def _of_provisions(store: Store, provisions: Sequence[Provision], draw: random.Random) -> Iterator[Asked]:
    """One question about each provision, of a kind that its edges allow."""
    for node in provisions:
        on_it = store.expand([node.id], [CitesProvision], "in")
        refers = [e for e in store.expand([node.id], [RefersTo], "out") if e.target != node.id]
        heading = (node.heading or "").strip(" .")
        kinds = ["provision_text"]
        kinds += ["provision_topic"] * (2 < len(heading.split()) < 12)
        kinds += ["cases_on_provision"] * 2 * (0 < len(on_it) <= FEW)
        kinds += ["refers_to"] * (0 < len(refers) <= FEW)
        kind = draw.choice(kinds)
        tests = {
            "cases_on_provision": _incoming(node.id, CitesProvision),
            "refers_to": _outgoing(node.id, RefersTo),
        }
        name = wording.title(node)
        yield _worded(
            kind,
            draw,
            [node.id],
            tests.get(kind, _none),
            provision=name,
            heading=heading[:1].lower() + heading[1:],
        )
