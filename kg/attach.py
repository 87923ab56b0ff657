"""Which judgment a cited case is, where citations alone do not tell: parties, year and court decide together."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.identity import Cluster, places_conflict
from kg.names import same_parties, short_name
from kg.naming import Naming

_ALIKE, _CLOSE, _EQUAL, _MARGIN = 78.0, 90.0, 97.0, 6.0
_LATE_PRINT = 2


@dataclass(frozen=True, slots=True)
class Attachment:
    """`own` is the judgment's naming, or None; `rivals` are the judgments that it could as well be."""

    own: Naming | None
    reason: str = ""
    rivals: tuple[Naming, ...] = ()


@dataclass(frozen=True, slots=True)
class _Fit:
    own: Naming
    likeness: float
    gap: int | None


def attach(case: Cluster, judgments: Sequence[Naming]) -> Attachment:
    """The one of `judgments` that a cited case without text of its own is; none, or rivals, where that is open."""
    if case.namings[0].bare:
        return _by_name(case.namings[0], judgments)
    fits = [fit for own in judgments if (fit := _fit(case, own)) is not None and _good(fit)]
    if not fits:
        return Attachment(None)
    fits.sort(key=lambda f: (f.gap if f.gap is not None else 9, -f.likeness, f.own.content))
    best = fits[0]
    rivals = [f for f in fits[1:] if f.gap == best.gap and f.likeness > best.likeness - _MARGIN]
    if rivals:
        return Attachment(None, "", tuple(f.own for f in (best, *rivals)))
    return Attachment(best.own, "the same parties" + (" and year" if best.gap is not None else ""))


def _by_name(naming: Naming, judgments: Sequence[Naming]) -> Attachment:
    """The only earlier judgment with a party of that name; several are rivals."""
    wanted = short_name(naming.petitioner)
    earlier = [
        own
        for own in judgments
        if wanted in (short_name(own.petitioner), short_name(own.respondent))
        and not (own.year and naming.cited_in and own.year > naming.cited_in)
    ]
    if len(earlier) == 1:
        return Attachment(earlier[0], "the only earlier case of that name")
    return Attachment(None, "", tuple(earlier))


def _good(fit: _Fit) -> bool:
    """Alike names need the exact year, close ones forgive that it is missing, equal ones that it is one off."""
    if fit.gap is None:
        return fit.likeness >= _CLOSE
    return (fit.gap == 0 and fit.likeness >= _ALIKE) or (fit.gap == 1 and fit.likeness >= _EQUAL)


def _fit(case: Cluster, own: Naming) -> _Fit | None:
    courts = {n.court for n in case.namings if n.court}
    if (courts and own.court and own.court not in courts) or places_conflict(case, Cluster([own])):
        return None
    likeness = max((same_parties(*pair, own.petitioner, own.respondent) for pair in case.parties if pair[1]), default=0)
    return _Fit(own, likeness, _gap(case, own.year))


def _gap(case: Cluster, year: int | None) -> int | None:
    """Years between what the namings say and the judgment's date; reports may follow two years late."""
    if year is None or not (case.decided or case.printed):
        return None
    if case.decided:
        return min(abs(d - year) for d in case.decided)
    return min(0 if 0 <= p - year <= _LATE_PRINT else abs(p - year) for p in case.printed)
