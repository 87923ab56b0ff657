"""The sentences by which a judgment tells best what it is about: its facts, its issue, what it holds and orders."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from importlib.resources import files

from extraction.records import PassageRole
from kg.nodes import Case
from kg.store import Store
from qa.summaries.own_sentences import OwnSentence, own_sentences
from qa.text.stems import stems

MOST: Mapping[PassageRole, int] = {"facts": 3, "issue": 2, "argument": 2, "holding": 3, "order": 2}
"""Sentences told of each part."""
USUAL: tuple[PassageRole, ...] = ("facts", "issue", "holding", "order")
"""The parts of a summary."""
_TABLE = tomllib.loads(files("qa").joinpath("data/summary.toml").read_text(encoding="utf-8"))
_NEEDED = {part: re.compile(pattern) for part, pattern in _TABLE["needed"].items()}
_BARRED = {part: re.compile(pattern) for part, pattern in _TABLE["barred"].items()}
_DISPOSES = re.compile(_TABLE["disposes"])
_SIGNS = [(re.compile(sign["pattern"]), frozenset(sign["parts"]), sign["counts"]) for sign in _TABLE["sign"]]
_SIGNS.append((_DISPOSES, frozenset(["order"]), 2))
_SIGN = 0.7  # log odds that a sentence gains or loses by a sign
_OF_ROLE = 0.7  # by a passage that plays the part as a whole
_PLACE: Mapping[PassageRole, float] = {"facts": -3.0, "holding": 1.0, "order": 3.0}  # from the beginning to the end
_ASKED = 1.0  # a holding, by all words of the issue
# By all of the judgment's commonest words.
_SUBJECT: Mapping[PassageRole, float] = {"facts": 0.5, "argument": 2.0, "holding": 2.0}
_COMMONEST = 15
_LONG = 350  # characters: as much longer, one log odd is lost
_BEHIND = 2.0  # log odds: what falls so far behind the best tells nothing beside it
_LEAST = -1.2  # log odds with which a sentence tells anything: below it, every sign speaks against it
_LIKELY = 0.3  # odds of its part with which a sentence tells it, in a passage that plays another
_IN_PASSAGE = 0.1  # the least odds of a sentence in a passage that plays the part
_FACTS_END, _ORDER_BEGINS = 0.5, 0.7  # of a judgment
_SAME = 0.5  # of the words of two sentences: they say the same


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells a part of a judgment."""

    part: PassageRole
    sentence: OwnSentence


def telling(store: Store, case: Case, parts: Sequence[PassageRole] = USUAL) -> list[Telling]:
    """The sentences of a case's own text that tell its parts best, in the order of the parts and of the text.

    Where it nowhere says what the issue is, what was argued tells it.
    """
    sentences = own_sentences(store, case)
    counted = Counter(stem for sentence in sentences for stem in stems(sentence.text))
    subject = {stem for stem, _ in counted.most_common(_COMMONEST)}
    asked = {stem for sentence in _best(sentences, "issue", set(), subject) for stem in stems(sentence.text)}
    told: list[Telling] = []
    for part in parts:
        rest = [sentence for sentence in sentences if all(sentence is not other.sentence for other in told)]
        best = _best(rest, part, asked, subject)
        if part == "issue" and not best:
            part, best = "argument", _best(rest, "argument", asked, subject)
        told += [Telling(part, sentence) for sentence in best]
    return told


def _best(sentences: Sequence[OwnSentence], part: PassageRole, asked: Set[str], subject: Set[str]) -> list[OwnSentence]:
    """The sentences that tell a part best, no two of which say the same, in the order of the text."""
    fit = [at for at, sentence in enumerate(sentences) if _fits(sentence, part)]
    ranked = sorted(((_worth(sentences[at], part, asked, subject), at) for at in fit), reverse=True)
    chosen: list[int] = []
    for worth, at in ranked:
        if len(chosen) == MOST[part] or worth < max(_LEAST, ranked[0][0] - _BEHIND):
            break
        if not any(_alike(sentences[at], sentences[other]) for other in chosen):
            chosen.append(at)
    return [sentences[at] for at in sorted(chosen)]


def _fits(sentence: OwnSentence, part: PassageRole) -> bool:
    """Whether a sentence can tell a part: by the words it needs, by its odds, and by where it stands."""
    needed, barred = _NEEDED.get(part), _BARRED.get(part)
    if (needed and not needed.search(sentence.text)) or (barred and barred.search(sentence.text)):
        return False
    if part != "issue" and sentence.text[-1] in ":?":
        return False
    if sentence.chunk.role != part and _odds(sentence, part) < _LIKELY:
        return False
    if part == "order" and not _DISPOSES.search(sentence.text) and sentence.chunk.role != part:
        return False
    return sentence.place <= _FACTS_END if part == "facts" else part != "order" or sentence.place >= _ORDER_BEGINS


def _odds(sentence: OwnSentence, part: PassageRole) -> float:
    """The odds that a sentence is of a part; one that concludes and disposes of the case at once is an order."""
    concluded = sentence.odds["holding"] if part == "order" and _DISPOSES.search(sentence.text) else 0.0
    return max(sentence.odds[part] + concluded, _IN_PASSAGE if sentence.chunk.role == part else 0.0)


def _worth(sentence: OwnSentence, part: PassageRole, asked: Set[str], subject: Set[str]) -> float:
    """How well a sentence tells a part, in log odds: by its words, its passage, its place, and what it speaks of."""
    words = stems(sentence.text)
    signs: int = sum(counts for sign, parts, counts in _SIGNS if part in parts and sign.search(sentence.text))
    worth = math.log(_odds(sentence, part)) + _SIGN * signs + _OF_ROLE * (sentence.chunk.role == part)
    worth += _PLACE.get(part, 0.0) * sentence.place - max(0.0, len(sentence.text) / _LONG - 1)
    worth += _SUBJECT.get(part, 0.0) * len(subject & words) / max(1, len(subject))
    return worth + (_ASKED * len(asked & words) / max(1, len(asked)) if part == "holding" else 0.0)


def _alike(one: OwnSentence, other: OwnSentence) -> bool:
    words, others = stems(one.text), stems(other.text)
    return len(words & others) > _SAME * min(len(words), len(others))
