"""How far party names agree: word by word, however they are transliterated, abridged or parted."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from extraction.parties.titles import split_title
from extraction.parties.words import COMMON, PLACES, TELLING_LETTERS, initials, rare, run_together, skeleton, words

EQUAL = 98.0
"""The same words, however parted: "Golaknath", "Golak Nath"."""
SURE = 95.0
"""The same words, spelled differently: "Mahipatray", "Mahipatrai" (96)."""
SPELLED = 92.0
"""No word that only one has, as where "Maneka Sanjay Gandhi" has one (90)."""
CLOSE = 89.0
"""One name lacks words that stand at an end of the other: "Satwant Singh" for "Satwant Singh Sawhney" (90)."""
ALIKE = 77.0
"""One says hardly more than what a party is, the sides changed: "State" for "State of U.P." (80, less 3)."""
RESEMBLING = 70.0
"""Enough where citation or place agrees too: "Mahipatray" for "Pinakin Mahipatray Rawal" (75)."""
HALF = 50.0
"""Enough of a party where the other and the year are sure: "Inspector of Police, Tamil Nadu", the State's (50)."""
IN_PART = 25.0
"""Enough where the other also has a rare name: "State by Inspector of Police" for "State of Tamil Nadu" (33)."""
MARGIN = 6.0
"""What a case must be ahead of its rivals: a word misspelled in both names is worth less (4)."""
MISSPELLED = 84.0
"""Letters that words as typed must share: "Limitad" for "Limited" (86)."""
SOUNDS_ALIKE = 66.0
"""Letters that words of one skeleton must share: "Wahid", "Vahid" (80)."""
_ABRIDGED = 80.0  # "State" beside "State of Bihar": beneath CLOSE, so that it needs other signs
_WITHIN = 75.0  # a shared word in the middle is as a rule a father's name: beneath ALIKE
_STRANGERS = 60.0  # the most for names that clash or share common words only: beneath RESEMBLING
_SPARE = 10.0  # what letters of like sound may be worth beyond the letters themselves
_RUN_TOGETHER = 85.0  # names of equally many words, compared as one word
_PARTED = 93.0  # of unequal many words the letters must agree better, for a whole word more or less is hidden in them
_RUN_ON = 8  # a shorter beginning ("Ram") opens many names that are other people's
_LETTERS_ALIKE = 80.0  # one letter in five may differ; at less, words of five letters with two others would be one
_SHORT = 3  # in words of three letters one other letter makes another word ("Ram", "Rao")
_LONG = 8  # a word so long may be two letters longer in another's spelling, a shorter one only one


@lru_cache(maxsize=262144)
def likeness(a: str, b: str) -> float:
    """How far two party names agree, 0 to 100: missing words are forgiven on one side, differing words on neither.

    "State" alone stands for any State, as courts write it, but says less than its name. Initials that no word of
    the other name explains speak against it.
    """
    left, right = words(a), words(b)
    if not left or not right:
        return 0.0
    alike = 100.0 if left == right else max(_aligned(left, right), _run_together(left, right))
    return min(alike, _STRANGERS) if _clash(a, b) else alike


def _run_together(left: Sequence[str], right: Sequence[str]) -> float:
    """Likeness of names written as one word, for words that are parted differently ("Bhajanlal")."""
    one, other = sorted(("".join(left), "".join(right)), key=len)
    if one == other:
        return 98.0
    whole = min(fuzz.ratio(one, other), fuzz.ratio(skeleton(one), skeleton(other)) + _SPARE)
    run_on = 90.0 if len(one) >= _RUN_ON and other.startswith(one) else 0.0
    least = _RUN_TOGETHER if len(left) == len(right) else _PARTED
    return max(run_on, whole if whole >= least else 0.0)


def _aligned(left: Sequence[str], right: Sequence[str]) -> float:
    """Likeness word by word: 100 where all agree, less for what one side lacks, little for what both have apart.

    One word that is all they have in common must be spelled alike: "Komal" is no "Kamal Nayan Mishra".
    """
    shorter, longer = sorted((left, right), key=len)
    rest = list(longer)
    apart: list[str] = []
    quality = 1.0
    for word in shorter:
        best = max(rest, key=lambda other: same_word(word, other), default="")
        ratio = same_word(word, best) if best else 0.0
        if ratio:
            rest.remove(best)
            quality = min(quality, ratio)
        else:
            apart.append(word)
    met = [w for w in shorter if w not in apart]
    if apart and rest:
        return _disagreeing(met, apart, rest)
    if not rest:
        return 100.0 * quality
    if len(met) == 1 and quality < 1.0:
        return _STRANGERS
    if any(w not in COMMON or w in PLACES for w in met):
        return (90.0 if _at_an_end(shorter, longer) else _WITHIN) * quality
    return _ABRIDGED if met == ["state"] else _STRANGERS


def _at_an_end(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a name begins or ends as the part of it does: what stands in the middle alone is a father's name."""
    return same_word(part[0], whole[0]) > 0 or same_word(part[-1], whole[-1]) > 0


def _disagreeing(met: Sequence[str], apart: Sequence[str], rest: Sequence[str]) -> float:
    """Likeness of names that both have words of their own: the share of weight that they have in common."""
    elsewhere = not PLACES.isdisjoint(apart) and not PLACES.isdisjoint(rest)
    if elsewhere and all(w in COMMON for w in met):
        return 0.0
    common, differing = _weight(met), max(_weight(apart), _weight(rest))
    return 100.0 * common / (common + differing) if common else 0.0


def _weight(party: Sequence[str]) -> float:
    return sum(0.4 if word in COMMON else 1.0 for word in party)


@lru_cache(maxsize=262144)
def same_word(one: str, other: str) -> float:
    """How surely two words are one, 0 or from 0.93 to 1: the same letters, nearly, or the same sounds."""
    if one == other:
        return 1.0
    ratio = fuzz.ratio(one, other)
    sounds = ratio >= SOUNDS_ALIKE and skeleton(one) == skeleton(other)
    shorter, longer = sorted((len(one), len(other)))
    letters = ratio >= _LETTERS_ALIKE and shorter > _SHORT and longer - shorter <= 1 + (shorter >= _LONG)
    if (sounds or letters) and not one.isdigit():
        return 0.87 + ratio / 1000
    return 0.0


def _clash(a: str, b: str) -> bool:
    """Whether each name has initials, or words, that the other's initials cannot stand for."""
    one, other = initials(a), initials(b)
    if not one and not other:
        return False
    letters, others = one | {w[0] for w in words(a)}, other | {w[0] for w in words(b)}
    if one and other:
        return one.isdisjoint(others) and other.isdisjoint(letters)
    lettered, full = (a, b) if one else (b, a)
    spare = {w[0] for w in _lacking(words(full), words(lettered))}
    return bool(spare) and (one or other).isdisjoint(spare)


def sides(petitioner: str, respondent: str, other_petitioner: str, other_respondent: str) -> list[tuple[float, float]]:
    """Likeness of both pairs of parties, as they stand and, three less, with the sides changed."""
    straight = likeness(petitioner, other_petitioner), likeness(respondent, other_respondent)
    crossed = likeness(petitioner, other_respondent) - 3, likeness(respondent, other_petitioner) - 3
    return [straight, crossed]


def same_parties(petitioner: str, respondent: str, other_petitioner: str, other_respondent: str) -> float:
    """How far two titles name the same parties, 0 to 100: the weaker of the two sides."""
    return max(min(pair) for pair in sides(petitioner, respondent, other_petitioner, other_respondent))


def same_titles(one: str, other: str) -> float:
    """How far two titles "A v. B" name the same parties, 0 to 100; 0 where one names no respondent."""
    left, right = split_title(one), split_title(other)
    return same_parties(*left, *right) if left[1] and right[1] else 0.0


@lru_cache(maxsize=16384)
def nothing_foreign(said: str, own: str) -> bool:
    """Whether a party as somebody names it is a party, abridged perhaps, and none of its words is of another name."""
    theirs = words(said)
    return bool(theirs) and not _lacking(theirs, words(own)) and likeness(said, own) >= ALIKE


def _lacking(some: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words of one name that another lacks, however spelled or parted ("Golaknath", "Golak Nath")."""
    known = (*others, *run_together(others))
    lacking = [at for at, word in enumerate(some) if not any(same_word(word, other) for other in known)]
    pairs = [at for at in lacking if at + 1 in lacking]
    parted = {at for at in pairs if any(same_word(some[at] + some[at + 1], other) for other in others)}
    return [some[at] for at in lacking if not {at, at - 1} & parted]


def distinctive(party: str) -> bool:
    """Whether a party's name tells it from most others: enough letters in words that few parties share."""
    return sum(map(len, rare(party))) >= TELLING_LETTERS


def resembling(party: str, other: str) -> float:
    """How far two names resemble in letters, 0 to 100: enough, under one citation, for what a scan made of a name."""
    return max(likeness(party, other), fuzz.ratio("".join(words(party)), "".join(words(other))))
