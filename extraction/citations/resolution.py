"""Which mentions of a document are of one case: by a shared citation, by the same parties, by a short name."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from extraction.citations.cases import FoundCase, courts_of
from extraction.citations.short_forms import JOINT
from extraction.parties.short_names import abridges, of_no_case, short_for
from extraction.parties.titles import split_title
from extraction.parties.words import rare, telling, words
from extraction.parties.years import BESIDE, Years, years_fit, years_told
from extraction.records import Citation

_MATTER = "In re "
_CANDIDATES = 500  # earlier cases of a like name that are compared, the last first: "State of U.P." has very many


@dataclass(slots=True, eq=False)
class Group:
    """The mentions of one case, by their index in the document, ascending; `decided` and `printed` are years."""

    mentions: list[int] = field(default_factory=list)
    citations: dict[str, Citation] = field(default_factory=dict)
    parties: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: list[str] = field(default_factory=list)
    decided: Counter[int] = field(default_factory=Counter)
    printed: set[int] = field(default_factory=set)

    def cite(self, citation: Citation) -> None:
        """Take in a citation of the case, or another print of one."""
        known = self.citations.get(citation.key)
        self.citations[citation.key] = known.also(citation) if known else citation

    @property
    def title_parties(self) -> tuple[str, str]:
        """Petitioner and respondent as most often written; empty where only a citation is known."""
        if self.parties:
            return self.parties.most_common(1)[0][0]
        return (self.names[0], "") if self.names else ("", "")

    @property
    def year(self) -> int | None:
        """The year of decision as far as the mentions tell, else the earliest in print."""
        if self.decided:
            return self.decided.most_common(1)[0][0]
        return min(self.printed) if self.printed else None


def group(cases: Sequence[FoundCase], title: str) -> list[Group]:
    """The cases that a document with this `title` cites, each with its mentions, in order of first mention.

    Short names join the nearest case whose parties they fit; those that fit none stay apart under their short
    name, unless they are bare names that need be no case at all. The document's own title is left out.
    """
    own = split_title(title)
    groups = _Groups(own)
    for index, case in enumerate(cases):
        if _points_back(case):
            continue
        if case.petitioner and not (not case.citations and _same_parties(own, (case.petitioner, case.respondent))):
            groups.add_full(index, case)
        elif case.citations:
            groups.add_cited(index, case)
    for index, case in enumerate(cases):
        if _points_back(case):
            groups.add_matter(index, case)
        elif case.name and not case.citations:
            groups.add_short(index, case)
    return sorted((g for g in groups.all if g.mentions), key=lambda g: g.mentions[0])


def _points_back(case: FoundCase) -> bool:
    """Whether a mention names by "In the matter of" alone what was named before ("In the matter of Makalu (supra)")."""
    return case.form == "supra" and case.petitioner.startswith(_MATTER) and not case.citations


def _same_parties(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return all(abridges(a, b) for a, b in zip(one, other, strict=True))


class _Groups:
    """Groups under construction, found by citation and by words of their names."""

    def __init__(self, own: tuple[str, str]) -> None:
        self.all: list[Group] = []
        self._own = own
        self._by_citation: dict[str, Group] = {}
        self._by_word: dict[str, dict[int, Group]] = defaultdict(dict)

    def add_full(self, index: int, case: FoundCase) -> None:
        cited, named = self._cited(case), self._same_named(case)
        if cited and named and cited is not named:
            self._merge(named, cited)
        group = named or cited or self._new()
        self._unite(group, case)
        self._join(group, index, case)

    def add_cited(self, index: int, case: FoundCase) -> None:
        group = self._cited(case) or (self._fitting(case.name, index, case) if case.name else None) or self._new()
        self._unite(group, case)
        self._join(group, index, case)

    def add_short(self, index: int, case: FoundCase) -> None:
        if set(telling(case.name)) <= {w for party in self._own for w in words(party)}:
            return
        group = self._fitting(case.name, index, None)
        several = [] if group else JOINT.split(case.name)
        if group is not None:
            insort(group.mentions, index)
        elif len(several) > 1:
            for named in dict.fromkeys(found for name in several if (found := self._fitting(name, index, None))):
                insort(named.mentions, index)
        elif not case.bare and rare(case.name) and not of_no_case(case.name):
            self._join(self._new(), index, case)

    def add_matter(self, index: int, case: FoundCase) -> None:
        """Take in "In the matter of A (supra)": a case of A with an opponent where there is one, else a matter."""
        group = self._fitting(case.petitioner.removeprefix(_MATTER), index, None)
        if group is not None:
            insort(group.mentions, index)
        else:
            self.add_full(index, case)

    def _new(self) -> Group:
        group = Group()
        self.all.append(group)
        return group

    def _unite(self, group: Group, case: FoundCase) -> None:
        """Merge what was known by one of the parallel citations alone with the case that they are of."""
        for citation in case.citations:
            other = self._by_citation.get(citation.key)
            if other and other is not group and not (other.parties or other.names) and not _elsewhere(other, case):
                self._merge(group, other)

    def _merge(self, kept: Group, absorbed: Group) -> None:
        kept.mentions = sorted(kept.mentions + absorbed.mentions)
        kept.parties.update(absorbed.parties)
        kept.decided.update(absorbed.decided)
        kept.printed |= absorbed.printed
        for citation in absorbed.citations.values():
            kept.cite(citation)
            self._by_citation[citation.key] = kept
        for name in absorbed.names:
            self._know(kept, name)
        self.all.remove(absorbed)
        for groups in self._by_word.values():
            groups.pop(id(absorbed), None)

    def _join(self, group: Group, index: int, case: FoundCase) -> None:
        insort(group.mentions, index)
        for citation in case.citations:
            group.cite(citation)
            self._by_citation.setdefault(citation.key, group)
        told = years_told(case.citations, case.year)
        group.decided.update(told.decided)
        group.printed.update(told.printed)
        if case.petitioner:
            group.parties[(case.petitioner, case.respondent)] += 1
        for name in (case.petitioner, case.respondent, case.name):
            self._know(group, name)

    def _know(self, group: Group, name: str) -> None:
        if not name or name in group.names:
            return
        group.names.append(name)
        for word in telling(name):
            self._by_word[word[:4]][id(group)] = group

    def _cited(self, case: FoundCase) -> Group | None:
        """The group that shares a citation, unless the parties say that it is another case misquoted."""
        for citation in case.citations:
            group = self._by_citation.get(citation.key)
            if group and (not case.petitioner or not group.parties or self._related(group, case)):
                return None if _elsewhere(group, case) else group
        return None

    def _related(self, group: Group, case: FoundCase) -> bool:
        return any(abridges(name, known) for name in (case.petitioner, case.respondent) for known in group.names)

    def _same_named(self, case: FoundCase) -> Group | None:
        for group in islice(reversed(self._near(case.petitioner)), _CANDIDATES):
            same = any(_same_parties(known, (case.petitioner, case.respondent)) for known in group.parties)
            if same and _may_be(group, case):
                return group
        return None

    def _near(self, name: str) -> list[Group]:
        seen: dict[int, Group] = {}
        for word in telling(name):
            seen |= self._by_word[word[:4]]
        return list(seen.values())

    def _fitting(self, name: str, index: int, case: FoundCase | None) -> Group | None:
        """The case nearest before `index` that a short name fits, else the only one after it that it fits."""
        fitting = [
            g
            for g in self._near(name)[-_CANDIDATES:]
            if short_for(name, g.names) and (case is None or _may_be(g, case))
        ]
        earlier = [g for g in fitting if g.mentions and g.mentions[0] < index]
        if earlier:
            return max(earlier, key=lambda g: g.mentions[bisect_left(g.mentions, index) - 1])
        return fitting[0] if len(fitting) == 1 else None


def _may_be(group: Group, case: FoundCase) -> bool:
    """Whether a mention with these years and places can be of the case."""
    fit = years_fit(Years(group.decided.keys(), group.printed), years_told(case.citations, case.year))
    return fit is not False and _same_report(group, case) and _same_court(group, case)


def _same_court(group: Group, case: FoundCase) -> bool:
    """Whether the citations of both can be of one court: what a High Court decided may go on to the Supreme Court."""
    decided, cited = courts_of([*group.citations.values()]), courts_of(case.citations)
    return not decided or not cited or not decided.isdisjoint(cited)


def _elsewhere(group: Group, case: FoundCase) -> bool:
    """Whether some report prints the mention years from where it prints the group: another decision, a number in
    common by mistake.
    """
    years: dict[str, set[int]] = defaultdict(set)
    for citation in group.citations.values():
        if citation.year and not citation.decision_year:
            years[citation.reporter].add(citation.year)
    return any(
        abs(c.year - year) > BESIDE and c.key.rpartition("-")[2] not in {k.rpartition("-")[2] for k in group.citations}
        for c in case.citations
        if c.year and not c.decision_year
        for year in years[c.reporter]
    )


def _same_report(group: Group, case: FoundCase) -> bool:
    """Whether no reporter places the group and the mention differently."""
    places = {c.reporter: c.key for c in group.citations.values()}
    return all(places.get(c.reporter, c.key) == c.key for c in case.citations)
