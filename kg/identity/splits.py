"""Splits: what somebody found to be wrongly joined stays apart, whatever documents come and go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from kg.identity.naming import Naming, hard_keys, soft_keys


@dataclass(frozen=True, slots=True)
class Split:
    """A case from which the namings of some `documents` and those with some `citations` (keys) were set apart.

    `kept` and `gone` are the keys of what stayed and of what was set apart at that time, by which namings that come
    later are told; `case` is the title of what stayed, `apart` what was set apart as the user gave it.
    """

    id: str
    case: str
    apart: tuple[str, ...]
    documents: tuple[str, ...]
    citations: tuple[str, ...]
    kept: tuple[str, ...]
    gone: tuple[str, ...]

    def sets_apart(self, naming: Naming) -> bool | None:
        """Whether a naming is of what was set apart (True), of what stayed (False), or of neither (None)."""
        keys = set(marks(naming))
        if not keys.isdisjoint((*self.kept, *self.gone)):
            cited = {citation.key for citation in naming.citations}
            if naming.document in self.documents or not cited.isdisjoint(self.citations):
                return True
        if not keys.isdisjoint(set(self.gone) - set(self.kept)):
            return None
        return None if keys.isdisjoint(self.kept) else False


SPLIT: TypeAdapter[Split] = TypeAdapter(Split)


def marks(naming: Naming) -> list[str]:
    """The keys by which a split tells a naming: what it shares with others that are decided with it."""
    return hard_keys(naming) or soft_keys(naming)


def parted(one: Iterable[Naming], other: Iterable[Naming], splits: Sequence[Split]) -> bool:
    """Whether some split keeps two groups of namings apart."""
    if not splits:
        return False
    left, right = list(one), list(other)
    return any(_opposed(split, left, right) for split in splits)


def _opposed(split: Split, left: Sequence[Naming], right: Sequence[Naming]) -> bool:
    first, second = ({split.sets_apart(naming) for naming in side} for side in (left, right))
    return (True in first and False in second) or (False in first and True in second)
