"""The question before, asked again of something else: "what about article 19?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from tomllib import loads

from extraction.light_spacy import Doc
from kg.nodes import Case
from kg.store import Store
from qa.query.question import NO_CONTEXT, CaseName, Context, Question
from qa.text import wording
from qa.text.masking import blank
from qa.understanding import conditions as narrowing
from qa.understanding.understand import understand

BESIDE = frozenset(loads(files("qa").joinpath("data/followups.toml").read_text(encoding="utf-8"))["beside"].split())


@dataclass(frozen=True, slots=True)
class Substituted:
    """The question anew; with a `refusal` where it is not clear what gives way."""

    text: str
    context: Context = NO_CONTEXT
    refusal: str | None = None


def instead(store: Store, rest: str, old: Question) -> Substituted | None:
    """`old` with what `rest` names in the place of the like; None where `rest` is more than a name."""
    new = understand(store, rest)
    if not _is_name_alone(new):
        return None
    if new.provisions:
        return _of_provision(new, old)
    if new.cases:
        return _of_case(new, old)
    if new.years:
        return Substituted(_with_years(old, rest), _kept(old))
    if new.judges and not old.judges:
        return Substituted(f"{old.text.rstrip(' ?.')} {rest}", _kept(old))
    return None


def _is_name_alone(new: Question) -> bool:
    spans = [(p.start, p.end) for p in new.provisions] + [(c.start, c.end) for c in new.cases]
    plain = blank(new.text, spans + [(act.start, act.end) for act in new.doc._.acts])
    judges = {w for judge in new.judges for w in re.findall(r"[a-z]+", wording.title(judge).lower())}
    others = set(re.findall(r"[a-z]+", plain.lower())) - BESIDE - judges
    kinds = [bool(new.provisions), bool(new.cases), bool(new.years), bool(new.judges)]
    return not others and sum(kinds) == 1


def _of_provision(new: Question, old: Question) -> Substituted | None:
    places = old.provisions
    if len(places) != 1:
        return _unclear("provision", len(places))
    given, gone = new.provisions[0], places[0]
    act = (gone.wanted or next(iter(gone.ids), "")).partition("/")[0]
    wanted = given.wanted or (f"{act}/{gone.kind}-{given.number}" if act else None)
    name = wording.provision_title(wanted) if wanted else given.text
    return _replaced(old, gone.start, _act_end(old.doc, old.text, gone.end), name)


def _act_end(doc: Doc, text: str, end: int) -> int:
    """Where a provision that ends at `end` ends with the act beside it: "section 302 of the IPC"."""
    beside = (act.end for act in doc._.acts if re.fullmatch(r"[\s,]*(?:of (?:the )?)?", text[end : act.start]))
    return next(beside, end)


def _of_case(new: Question, old: Question) -> Substituted | None:
    places = [case for case in old.cases if case.node]
    if len(places) != 1:
        return _unclear("case", len(places))
    gone, node = places[0], new.cases[0].node
    return _replaced(old, gone.start, gone.end, wording.label(node) if node else new.cases[0].text, node)


def _unclear(kind: str, count: int) -> Substituted | None:
    """Nothing to replace is no substitution; several things are asked back."""
    if count == 0:
        return None
    return Substituted("", refusal=f"The question before names {wording.plural(count, kind)}: ask the whole question.")


def _replaced(old: Question, start: int, end: int, name: str, node: Case | None = None) -> Substituted:
    """The old question with `name` at the place; settled cases before and behind it keep their places."""
    moved = len(name) - (end - start)
    kept = [case for case in old.cases if case.node and (case.start, case.end) != (start, end)]
    names = [_moved(case, moved if case.start > start else 0) for case in kept]
    if node:
        names.append(CaseName(start, start + len(name), name, node))
    text = f"{old.text[:start]}{name}{old.text[end:]}"
    return Substituted(text, Context(sorted(names, key=lambda case: case.start), old.among))


def _moved(case: CaseName, by: int) -> CaseName:
    return CaseName(case.start + by, case.end + by, case.text, case.node, year=case.year)


def _kept(old: Question) -> Context:
    return Context([_moved(case, 0) for case in old.cases if case.node], old.among)


def _with_years(old: Question, rest: str) -> str:
    """The old question with other years: in the place of its own, else at its end."""
    plain = blank(old.text, _names(old))
    span = narrowing.years_span(plain)
    if span is None or span[0] < max((end for _, end in _names(old)), default=0):
        return f"{old.text.rstrip(' ?.')} {rest}"
    return f"{old.text[: span[0]].rstrip()} {rest}{old.text[span[1] :]}"


def _names(old: Question) -> Sequence[tuple[int, int]]:
    return [(case.start, case.end) for case in old.cases] + [(p.start, p.end) for p in old.provisions]
