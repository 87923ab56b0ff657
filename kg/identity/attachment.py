"""Which judgment a cited case is, where citations alone do not tell: parties, year and court decide together."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.parties.likeness import (
    ALIKE,
    CLOSE,
    EQUAL,
    HALF,
    IN_PART,
    MARGIN,
    SPELLED,
    SURE,
    distinctive,
    likeness,
    same_parties,
    sides,
)
from extraction.parties.short_names import called
from extraction.parties.words import words
from extraction.parties.years import gap, too_early
from kg.identity.cluster import Cluster, numbered, places_conflict
from kg.identity.naming import Naming

_LONG_NAME = 4  # words: a party with so many is told apart by them, though each is common


@dataclass(frozen=True, slots=True)
class Attachment:
    """`own` is the judgment's naming, or None; `rivals` are the judgments that it could as well be."""

    own: Naming | None
    reason: str = ""
    rivals: tuple[Naming, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fit:
    """How far a judgment answers: its weaker party, its stronger one (0 if that says little), years apart.

    `telling` says that the stronger one has a name that few parties share, and not only a long one.
    """

    own: Naming
    weaker: float
    stronger: float
    telling: bool
    gap: int | None

    @property
    def rank(self) -> tuple[float, ...]:
        """To sort by, the best first."""
        return (self.gap if self.gap is not None else 9, -self.weaker, -self.stronger)


def attach(case: Cluster, judgments: Sequence[Naming]) -> Attachment:
    """The one of `judgments` that a cited case without text of its own is; none, or rivals, where that is open."""
    if case.namings[0].bare:
        return _by_name(case.namings[0], judgments)
    fits = [fit for own in judgments if (fit := _fit(case, own)) is not None and _good(fit)]
    if not fits:
        return Attachment(None)
    fits.sort(key=lambda f: (*f.rank, f.own.content))
    best = fits[0]
    if best.gap is None and numbered(case):
        return Attachment(None)
    rivals = [f for f in fits[1:] if f.gap == best.gap and f.weaker > best.weaker - MARGIN]
    if rivals:
        return Attachment(None, "", tuple(f.own for f in (best, *rivals)))
    return Attachment(best.own, "the same parties" + (" and year" if best.gap is not None else ""))


def text_of(listed: Cluster, judgments: Sequence[Naming]) -> list[Naming]:
    """The judgments that a case of a court's list is: the same parties on the same day, or where none is printed."""
    return [own for own in judgments if own.own and any(_same_judgment(row, own) for row in listed.known)]


def _same_judgment(row: Naming, own: Naming) -> bool:
    agree = same_parties(row.petitioner, row.respondent, own.petitioner, own.respondent)
    if own.date is None or row.date is None:
        return agree >= CLOSE and not own.citations
    year, month, day = own.date.split("-")
    return agree >= ALIKE and row.date in (own.date, f"{year}-{day}-{month}")


def _by_name(naming: Naming, judgments: Sequence[Naming]) -> Attachment:
    """The only earlier judgment with a party of that name; several are rivals, those named in full before others."""
    answering = [
        (score, own)
        for own in judgments
        if not too_early(naming.cited_in, own.year)
        and (score := max(called(naming.petitioner, party) for party in (own.petitioner, own.respondent))) >= CLOSE
    ]
    named = [own for score, own in answering if score >= SURE] or [own for _, own in answering]
    if len(named) == 1 and distinctive(naming.petitioner):
        return Attachment(named[0], "the only earlier case of that name")
    return Attachment(None, "", tuple(named))


def _good(fit: _Fit) -> bool:
    """Whether parties that agree so far are the same: the less they agree, the more the year must.

    Where one party is the same beyond doubt and the year too, half of the other's name is enough. Without a year
    parts of a name are not enough, unless the judgment's own year is the one that is missing.
    """
    sure = fit.stronger >= SURE
    sure_name = fit.telling and fit.stronger >= EQUAL
    if fit.own.registered:
        return fit.gap == 0 and fit.weaker >= ALIKE
    if fit.gap is None:
        return fit.weaker >= (SPELLED if fit.own.year else CLOSE) or (sure_name and fit.weaker >= ALIKE)
    if fit.gap == 0:
        return fit.weaker >= ALIKE or (sure and fit.weaker >= (IN_PART if fit.telling else HALF))
    return fit.gap == 1 and fit.weaker >= EQUAL


def _fit(case: Cluster, own: Naming) -> _Fit | None:
    courts = {n.court for n in case.namings if n.court}
    if (courts and own.court and own.court not in courts) or places_conflict(case, Cluster([own])):
        return None
    if all(too_early(n.cited_in, own.year) for n in case.namings):
        return None
    between = gap(case.years, own.year)
    weaker, stronger, telling = max(
        (_agreement(pair, own) for pair in case.parties if pair[1]), default=(0.0, 0.0, False)
    )
    if not weaker and between == 0:
        weaker = stronger = max((_as_short_name(pair[0], own) for pair in case.parties if not pair[1]), default=0.0)
    return _Fit(own, weaker, stronger, telling, between)


def _agreement(parties: tuple[str, str], own: Naming) -> tuple[float, float, bool]:
    """Likeness of the weaker side and of the stronger one that says enough, the better way round."""
    found: list[tuple[float, float, bool]] = []
    for pair in sides(*parties, own.petitioner, own.respondent):
        told = [
            (score, distinctive(party))
            for score, party in zip(pair, parties, strict=True)
            if distinctive(party) or len(words(party)) >= _LONG_NAME
        ]
        found.append((min(pair), *max(told, default=(0.0, False))))
    return max(found)


def _as_short_name(name: str, own: Naming) -> float:
    """Likeness of a short name that a citation follows to the nearer party, if it tells anything and no more."""
    parties = [party for party in (own.petitioner, own.respondent) if len(words(name)) <= len(words(party))]
    return max((likeness(name, party) for party in parties), default=0.0) if distinctive(name) else 0.0
