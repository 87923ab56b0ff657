"""A case as all its namings have it, and what speaks for and against two of them being one."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from extraction.parties.likeness import RESEMBLING, SURE, distinctive, likeness, resembling, same_parties, sides
from extraction.parties.words import series
from extraction.parties.years import Years
from kg.identity.naming import Naming

_NUMBERED = frozenset({"Indlaw", "INSC", "MANU", "SCC OnLine", "LiveLaw"})
_LONG_PAGE = 3  # digits: of shorter page numbers, one digit apart is mostly another case


@dataclass(slots=True, eq=False)
class Cluster:
    """Namings of one case, with the reasons that brought each in by naming id."""

    namings: list[Naming]
    reasons: dict[str, str] = field(default_factory=dict)

    @property
    def own(self) -> list[Naming]:
        """The namings by the judgment's own text."""
        return [n for n in self.namings if n.own]

    @property
    def known(self) -> list[Naming]:
        """The namings by the judgment's own text and by a court's list."""
        return [n for n in self.namings if n.known]

    @property
    def parties(self) -> list[tuple[str, str]]:
        """The spellings of the parties, most common first, four at most."""
        counted = Counter((n.petitioner, n.respondent) for n in self.namings if n.petitioner)
        return [pair for pair, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:4]]

    @property
    def decided(self) -> set[int]:
        """Years of decision that its namings are sure of."""
        return {n.decided for n in self.namings if n.decided}

    @property
    def printed(self) -> set[int]:
        """Years of print of its citations."""
        return {c.year for n in self.namings for c in n.citations if c.year and not c.decision_year}

    @property
    def years(self) -> Years:
        """The years that its namings tell."""
        return Years(self.decided, self.printed)

    @property
    def places(self) -> dict[str, set[str]]:
        """Citation keys by reporter."""
        found: dict[str, set[str]] = defaultdict(set)
        for citation in (c for n in self.namings for c in n.citations):
            found[citation.reporter].add(citation.key)
        return found


def names_agree(one: Cluster, other: Cluster, cited: bool = False) -> bool:
    """Whether the parties of two clusters can be the same; no names contradict nothing.

    Of clusters `cited` alike less is asked: letters that resemble, or one party that tells the case.
    """
    if not one.parties or not other.parties:
        return True
    agree = _cited_parties_agree if cited else _parties_agree
    return any(agree(a, b) for a in one.parties for b in other.parties)


def _parties_agree(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one[1] and other[1]:
        return same_parties(*one, *other) >= RESEMBLING
    short, full = (one, other) if not one[1] else (other, one)
    return any(likeness(short[0], party) >= RESEMBLING for party in full if party)


def _cited_parties_agree(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if not (one[1] and other[1]):
        short = one[0] if not one[1] else other[0]
        return not distinctive(short) or _parties_agree(one, other)
    if any(
        score >= SURE and distinctive(party)
        for pair in sides(*one, *other)
        for score, party in zip(pair, one, strict=True)
    ):
        return True
    return any(
        min(resembling(a, b) for a, b in zip(one, pair, strict=True)) >= RESEMBLING for pair in (other, other[::-1])
    )


def places_conflict(one: Cluster, other: Cluster) -> bool:
    """Whether some reporter has the two at different places and none has them at the same, or one digit away."""
    left, right = one.places, other.places
    shared = left.keys() & right.keys()
    return bool(shared) and all(left[r].isdisjoint(right[r]) for r in shared) and not _misprinted(left, right, shared)


def _misprinted(left: dict[str, set[str]], right: dict[str, set[str]], shared: Iterable[str]) -> bool:
    printed = sorted(set(shared) - _NUMBERED)
    return any(_one_digit_away(a, b) for r in printed for a in left[r] for b in right[r])


def _one_digit_away(one: str, other: str) -> bool:
    """Whether two citations differ in one digit of a page of three digits or more ("1965-1-scr-636", "...-686")."""
    *place, page = one.split("-")
    *other_place, other_page = other.split("-")
    if place != other_place or len(page) != len(other_page) or len(page) < _LONG_PAGE:
        return False
    return sum(a != b for a, b in zip(page, other_page, strict=True)) == 1


def numbered(case: Cluster) -> bool:
    """Whether some naming numbers the case among decisions between the same parties ("(II)")."""
    return any(series(party) for n in case.namings for party in (n.petitioner, n.respondent))
