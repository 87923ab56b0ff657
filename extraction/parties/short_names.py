"""Short names of cases: what a case may be called by one of its parties, and whether a name is short for others."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extraction.parties.likeness import SURE, likeness, same_word
from extraction.parties.words import TELLING_LETTERS, rare, skeleton, telling, vocabulary, words

_NO_CASE = re.compile(
    r"\bLaws?\s(?:of|relating)\b|\b(?:Dictionary|Lexicon)\b"
    r"|\b(?:District|Taluk|Village|Area|Services?|Excise|Departments?|Division|House|Judge?ments?)$"
)
_FIRM = frozenset(("ltd", "limited", "pvt", "private", "company", "corporation", "corpn"))
_ROMAN = re.compile(r"[ivxl]+")
_LETTERS = 2  # words of so few letters are initials or "of"
_JOINED = 6  # letters: shorter words stand within longer ones by chance


def names_a_case(name: str) -> bool:
    """Whether words can name a case: one of them, at least, is a name and not an office or a common noun."""
    told = (w for w in words(name) if w not in _FIRM and len(w) > _LETTERS and w.isalpha() and not _ROMAN.fullmatch(w))
    return any(w not in vocabulary().caseless for w in told)


def of_no_case(name: str) -> bool:
    """Whether a name that fits no case can be none: a book's, its author's ("Maxwell (supra)"), a place's, a body's."""
    told = set(rare(name))
    return _NO_CASE.search(name) is not None or bool(told and told <= vocabulary().authors)


def short_name(party: str) -> str | None:
    """What a case is called by one of its parties ("Bommai", "Maneka Gandhi"); None where that tells nothing."""
    told = rare(party)
    return "".join(map(skeleton, told)) if len("".join(told)) >= TELLING_LETTERS else None


def short_names(party: str) -> set[str]:
    """All short names that a party may go by: its telling words, the first of them, the first two."""
    told = rare(party)
    return {"".join(map(skeleton, told[:n])) for n in (1, 2, len(told)) if len("".join(told[:n])) >= TELLING_LETTERS}


def single_words(party: str) -> set[str]:
    """Words that alone may stand for a party: its telling ones, alone and run together with a neighbour."""
    told = set(telling(party))
    return told | {a + b for a, b in pairwise(words(party)) if not told.isdisjoint((a, b))}


def called(name: str, party: str) -> float:
    """How far a party may go by a short name: its likeness, but of a part of the name only two telling words do."""
    one, other = words(name), words(party)
    if not one or not other or not same_word(one[0], other[0]):
        return 0.0
    return likeness(name, party) if len(one) >= len(other) or len(rare(name)) > 1 else 0.0


def abridges(one: str, other: str) -> bool:
    """Whether two names in one document are of one party: the shorter has no telling word that the longer lacks."""
    shorter, longer = sorted((telling(one), telling(other)), key=len)
    if not shorter:
        return one == other
    return all(_among(word, longer) for word in shorter) or likeness(one, other) >= SURE


def short_for(name: str, names: Sequence[str]) -> bool:
    """Whether every telling word of a short name is in the names of a case, as one document writes them."""
    told = [w for w in rare(name) if w not in vocabulary().caseless]
    if not told:
        return len(name.split()) + name.count(".") > 1 and any(_letters(name) == _letters(n) for n in names)
    known = [w for n in names for w in words(n)]
    joined = "".join(words(name))
    return all(_among(w, known) or _possessed(w, known) for w in told) or (
        len(joined) > _JOINED and any(joined in "".join(words(n)) for n in names)
    )


def _among(word: str, others: Iterable[str]) -> bool:
    return any(same_word(word, other) for other in others)


def _letters(name: str) -> str:
    """ "vksharma" for V.K. Sharma: what tells an initialled name with a common surname."""
    return re.sub(r"[^a-z]", "", name.lower())


def _possessed(word: str, known: Sequence[str]) -> bool:
    """ "Naths case" for Nath's case."""
    return word.endswith("s") and word[:-1] in known
