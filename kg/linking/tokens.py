"""A question as words, each with whether it may be part of a case name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extraction.light_spacy import Doc
from extraction.parties.titles import VERSUS, has_versus
from extraction.parties.words import is_common
from extraction.reading import standing
from extraction.typed import parse_provision
from kg.linking.case_numbers import filed_numbers
from kg.linking.name_index import NameIndex

_WORD = re.compile(r"[A-Za-z0-9]+(?:['’][A-Za-z]+)?")
_JUDGE_BEFORE = frozenset({"justice", "justices", "judge", "judges"})
_JUDGE_AFTER = frozenset({"j", "jj", "cj", "cji"})
_THROUGH = re.compile(
    r"\((?:d|dead|since deceased)\.?\)\s*(?:(?:through|thr\.?|by)\s+(?:[A-Z][\w.]*\s?){1,4})?(?!\s*v)"
    r"|\b(?:through|thr\.?|by)\s+(?:his\s+|her\s+|their\s+)?(?:l\.?rs?\b\.?|legal (?:heirs|representatives))",
    re.IGNORECASE,
)
"""Who stands for a party that died: no party of its own."""
_TOLD_OF_PARTY = re.compile(rf"\((?=[^()]*\b[a-z]{{4,}}\b)[^()]{{1,120}}\)(?=\s*{VERSUS})")
_PLACE = re.compile(r"(?<!\bv )(?<!\bv\. )(?<!\bof )\bJ\s?&\s?K\b(?!\s+v)")
"""Jammu and Kashmir, where it is no party."""
_PARTY_GOES_ON = re.compile(rf"\.\s?[A-Z]\b|\.?\s?(?:[A-Z][\w.]*\s){{1,4}}{VERSUS}")
"""After a "J.": an initial or a name up to "v.", so that the letter stands for no judge."""
CONNECTORS = frozenset({"of", "the", "and", "for", "in", "on", "at", "re", "m", "s", "alias", "ors", "anr", "others"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the question at `text[start:end]`; `plain` is it in lower case without a possessive.

    `blocked`: part of a provision, an act, a citation or a judge's name. `function`: a word like "which".
    `initial`: a letter before a name. `telling`: neither everyday nor common to many parties.
    """

    start: int
    end: int
    plain: str
    capital: bool
    blocked: bool
    function: bool
    initial: bool
    telling: bool


@dataclass(frozen=True, slots=True)
class TokenizedText:
    """A text that somebody typed, and its words; `cased`: its names are written with capitals."""

    text: str
    words: tuple[Word, ...]
    cased: bool

    def between(self, first: int, second: int) -> str:
        """What stands between two words."""
        return self.text[self.words[first].end : self.words[second].start]


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(files("kg").joinpath(f"data/{name}.txt").read_text("utf-8").split())


def read_question(text: str, doc: Doc) -> TokenizedText:
    """The words of `text`, read as `doc`; what a bracket before a "v." tells of a party is left out."""
    text = _TOLD_OF_PARTY.sub(lambda told: " " * len(told[0]), text)
    blocked = _blocked(text, doc)
    matches = list(_WORD.finditer(text))
    plain = [re.sub(r"['’]s$", "", match[0].lower()) for match in matches]
    judges = _judges(text, matches, plain)
    words = tuple(
        _word(
            text,
            match,
            plain[at],
            at in judges or any(start < match.end() and match.start() < end for start, end in blocked),
        )
        for at, match in enumerate(matches)
    )
    return TokenizedText(text, words, any(_shows_case(text, word) for word in words[1:]))


def _word(text: str, match: re.Match[str], plain: str, blocked: bool) -> Word:
    initial = _is_initial(text, match)
    function = plain in _list("stop_words") and not initial
    everyday = function or initial or plain in _list("ordinary_words")
    telling = not (everyday or is_common(plain) or plain.isdigit())
    capital = match[0][0].isupper() or match[0][0].isdigit()
    return Word(match.start(), match.end(), plain, capital, blocked, function, initial, telling)


def _is_initial(text: str, match: re.Match[str]) -> bool:
    """Whether a capital letter stands for a first name; a "V", being "versus" too, only where no party is before it."""
    if not re.fullmatch("[A-Z]", match[0]):
        return False
    before, after = text[: match.start()], text[match.end() :]
    if match[0] == "V":
        beside_another = re.search(r"\b[A-Z]\.\s?$", before) or re.match(r"\.\s?[A-Z]\.", after)
        words = _WORD.findall(before)
        opens = not words or words[-1].lower() in _list("stop_words") or bool(re.search(r"[,;:(]\s*$", before))
        opens = opens or (words[-1].islower() and has_versus(after))
        return bool(beside_another or (opens and re.match(r"\.?\s?[A-Z][a-z]", after)))
    return bool(re.match(r"\.|\s[A-Z]", after))


def _shows_case(text: str, word: Word) -> bool:
    return word.capital and not word.blocked and text[word.start : word.end][1:2].islower()


def _blocked(text: str, doc: Doc) -> list[tuple[int, int]]:
    """Places of provisions, acts, citations, case numbers and those who stand for a dead party."""
    places = [(act.start, act.end) for act in standing(doc._.acts, doc, text)]
    places += [found.span() for pattern in (_THROUGH, _PLACE) for found in pattern.finditer(text)]
    places += [(provision.start, provision.end) for provision in parse_provision(text, doc)]
    places += [(filed.start, filed.end) for filed in filed_numbers(text)]
    return places + [(citation.start, citation.end) for citation in standing(doc._.citations, doc, text)]


def _judges(text: str, matches: list[re.Match[str]], plain: list[str]) -> set[int]:
    """Words of judges' names: capitals after "Justice" and before "J."."""
    found: set[int] = set()
    for at, word in enumerate(plain):
        if word in _JUDGE_BEFORE and not (at + 1 < len(plain) and is_common(plain[at + 1])):
            found.update(_capitals(text, matches, range(at + 1, len(matches))))
        if word in _JUDGE_AFTER and matches[at][0].isupper() and not _PARTY_GOES_ON.match(text[matches[at].end() :]):
            named = set(_capitals(text, matches, range(at - 1, -1, -1)))
            found.update(named, {at} if named else set())
    return found


def _capitals(text: str, matches: list[re.Match[str]], order: Iterable[int]) -> list[int]:
    """The run of at most five capitalised words along `order`, no comma or bracket between them."""
    run: list[int] = []
    before: int | None = None
    for at in order:
        if before is not None:
            low, high = sorted((before, at))
            if not re.fullmatch(r"[\s.]*", text[matches[low].end() : matches[high].start()]):
                break
        if not matches[at][0][0].isupper() or len(run) == 5:
            break
        run.append(at)
        before = at
    return run


def is_telling(question: TokenizedText, at: int, index: NameIndex) -> bool:
    """Whether a word can name a case: neither everyday, nor in the statutes' texts, nor common to many parties."""
    word = question.words[at]
    return word.telling and word.plain not in index.everyday


def may_be_party(question: TokenizedText, at: int, index: NameIndex) -> bool:
    """Whether a word beside a "v." may belong to the party there."""
    word = question.words[at]
    if word.blocked:
        return False
    if word.initial or word.plain in CONNECTORS:
        return True
    if word.function or (question.cased and not word.capital and not is_common(word.plain)):
        return False
    return word.telling or word.plain in index.by_word or (question.cased and at > 0)


def _opens_name(question: TokenizedText, index: NameIndex) -> bool:
    """Whether the first word, everyday as it is, begins a name: parties have it and a capital follows."""
    first, *rest = question.words
    return first.plain in index.by_word and bool(rest) and rest[0].capital and not rest[0].function


def may_be_name(question: TokenizedText, at: int, index: NameIndex) -> bool:
    """Whether a word may belong to a case named by one name alone."""
    word = question.words[at]
    if word.blocked or word.function:
        return False
    if word.capital and question.cased:
        return word.telling or word.initial or at > 0 or _opens_name(question, index)
    if question.cased:
        return False
    if not is_telling(question, at, index):
        return is_common(word.plain) and word.plain in index.by_word
    return bool(index.spellings(word.plain)) or word.plain in index.by_short_form
