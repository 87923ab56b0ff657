"""Which mentions of a document are of one case: by a shared citation, by the same parties, by a short name."""

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from rapidfuzz import fuzz

from extraction.citations.cases import FoundCase
from extraction.parties.extent import party_words, telling_words, vocabulary
from extraction.records import Citation

_ALIKE = 84
_CANDIDATES = 500
_PARTS = re.compile(r" v(?:s|ersus)?\.? ", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Group:
    """The mentions of one case, by their index in the document, ascending; `decided` and `printed` are years."""

    mentions: list[int] = field(default_factory=list)
    citations: dict[str, Citation] = field(default_factory=dict)
    parties: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: list[str] = field(default_factory=list)
    decided: Counter[int] = field(default_factory=Counter)
    printed: set[int] = field(default_factory=set)

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
    own = _parties_of(title)
    groups = _Groups(own)
    for index, case in enumerate(cases):
        if case.petitioner and not (not case.citations and _same_parties(own, (case.petitioner, case.respondent))):
            groups.add_full(index, case)
        elif case.citations:
            groups.add_cited(index, case)
    for index, case in enumerate(cases):
        if case.name and not case.citations:
            groups.add_short(index, case)
    return sorted((g for g in groups.all if g.mentions), key=lambda g: g.mentions[0])


def _parties_of(title: str) -> tuple[str, str]:
    parts = _PARTS.split(" ".join(title.split()), maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else (title, "")


def _same_parties(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return all(_same_party(a, b) for a, b in zip(one, other, strict=True))


def _same_party(one: str, other: str) -> bool:
    if one == other:
        return True
    words, others = telling_words(one) or party_words(one), telling_words(other) or party_words(other)
    if not words or not others:
        return False
    shorter, longer = sorted((words, others), key=len)
    return all(_has_word(word, longer) for word in shorter)


def _has_word(word: str, words: Iterable[str]) -> bool:
    return any(word == w or (len(word) > 4 and len(w) > 4 and fuzz.ratio(word, w) >= _ALIKE) for w in words)


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
        self._join(named or cited or self._new(), index, case)

    def add_cited(self, index: int, case: FoundCase) -> None:
        group = self._cited(case) or (self._fitting(case.name, index, case) if case.name else None) or self._new()
        self._join(group, index, case)

    def add_short(self, index: int, case: FoundCase) -> None:
        words = telling_words(case.name) or party_words(case.name)
        if set(words) <= {w for party in self._own for w in party_words(party)}:
            return
        group = self._fitting(case.name, index, None)
        if group is not None:
            insort(group.mentions, index)
        elif not case.bare and telling_words(case.name):
            self._join(self._new(), index, case)

    def _new(self) -> Group:
        group = Group()
        self.all.append(group)
        return group

    def _merge(self, kept: Group, absorbed: Group) -> None:
        kept.mentions = sorted(kept.mentions + absorbed.mentions)
        kept.parties.update(absorbed.parties)
        kept.decided.update(absorbed.decided)
        kept.printed |= absorbed.printed
        for citation in absorbed.citations.values():
            kept.citations.setdefault(citation.key, citation)
            self._by_citation[citation.key] = kept
        for name in absorbed.names:
            self._know(kept, name)
        self.all.remove(absorbed)
        for groups in self._by_word.values():
            groups.pop(id(absorbed), None)

    def _join(self, group: Group, index: int, case: FoundCase) -> None:
        insort(group.mentions, index)
        for citation in case.citations:
            group.citations.setdefault(citation.key, citation)
            self._by_citation.setdefault(citation.key, group)
            if citation.year and citation.decision_year:
                group.decided[citation.year] += 1
            elif citation.year:
                group.printed.add(citation.year)
        if case.year and case.year not in {c.year for c in case.citations}:
            group.decided[case.year] += 1
        if case.petitioner:
            group.parties[(case.petitioner, case.respondent)] += 1
        for name in (case.petitioner, case.respondent, case.name):
            self._know(group, name)

    def _know(self, group: Group, name: str) -> None:
        if not name or name in group.names:
            return
        group.names.append(name)
        for word in telling_words(name) or party_words(name):
            self._by_word[word[:4]][id(group)] = group

    def _cited(self, case: FoundCase) -> Group | None:
        """The group that shares a citation, unless the parties say that it is another case misquoted."""
        for citation in case.citations:
            group = self._by_citation.get(citation.key)
            if group and (not case.petitioner or not group.parties or self._related(group, case)):
                return None if _elsewhere(group, case) else group
        return None

    def _related(self, group: Group, case: FoundCase) -> bool:
        return any(_same_party(name, known) for name in (case.petitioner, case.respondent) for known in group.names)

    def _same_named(self, case: FoundCase) -> Group | None:
        for group in islice(reversed(self._near(case.petitioner)), _CANDIDATES):
            same = any(_same_parties(known, (case.petitioner, case.respondent)) for known in group.parties)
            if same and _years_fit(group, case):
                return group
        return None

    def _near(self, name: str) -> list[Group]:
        seen: dict[int, Group] = {}
        for word in telling_words(name) or party_words(name):
            seen |= self._by_word[word[:4]]
        return list(seen.values())

    def _fitting(self, name: str, index: int, case: FoundCase | None) -> Group | None:
        """The case nearest before `index` that a short name fits, else the only one after it that it fits."""
        fitting = [
            g for g in self._near(name)[-_CANDIDATES:] if _fits(name, g) and (case is None or _years_fit(g, case))
        ]
        earlier = [g for g in fitting if g.mentions and g.mentions[0] < index]
        if earlier:
            return max(earlier, key=lambda g: g.mentions[bisect_left(g.mentions, index) - 1])
        return fitting[0] if len(fitting) == 1 else None


def _fits(name: str, group: Group) -> bool:
    """Whether every telling word of a short name is in the names of the case."""
    words = [w for w in (telling_words(name) or ()) if w not in vocabulary().caseless]
    if not words:
        return len(name.split()) + name.count(".") > 1 and any(_letters(name) == _letters(n) for n in group.names)
    known = [w for n in group.names for w in party_words(n)]
    joined = "".join(party_words(name))
    return all(_has_word(w, known) or _possessed(w, known) for w in words) or (
        len(joined) > 6 and any(joined in "".join(party_words(n)) for n in group.names)
    )


def _letters(name: str) -> str:
    """ "vksharma" for V.K. Sharma: what tells an initialled name with a common surname."""
    return re.sub(r"[^a-z]", "", name.lower())


def _possessed(word: str, known: Sequence[str]) -> bool:
    """ "Naths case" for Nath's case."""
    return word.endswith("s") and word[:-1] in known


def _years_fit(group: Group, case: FoundCase) -> bool:
    """Whether a mention with these years can be of the case: same year decided, or printed within a year."""
    decided = {c.year for c in case.citations if c.decision_year and c.year}
    printed = {c.year for c in case.citations if not c.decision_year and c.year}
    if not _same_report(group, case):
        return False
    if decided and group.decided:
        return not decided.isdisjoint(group.decided)
    years, known = printed or decided or ({case.year} if case.year else set()), group.printed or set(group.decided)
    return not years or not known or min(abs(a - b) for a in years for b in known) <= 1


def _elsewhere(group: Group, case: FoundCase) -> bool:
    """Whether some report prints the mention years from where it prints the group: another decision, a number in
    common by mistake.
    """
    years: dict[str, set[int]] = defaultdict(set)
    for citation in group.citations.values():
        if citation.year and not citation.decision_year:
            years[citation.reporter].add(citation.year)
    return any(
        abs(c.year - year) > 1 and c.key.rpartition("-")[2] not in {k.rpartition("-")[2] for k in group.citations}
        for c in case.citations
        if c.year and not c.decision_year
        for year in years[c.reporter]
    )


def _same_report(group: Group, case: FoundCase) -> bool:
    """Whether no reporter places the group and the mention differently."""
    places = {c.reporter: c.key for c in group.citations.values()}
    return all(places.get(c.reporter, c.key) == c.key for c in case.citations)
