"""How well cases answer to a name that somebody typed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process

from extraction.parties.likeness import MISSPELLED
from extraction.parties.words import ORDINARY, is_common, words
from extraction.parties.years import BESIDE, apart, years_known
from kg.linking.name_index import CaseNames, NameIndex, Party, read_party
from kg.nodes import Case, N, Node

N_co = TypeVar("N_co", bound=Node, covariant=True)

CLEAR = 0.8
"""The least score at which a case answers to a name."""
IN_FULL = 0.97
"""The least score of a case that is named with all its words."""

# the most that is lost for words of a party that nobody asked for: "Kesavananda" still names the case clearly
_UNASKED = 0.12
_WHOLE_TITLE = 0.97  # just IN_FULL: parties named in one breath are named with all their words
_CROSSED = 0.95  # the parties in the other order: clear, but behind a case that has them in the order asked
_IN_PART = 0.75  # names that meet the title but not side by side: not CLEAR without more
_LEAST = 0.15  # candidates beneath this share no more than a common word
_POOL = 150  # cases that are compared in full: those of "State" are thousands, and the best have the rarer words
_INITIALS = 0.3  # initials, which many people share, say hardly more than a common word (0.2)
_SHORT_FORM = 0.5  # a short form of a party ("ADM") says less than its name
_SLIP = 0.2  # a misspelled common word ("Limitad") says hardly anything
_LONG_WORD = 5  # of fewer letters, one slip makes another word
_YEAR_UNKNOWN = 0.95  # a case without a year may be the one asked for, behind one that has the year
_YEAR_BESIDE = 0.97  # the year before or after: reports are printed late
_YEAR_OTHER = 0.6  # beneath CLEAR for every name: the year asked for speaks against it

Asked = dict[str, float]


@dataclass(frozen=True, slots=True)
class Candidate(Generic[N_co]):
    """A node that may be meant, how well it answers (0 to 1), and why."""

    node: N_co
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class TypedName:
    """A case as somebody names it; `respondent` is empty for one name alone, `date` is ISO."""

    petitioner: str
    respondent: str = ""
    year: int | None = None
    date: str | None = None


def matching_cases(index: NameIndex, name: TypedName) -> list[Candidate[Case]]:
    """Cases that answer to `name`, however faintly, the best first; those of another year far behind."""
    left, right = asked(index, name.petitioner), asked(index, name.respondent)
    scores = _scores(index, likely(index, [left, right] if right else [left], _POOL), left, right)
    if right and max(scores.values(), default=0.0) < CLEAR:
        telling = {word: weight for word, weight in (left | right).items() if not is_common(word)}
        scores |= _scores(index, likely(index, [telling], _POOL), left, right)
    return ranked([_candidate(index.cases[at], name, score) for at, score in scores.items() if score >= _LEAST])


def likely(index: NameIndex, sides: Sequence[Asked], most: int) -> list[int]:
    """The cases, at most so many, that have something of every side, those with most of what was asked first."""
    tally: Counter[int] = Counter()
    chosen: set[int] | None = None
    for side in sides:
        here: set[int] = set()
        for word, weight in side.items():
            having = index.with_any([word])
            here |= having
            for position in having:
                tally[position] += round(1000 * weight)
        chosen = here if chosen is None else chosen & here
    return sorted(chosen or (), key=lambda position: (-tally[position], position))[:most]


def ranked(candidates: Sequence[Candidate[N]]) -> list[Candidate[N]]:
    """By score, then cases with text first, then by id."""
    return sorted(candidates, key=lambda c: (-round(c.score, 3), not has_text(c.node), c.node.id))


def has_text(node: Node) -> bool:
    """Whether a node is a case whose judgment is in the graph."""
    return isinstance(node, Case) and node.has_text


def asked(index: NameIndex, name: str) -> Asked:
    """The words of a typed name with their weights."""
    party = read_party(name)
    weights = {letters: _INITIALS for letters in party.initials if words(letters) == (letters,)}
    for word in _joined(index, party.words):
        short = word not in index.by_word and word in index.by_short_form
        weights[word] = _SHORT_FORM if short else _SLIP if _common_slip(index, word) else index.weight(word)
    return weights


@lru_cache(maxsize=4096)
def _near_common(word: str) -> bool:
    return process.extractOne(word, ORDINARY, scorer=fuzz.ratio, score_cutoff=MISSPELLED) is not None


def _common_slip(index: NameIndex, word: str) -> bool:
    """Whether a word that no case has is a misspelling of one that many parties share ("Limitad")."""
    return len(word) > _LONG_WORD and not index.spellings(word) and _near_common(word)


def _joined(index: NameIndex, names: Sequence[str]) -> Iterator[str]:
    """The words, two made one where only the whole is known ("golak nath" of a "Golaknath")."""
    left = list(names)
    while left:
        whole = "".join(left[:2])
        if len(left) > 1 and whole in index.by_word and not all(name in index.by_word for name in left[:2]):
            del left[:2]
            yield whole
        else:
            yield left.pop(0)


def all_common(name: str) -> bool:
    """Whether a name has only words that many parties have ("Union of India", "Singh")."""
    return all(is_common(word) for word in read_party(name).words)


def agreement(index: NameIndex, asked: Asked, party: Party) -> float:
    """How far a party answers to what was asked, 0 to 1: all of it, spelled so, and little else."""
    met: set[str] = set()
    got = 0.0
    parted = _parted(asked, party)
    for name, weight in asked.items():
        spellings = index.spellings(name)
        quality, word = max(((spellings[w], w) for w in party.words if w in spellings), default=(0.0, ""))
        if not word and (name in party.initials or name in party.short_forms):
            quality = 1.0
        if not quality and name in parted:
            quality, word = 1.0, parted[name]
        met.add(word)
        got += weight * quality
    if not got:
        return 0.0
    weights = {word: index.weight(word) for word in party.words}
    unasked = sum(weight for word, weight in weights.items() if word not in met) / (sum(weights.values()) or 1.0)
    return got / sum(asked.values()) * (1 - _UNASKED * unasked)


def _parted(asked: Asked, party: Party) -> dict[str, str]:
    """Words asked for that are one word of the party when they are joined: "Rabindra Nath" of "Rabindranath"."""
    return {part: a + b for a, b in pairwise(asked) if a + b in party.words for part in (a, b)}


def both_sides(first: float, second: float) -> float:
    """One score from the agreement of both parties, nearer to the worse one."""
    return 0.8 * min(first, second) + 0.2 * max(first, second)


def _scores(index: NameIndex, positions: Iterable[int], left: Asked, right: Asked) -> dict[int, float]:
    return {position: _score(index, position, left, right) for position in positions}


def _score(index: NameIndex, position: int, left: Asked, right: Asked) -> float:
    if not right:
        return single_agreement(index, position, left)
    best = sides_agreement(index, position, [left], [right]).score
    return (
        best if best >= CLEAR else max(best, _IN_PART * agreement(index, left | right, _whole(index.cases[position])))
    )


def single_agreement(index: NameIndex, position: int, name: Asked) -> float:
    """How far a case answers to one name: a party, another name of it, or words of the whole title."""
    case = index.cases[position]
    best = max(agreement(index, name, party) for party in case.parties())
    return max(best, _WHOLE_TITLE * agreement(index, name, _whole(case)))


def answers_to_all(index: NameIndex, position: int, name: Asked) -> bool:
    """Whether one party of a case, or another name of it, has every word of a name, however spelled."""
    parties = index.cases[position].parties()
    return any(all(index.spellings(word).keys() & set(party.words) for word in name) for party in parties)


@dataclass(frozen=True, slots=True)
class Sides:
    """The readings of left and right party (by position) that agree best with a case, and how far they do."""

    score: float
    left: int
    right: int


def sides_agreement(index: NameIndex, position: int, lefts: Sequence[Asked], rights: Sequence[Asked]) -> Sides:
    """How far a case answers to "A v. B", for the best of several readings of A and of B."""
    case = index.cases[position]
    best = Sides(0.0, 0, 0)
    for factor, first, second in (
        (1.0, case.petitioner, case.respondent),
        (_CROSSED, case.respondent, case.petitioner),
    ):
        left, at_left = max((agreement(index, name, first), -i) for i, name in enumerate(lefts))
        right, at_right = max((agreement(index, name, second), i) for i, name in enumerate(rights))
        score = factor * both_sides(left, right)
        if score > best.score:
            best = Sides(score, -at_left, at_right)
    return best


def _whole(case: CaseNames) -> Party:
    one, other = case.petitioner, case.respondent
    return Party(one.words + other.words, one.initials + other.initials, one.short_forms + other.short_forms)


def _candidate(case: CaseNames, name: TypedName, score: float) -> Candidate[Case]:
    manner = "named in full" if score >= IN_FULL else "names agree" if score >= CLEAR else "names agree in part"
    agrees = _year_agrees(case.node, name)
    reason = f"{manner}, but of another year" if agrees == _YEAR_OTHER else manner
    return Candidate(case.node, score * agrees, reason)


def _year_agrees(node: Case, name: TypedName) -> float:
    if name.date is not None and node.date == name.date:
        return 1.0
    if name.year is None:
        return 1.0
    between = apart(years_of(node), [name.year])
    if between is None:
        return _YEAR_UNKNOWN
    return _YEAR_OTHER if between > BESIDE else _YEAR_BESIDE if between else 1.0


def years_of(node: Case) -> set[int]:
    """The years a case goes by: of its decision and of its citations."""
    return years_known(node.year, node.citations)
