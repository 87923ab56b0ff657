"""Every case of a graph by the words of its names, for finding cases as people name them."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process

from extraction.parties.likeness import MISSPELLED, SOUNDS_ALIKE
from extraction.parties.titles import split_title
from extraction.parties.words import is_common, skeleton, words
from kg.cache import per_version
from kg.nodes import Case, Provision
from kg.store import Store

_SMALL = frozenset({"of", "and", "the", "in", "for", "m", "s"})
_SHORTEST_MISSPELLED = 5  # letters: a shorter word with a slip is another word


@dataclass(frozen=True, slots=True)
class Party:
    """A party as it is compared: its words, initials ("bs"), and short forms that may stand for it ("adm")."""

    words: tuple[str, ...]
    initials: tuple[str, ...]
    short_forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseNames:
    """The names of one case: petitioner, respondent (empty where there is none) and other names."""

    node: Case
    petitioner: Party
    respondent: Party
    aliases: tuple[Party, ...]

    def parties(self) -> tuple[Party, ...]:
        """All names that can stand for the case alone."""
        return (self.petitioner, self.respondent, *self.aliases)


@lru_cache(maxsize=65536)
def read_party(name: str) -> Party:
    """A party's name, or what somebody typed for one, as it is compared."""
    raw = re.findall(r"[a-z0-9]+", name.lower().replace("'s", "").replace("’s", ""))
    runs = re.findall(r"(?:\b[a-z] )+[a-z]\b", " ".join(raw))
    letters = [word[0] for word in raw if word not in _SMALL]
    acronyms = ["".join(letters[:n]) for n in range(2, min(len(letters), 6) + 1)]
    kept = words(name)
    joined = ["".join(kept[i : i + n]) for n in (2, 3) for i in range(len(kept) - n + 1)]
    return Party(kept, tuple(run.replace(" ", "") for run in runs), (*acronyms, *joined))


@dataclass(slots=True)
class NameIndex:
    """Cases by word. `cases` are in the order of their ids; positions in it stand for them.

    `everyday` are the words of the provisions' texts: ordinary language, not names.
    """

    cases: list[CaseNames] = field(default_factory=list)
    by_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_short_form: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_skeleton: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    everyday: set[str] = field(default_factory=set)
    known: dict[str, dict[str, float]] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)

    def add(self, case: CaseNames) -> None:
        """Take in one more case, after those with smaller ids."""
        position = len(self.cases)
        self.cases.append(case)
        for word in {word for party in case.parties() for word in party.words}:
            self.by_word[word].append(position)
        for short in {short for party in case.parties() for short in (*party.initials, *party.short_forms)}:
            self.by_short_form[short].append(position)

    def finish(self) -> None:
        """Make the tables for misspelled words, once all cases are in."""
        for word in self.by_word:
            bones = skeleton(word)
            self.by_skeleton[bones].append(word)
            self.by_first[bones[:1]].append(word)

    def weight(self, word: str) -> float:
        """How much a word tells, 0 to 1: rare and unknown ones most, common ones hardly anything."""
        if word not in self.weights:
            self.weights[word] = self._weight(word)
        return self.weights[word]

    def _weight(self, word: str) -> float:
        if is_common(word):
            return 0.2
        rarity = math.log1p(len(self.cases)) - math.log1p(len(self.by_word.get(word, ())))
        return max(0.25, rarity / max(1.0, math.log1p(len(self.cases))))

    def spellings(self, word: str) -> dict[str, float]:
        """Words of case names that `word` may stand for, with how alike they are, 0 to 1."""
        if word not in self.known:
            self.known[word] = self._spellings(word)
        return self.known[word]

    def _spellings(self, word: str) -> dict[str, float]:
        alike = {word: 1.0} if word in self.by_word else {}
        if word.isdigit():
            return alike
        bones = skeleton(word)
        for other in self.by_skeleton.get(bones, ()):
            ratio = fuzz.ratio(word, other)
            if ratio >= SOUNDS_ALIKE:
                alike.setdefault(other, min(0.97, ratio / 100))
        if len(word) >= _SHORTEST_MISSPELLED:
            near = process.extract(
                word, self.by_first.get(bones[:1], ()), scorer=fuzz.ratio, score_cutoff=MISSPELLED, limit=8
            )
            for other, ratio, _ in near:
                alike.setdefault(other, ratio / 100 - 0.04)
        return alike

    def with_any(self, names: Iterable[str]) -> set[int]:
        """Positions of the cases that have one of the words, however spelled, or one of the short forms."""
        found: set[int] = set()
        for name in names:
            for spelling in self.spellings(name):
                found.update(self.by_word[spelling])
            found.update(self.by_short_form.get(name, ()))
        return found


@per_version
def name_index(store: Store) -> NameIndex:
    """The index of all cases of a graph."""
    index = NameIndex()
    for node in store.scan_nodes(Case):
        petitioner, respondent = split_title(node.title)
        others = [*node.aliases, *(_beside(node.title, name) for name in node.documents)]
        aliases = tuple(read_party(other) for other in others if other)
        index.add(CaseNames(node, read_party(petitioner), read_party(respondent), aliases))
    for provision in store.scan_nodes(Provision):
        index.everyday.update(re.findall("[a-z]+", f"{provision.heading or ''} {provision.text or ''}".lower()))
    index.finish()
    return index


def _beside(title: str, document: str) -> str:
    """The words of a document's name that its title lacks ("2017_puttaswamy_privacy" -> "privacy")."""
    said = set(re.findall("[a-z]+", title.lower()))
    return " ".join(word for word in re.findall("[a-z]{3,}", document.lower()) if word not in said)
