"""Which namings are of one case: decided over all that share a citation, the parties or the text.

The outcome is a function of the set of namings, whatever the order in which documents came: evidence is weighed
in a fixed order (the same text, a shared citation, the same parties in fitting years) and sorted by content.
Namings whose parties contradict each other stay apart even if they print the same citation, and what could be
one of several cases is left open as ambiguous.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from extraction.parties.titles import case_title
from extraction.parties.years import too_early, years_fit
from extraction.slugs import slug
from extraction.text.fingerprint import resemblance
from kg.identity.cluster import Cluster, names_agree, numbered, places_conflict
from kg.identity.naming import Naming, hard_keys, parties_key
from kg.identity.splits import Split, parted

_SAME_TEXT = 0.5  # of the fingerprints: a judgment that quotes another at length shares less with it
_FILED = re.compile(r"(\d+)\s*(?:of|/)\s*(\d{4})\b", re.IGNORECASE)
_TWO = 2  # one citation in common may be a misprint


def cluster(namings: Iterable[Naming], splits: Sequence[Split] = ()) -> list[Cluster]:
    """Part namings, closed under shared hard keys, into cases; what a split keeps apart is never joined."""
    buckets: dict[str, list[Naming]] = defaultdict(list)
    ordered = sorted(namings, key=lambda n: n.content)
    for naming in ordered:
        for key in hard_keys(naming):
            buckets[key].append(naming)
    clusters = _Clusters(ordered, splits)
    for key in sorted(k for k in buckets if k.startswith("text:")):
        clusters.join_texts(buckets[key])
    for key in sorted(k for k in buckets if k.startswith("cite:")):
        clusters.join_cited(buckets[key])
    for key in sorted(k for k in buckets if k.startswith("name:")):
        clusters.join_named(buckets[key])
    return clusters.all()


def components(namings: Iterable[Naming]) -> list[list[Naming]]:
    """Namings grouped by shared hard keys, directly or through others."""
    by_key: dict[str, list[Naming]] = defaultdict(list)
    pool = {n.id: n for n in namings}
    for naming in pool.values():
        for key in hard_keys(naming):
            by_key[key].append(naming)
    groups: list[list[Naming]] = []
    while pool:
        frontier = [pool.pop(min(pool))]
        group: list[Naming] = []
        while frontier:
            naming = frontier.pop()
            group.append(naming)
            for key in hard_keys(naming):
                frontier += [pool.pop(n.id) for n in by_key.pop(key, ()) if n.id in pool]
        groups.append(group)
    return groups


class _Clusters:
    """Clusters under construction."""

    def __init__(self, namings: Sequence[Naming], splits: Sequence[Split]) -> None:
        self._of = {n.id: Cluster([n]) for n in namings}
        self._splits = splits

    def all(self) -> list[Cluster]:
        return list({id(c): c for c in self._of.values()}.values())

    def join_texts(self, bucket: Sequence[Naming]) -> None:
        for one, other in combinations(bucket, 2):
            if _may_be_one_text(one, other) and resemblance(one.fingerprint, other.fingerprint) >= _SAME_TEXT:
                self._join(one, other, "the same text, and the parties or the date")

    def join_cited(self, bucket: Sequence[Naming]) -> None:
        """Join the namings of a citation; without names they follow the only case that prints it, else none."""
        heads: list[Naming] = []
        bare = [n for n in bucket if not n.petitioner]
        for naming in sorted((n for n in bucket if n.petitioner), key=lambda n: not n.respondent):
            head = next((h for h in heads if self._may_be_cited_as(h, naming)), None)
            if head is not None:
                self._join(head, naming, "a citation in common")
            elif naming.respondent or not heads or not self._nickname(heads, naming):
                heads.append(naming)
        if len({id(self._of[h.id]) for h in heads}) <= 1:
            for first, second in zip([*heads[:1], *bare], [*bare] if heads else bare[1:], strict=False):
                self._join(first, second, "a citation in common")

    def _may_be_cited_as(self, head: Naming, naming: Naming) -> bool:
        one, other = self._of[head.id], self._of[naming.id]
        return one is other or names_agree(one, other, cited=True)

    def _nickname(self, heads: Sequence[Naming], naming: Naming) -> bool:
        """Join a name that fits no party ("the Coal Control case") where two citations are the only case's."""
        cited = {c.key for c in naming.citations}
        known = {c.key for n in self._of[heads[0].id].namings for c in n.citations}
        if len(heads) > 1 or len(cited & known) < _TWO:
            return False
        self._join(heads[0], naming, "two citations in common")
        return True

    def join_named(self, bucket: Sequence[Naming]) -> None:
        """Join namings with the same parties: judgments of a day, what one judgment alone fits, then what is cited."""
        self._join_fitting(self._heads(bucket, known=True))
        for naming in self._heads(bucket, known=False):
            fitting = [known for known in self._heads(bucket, known=True) if self._fits(known, naming)]
            if len(fitting) == 1:
                self._join(fitting[0], naming, "the same parties and year")
        self._join_fitting(self._heads(bucket, known=False))
        self._join_undated(self._heads(bucket))

    def _join_fitting(self, heads: Sequence[Naming]) -> None:
        for one, other in combinations(heads, 2):
            if self._of[one.id] is not self._of[other.id] and self._fits(one, other):
                self._join(one, other, "the same parties and year")

    def _join_undated(self, heads: Sequence[Naming]) -> None:
        undated = [h for h in heads if not (self._of[h.id].decided or self._of[h.id].printed)]
        dated = [h for h in heads if h not in undated]
        fits = not any(_unlikely(u, self._of[d.id]) for u in undated for d in dated)
        if undated and len(dated) <= 1 and fits:
            for first, second in zip([*dated, *undated], [*undated] if dated else undated[1:], strict=False):
                self._join(first, second, "the same parties")

    def _fits(self, one: Naming, other: Naming) -> bool:
        left, right = self._of[one.id], self._of[other.id]
        return bool(years_fit(left.years, right.years)) and self._may_be_one(left, right)

    def _may_be_one(self, left: Cluster, right: Cluster) -> bool:
        dates = [{n.date for n in c.known if n.date} for c in (left, right)]
        return not places_conflict(left, right) and (not all(dates) or not dates[0].isdisjoint(dates[1]))

    def _heads(self, bucket: Sequence[Naming], known: bool | None = None) -> list[Naming]:
        """One naming of each case in the bucket; of those with a `known` judgment, or without, where asked."""
        heads = list({id(self._of[n.id]): n for n in reversed(bucket)}.values())[::-1]
        return [h for h in heads if known is None or bool(self._of[h.id].known) is known]

    def _join(self, one: Naming, other: Naming, reason: str) -> None:
        kept, gone = self._of[one.id], self._of[other.id]
        if kept is gone or parted(kept.namings, gone.namings, self._splits):
            return
        kept.reasons |= gone.reasons
        kept.reasons.setdefault(other.id, reason)
        kept.reasons.setdefault(one.id, reason)
        kept.namings += gone.namings
        for naming in gone.namings:
            self._of[naming.id] = kept


def _may_be_one_text(one: Naming, other: Naming) -> bool:
    """Whether two judgments with much text in common can be one, and not two orders in the same set words.

    Those are of other courts, or of other parties under other numbers on the same day.
    """
    if one.court and other.court and one.court != other.court:
        return False
    if names_agree(Cluster([one]), Cluster([other])):
        return True
    numbers = [set(_FILED.findall(naming.case_number or "")) for naming in (one, other)]
    return one.date == other.date and (not all(numbers) or not numbers[0].isdisjoint(numbers[1]))


def _unlikely(naming: Naming, case: Cluster) -> bool:
    """Whether an undated naming is none of a judgment that has its parties: it is older than that, or numbered among
    several ("(II)"), or nothing but a court's list has a case of that name.
    """
    listed = bool(case.known) and not case.own
    return (
        listed
        or bool(case.known and numbered(Cluster([naming])))
        or any(too_early(naming.cited_in, n.year) for n in case.own)
    )


def assign_ids(clusters: Iterable[Cluster]) -> dict[str, Cluster]:
    """Readable ids for the cases of one component: parties and year, and what sets namesakes apart."""
    by_base: dict[str, list[Cluster]] = defaultdict(list)
    for case in clusters:
        by_base[_base_id(case)].append(case)
    named: dict[str, Cluster] = {}
    for base, cases in by_base.items():
        for rank, case in enumerate(sorted(cases, key=_rank)):
            apart = slug(_rank(case)[2] or _rank(case)[1] or str(rank + 1))
            named[base if rank == 0 else _unused(f"{base}-{apart}", named)] = case
    return named


def _unused(wanted: str, taken: dict[str, Cluster]) -> str:
    number, candidate = 1, wanted
    while candidate in taken:
        number += 1
        candidate = f"{wanted}-{number}"
    return candidate


def _rank(case: Cluster) -> tuple[bool, str, str, tuple[object, ...]]:
    dates = sorted(n.date for n in case.known if n.date)
    cited = sorted(c.text for n in case.namings for c in n.citations)
    return (not case.own, dates[0] if dates else "", cited[0] if cited else "", min(n.content for n in case.namings))


def _base_id(case: Cluster) -> str:
    head = foremost(case)
    year = year_of(case)
    if not head.petitioner:
        cited = sorted(c.text for n in case.namings for c in n.citations)
        return slug(cited[0] if cited else head.title) or "untitled"
    return slug(f"{case_title(head.petitioner, head.respondent)} {year or ''}") or "untitled"


def foremost(case: Cluster) -> Naming:
    """The naming that gives a case its title: its own text's, else a court's list's, else the commonest full title."""
    if case.known:
        return min(case.own or case.known, key=lambda n: (not n.citations, -len(n.title), n.content))
    titles = Counter(parties_key(n) for n in case.namings if n.respondent)
    titles = titles or Counter(parties_key(n) for n in case.namings if n.petitioner)
    if not titles:
        return min(case.namings, key=lambda n: n.content)
    best = min(titles, key=lambda key: (-titles[key], key or ""))
    spelled = Counter(n.title for n in case.namings if parties_key(n) == best)
    title = min(spelled, key=lambda t: (-spelled[t], t))
    return min((n for n in case.namings if n.title == title and parties_key(n) == best), key=lambda n: n.content)


def year_of(case: Cluster) -> int | None:
    """The year of decision: the own text's or a list's, else the one most are sure of, else the earliest in print."""
    own = sorted(n.year for n in case.own if n.year) or sorted(n.year for n in case.known if n.year)
    if own:
        return own[0]
    sure = Counter(n.decided for n in case.namings if n.decided)
    if sure:
        return min(sure, key=lambda year: (-sure[year], year))
    years = [n.year for n in case.namings if n.year]
    return min([*years, *case.printed], default=None)
