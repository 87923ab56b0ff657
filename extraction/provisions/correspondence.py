"""Which provisions of the codes of 2023 took the place of which provisions of the codes before them."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

SOURCE = "the government's comparison tables"
Change = Literal["same", "changed", "split", "merged"]

_PAIR = re.compile(r"(\d+[A-Z]*)((?:\(\w+\))*)=(\d+[A-Z]*)")


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A section of a new code and the one of the old code whose place it took; `clauses` are the new section's own.

    `change` is "split" or "merged" where the tables do not say whether it was changed and it is one of several.
    """

    new: str
    old: str
    clauses: tuple[str, ...]
    change: Change


@dataclass(frozen=True, slots=True)
class Replacement:
    """A code, the one that it replaced, since when (ISO), and section by section; `omitted` were not carried over."""

    new: str
    old: str
    date: str
    pairs: tuple[Correspondence, ...]
    omitted: frozenset[str]


def replacement_of(act: str) -> Replacement | None:
    """The replacement of which an act is the new or the old code."""
    return next((r for r in _table() if act in (r.new, r.old)), None)


def replaces(act: str) -> bool:
    """Whether an act is one of the new codes."""
    return any(replacement.new == act for replacement in _table())


def is_omitted(act: str, number: str) -> bool:
    """Whether a section of an old code was not carried over into the new one."""
    return any(r.old == act and number in r.omitted for r in _table())


@cache
def _table() -> tuple[Replacement, ...]:
    raw: Mapping[str, Mapping[str, str]] = tomllib.loads(
        files("extraction").joinpath("data/correspondence.toml").read_text(encoding="utf-8")
    )
    return tuple(
        Replacement(new, told["replaces"], told["date"], _pairs(told), frozenset(told.get("omitted", "").split()))
        for new, told in raw.items()
    )


def _pairs(told: Mapping[str, str]) -> tuple[Correspondence, ...]:
    """A record for every two sections, whatever clauses of them correspond; "changed" where any of these was."""
    clauses: dict[tuple[str, str], list[str]] = defaultdict(list)
    flags: dict[tuple[str, str], set[str]] = defaultdict(set)
    for flag in ("same", "changed", "untold"):
        for new, clause, old in _PAIR.findall(told.get(flag, "")):
            clauses[new, old] += [clause] if clause else []
            flags[new, old].add(flag)
    return tuple(
        Correspondence(new, old, tuple(dict.fromkeys(clauses[new, old])), _change(new, old, flags))
        for new, old in sorted(flags)
    )


def _change(new: str, old: str, flags: Mapping[tuple[str, str], set[str]]) -> Change:
    told = flags[new, old] - {"untold"}
    if told:
        return "changed" if "changed" in told else "same"
    if sum(other == new for other, _ in flags) > 1:
        return "merged"
    return "split" if sum(other == old for _, other in flags) > 1 else "changed"
