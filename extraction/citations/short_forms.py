"""Short names of cases: "Maneka Gandhi's case", "the Makalu Case", "Tata Tea (supra)", "in Nihal Singh"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extraction.parties.extent import name_before
from extraction.parties.short_names import names_a_case
from extraction.parties.titles import clean_party
from extraction.parties.words import rare


def _after_words(phrases: Sequence[str], small: Iterable[str] = ()) -> str:
    """A pattern for a capital that follows one of the phrases and a blank; it begins with what is rare.

    The first letter of `phrases` may be a capital, that of the `small` ones not.
    """
    spelled = [(len(p), f"[{p[0].upper()}{p[0]}]{_rest(p)}") for p in phrases]
    spelled += [(len(p), p[0] + _rest(p)) for p in small]
    behind = [
        rf"(?<=\b(?:{'|'.join(pattern for _, pattern in alike)})\s.)"
        for _, alike in groupby(sorted(spelled), key=lambda item: item[0])
    ]
    return f"[A-Z](?:{'|'.join(behind)})"


def _rest(phrase: str) -> str:
    return re.escape(phrase[1:]).replace(r"\ ", r"\s")


_CASE = re.compile(r"[Cc]a[sv]es?\b(?!\s?(?:[Nn]os?\b|[Oo]f\b|[Nn]umber))")
_CASE_HEAD = re.compile(r"(?:['’`]s?)?(?:\s?\([^()\n]{2,60}\))?[\s-]{1,3}$")
_SUPRA = re.compile(r"[Ss](?:upra|UPRA)\b\s?[)\]]?")
_SUPRA_HEAD = re.compile(r"\s?(?:['’`]s?)?\s?[(\[]\s?$|\s$")
_INTRODUCED = re.compile(
    _after_words(
        (
            *("in", "following", "followed", "follows", "overruled", "over-ruled", "overruling", "overrules", "per"),
            *("distinguished", "distinguishing", "distinguishes", "approved", "approving", "doubted"),
        ),
        (
            *("case of", "decision of", "judgment of", "judgement of", "ratio of", "law of", "view of", "dicta of"),
            *("principle of", "principles of"),
        ),
    )
)
_NAMED = re.compile(
    r"(?:Shri\s|Smt\.?\s|M/s\.?\s)?"
    r"(?P<name>(?:St\. )?(?:[A-Z]\. ?){0,3}[A-Z][a-z'’-]+(?:[A-Z][a-z]+)?(?: (?:[A-Z]\.|[A-Z][\w'’-]+|of|and|&)){0,5})"
)
_CUE = re.compile(
    r"\b(?:held|construed|expounded|explained|amplified|laid down|enunciated|propounded|ruled|over-?ruled|"
    r"distinguished|dissented|(?:decisions?|judge?ments?|ratio|dictum|dicta) (?:of (?:this|the) court )?(?:in|of)?)\b"
    r"[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\b(?:decisions|judge?ments|cases|rulings|authorities)\s(?:of\s[\w\s]{3,30}\s)?(?:in|of)\s$")
_STOPPED = re.compile(r"(?:\s(?:and|&))?\s(?:In|Indeed|The|It|This|Held|We|Anr|Ors|Others|Another)\b.*$", re.DOTALL)
"""What follows a name without a stop: "& Anr", or the sentence after it."""
_LOOSE_END = re.compile(r"(?:\s(?:of|and|&))+$")
JOINT = re.compile(r"\s(?:and|&)\s(?!(?:Co|Company|Sons|Bros|Brothers|Associates)\b)")
"""What parts the short names of two cases ("Umadevi and Uma Rani"); it parts no firm's name."""
_FURTHER = re.compile(r"(?:,\s(?:and\s)?|\s(?:and|&)\s)(?=[A-Z])")
_BODY = re.compile(r"\b(?:Committee|Board|Authority|Commission|Tribunal|Council|Bench|Officer|Court)$")
"""The decision of a body is no case called after it."""
_DECIDED = re.compile(
    r"\s(?:(?:was|were|is|are|has been|had been|stands?|stood|must be|should be|cannot be|could not be|to be)\s"
    r"(?:\w+ly\s|also\s|hereby\s|not\s|since\s|later\s|thus\s|no\slonger\s|itself\s){0,3}"
    r"(?:over-?ruled|(?:wrong|correct|right|incorrect|erroneous)ly\sdecided|distinguish(?:ed|able)|dissented\sfrom|disapproved|"
    r"per\sincuri[au]m|doubted|re-?affirmed|reconsidered|(?:a\s)?(?:good|bad)\slaw|followed\s(?:in|by\sthis\s[Cc]ourt)|"
    r"approved\s(?:in|by\sthis\s[Cc]ourt)|explained\sin|decided\s(?:in|by\sthis\s[Cc]ourt))"
    r"|(?:stands\s)?over-?ruled\b|(?:does|did|do)\snot\slay\sdown|la(?:ys|id)\sdown"
    r"|(?:doctrine|ratio|dictum|ruling|decision|judge?ment|formula)\b)"
)
_POINTED_TO = re.compile(
    _after_words(
        (
            *("relying on", "reliance on", "relied on", "applying", "applied", "departed from", "departing from"),
            *("dissent from", "dissented from", "dissents from", "dissenting from", "agree with", "disagree with"),
            *("agreed with", "disagreed with", "agreeing with", "disagreeing with", "reconsider", "reconsidered"),
            *("reconsidering", "reaffirmed", "reaffirming", "disapproved", "disapproving", "covered by", "governed by"),
            *("concluded by", "bound by", "settled by", "overruled by", "light of", "correctness of", "contrary to"),
            *("inconsistent with", "departure from"),
        )
    )
)
_NAME = re.compile(r"(?:[A-Z]\. ?){0,3}[A-Z][a-z'’-]+(?:[A-Z][a-z]+)?(?: (?:[A-Z]\.|[A-Z][\w-]+|of|and|&)){0,5}")
_STRENGTH = re.compile(r"\s\(?\d{1,2}[\s-]?JJ?\.?\)?$")
"""How many judges sat, told with a short name: "Birla Cotton 7J (supra)"."""
_PERSON = re.compile(
    r"\b(?:P\.?\s?W|D\.?\s?W|[Ww]itness|accused|deceased|testimony|depos|evidence|statement|injured|prosecution|plaintiff|defendant)"
)
_OFFICE = re.compile(r"(?:Lord|Lady|Sir|Baron|Their|Justice|Chief|Mr|Mrs|Ms|Dr|Shri|Sri|Smt)\b")
_JUDGE = re.compile(r"(?:Lord|Lady|Sir|Baron|Chief\sJustice)\s[\w'’-]+$")
"""A judge's name and no more of it: "Lord Krishna Bank" is a party's."""
_IN_A_CASE = re.compile(r"\sin\s(?:the\scase\sof\s)?[A-Z]")
"""What follows the name of a judge whose words are meant: "the judgment of Chandrachud in A v. B"."""
_NO_CASE_AFTER = re.compile(r"['’]s|\s\d|(?:, ?[\w. ]{2,30})?,?\s(?:C\.?\s?)?JJ?\b")
_DANGLING = re.compile(r"\b(?:of|the|and|for|in|C?\.?JJ?\.?|[Nn]o\.?)$")
_NAME_REACH = 110  # characters before the words that give a name its short form


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name at `text[start:end]`, its "case" or "(supra)" included; a `bare` one has neither,
    nor does what stands before it speak of a decision.
    """

    start: int
    end: int
    name: str
    bare: bool = False


def find_short_names(text: str, taken: Sequence[tuple[int, int]]) -> list[ShortName]:
    """Short names outside the `taken` spans (ascending); many are of no case at all until resolved."""
    found = [*_before(text, _CASE, _CASE_HEAD, taken), *_before(text, _SUPRA, _SUPRA_HEAD, taken)]
    spans = sorted([*taken, *((s.start, s.end) for s in found)])
    found += _introduced(text, spans)
    spans = sorted([*taken, *((s.start, s.end) for s in found)])
    return found + _repeated(text, spans)


def _before(
    text: str, sign: re.Pattern[str], head: re.Pattern[str], taken: Sequence[tuple[int, int]]
) -> list[ShortName]:
    """Names before a `sign` ("case", "supra"); the `head` stands between the two."""
    ends = [end for _, end in taken]
    found: list[ShortName] = []
    for match in sign.finditer(text):
        between = head.search(text, max(0, match.start() - 70), match.start())
        if between is None:
            continue
        stop = between.start()
        index = bisect_right(ends, stop)
        if index < len(taken) and taken[index][0] <= stop:
            continue
        start = name_before(text, stop, max(stop - _NAME_REACH, ends[index - 1] if index else 0), short=True)
        if start is None:
            continue
        name = clean_party(text[start:stop])
        if text.count("(", start, stop) > text.count(")", start, stop):
            continue
        name = _STRENGTH.sub("", name)
        if names_a_case(name) and not _DANGLING.search(text, start, stop):
            found.append(ShortName(start, match.end(), name, bare=_JUDGE.match(name) is not None))
    return found


def _introduced(text: str, taken: Sequence[tuple[int, int]]) -> list[ShortName]:
    """Bare names after a word that often introduces a case ("as held in Mahesh Chandra"), and those listed with it."""
    ends = [end for _, end in taken]
    found: list[ShortName] = []
    for introduced in _INTRODUCED.finditer(text):
        before = text[max(0, introduced.start() - 70) : introduced.start()]
        cue = _CUE.search(before)
        for start, end in _listed(text, introduced.start(), bool(_PLURAL.search(before))):
            index = bisect_right(ends, start)
            if index < len(taken) and taken[index][0] < end:
                break
            name = _STOPPED.sub("", text[start:end]).rstrip(".,")
            if not rare(name) or not names_a_case(name) or _DANGLING.search(name):
                break
            cued = " " in name and cue is not None and not _of_a_speaker(text, start, end)
            found.append(ShortName(start, start + len(name), name, bare=not cued))
    return found


def _listed(text: str, at: int, several: bool) -> Iterator[tuple[int, int]]:
    """The span of the name that begins at a place; where `several` are announced, each of those parted by "and"."""
    while match := _NAMED.match(text, at):
        start, end = match.span("name")
        joint = JOINT.search(text, start, end) if several else None
        stop = joint.start() if joint else start + len(_LOOSE_END.sub("", text[start:end]))
        yield start, stop
        further = _FURTHER.match(text, stop) if several else None
        if further is None:
            return
        at = further.end()


def _repeated(text: str, taken: Sequence[tuple[int, int]]) -> list[ShortName]:
    """Bare names that are decided, overruled or relied on ("Gopalan was wrongly decided"), where no person is meant."""
    ahead = (m.start() for m in _DECIDED.finditer(text))
    places = [(name_before(text, end, max(0, end - 60), short=True), end) for end in ahead]
    names = (_NAME.match(text, m.start()) for m in _POINTED_TO.finditer(text))
    places += [m.span() for m in names if m]
    ends = [end for _, end in taken]
    found: list[ShortName] = []
    for start, end in sorted((s, e) for s, e in places if s is not None):
        start += 4 * text.startswith("The ", start, end)
        index = bisect_right(ends, start)
        name = _LOOSE_END.sub("", _STOPPED.sub("", text[start:end])).rstrip(".,")
        free = (index == len(taken) or taken[index][0] >= end) and (not found or start >= found[-1].end)
        if free and names_a_case(name) and not _DANGLING.search(name) and not _of_a_person(text, start, end):
            found.append(ShortName(start, start + len(name), name, bare=True))
    return found


def _of_a_speaker(text: str, start: int, end: int) -> bool:
    """Whether a name is a judge's or a body's whose decision is told, or stands before a number ("Rule 33")."""
    if _OFFICE.match(text, start) or _NO_CASE_AFTER.match(text, end):
        return True
    speaks = text.endswith("of ", 0, start) and (_BODY.search(text[start:end]) or _IN_A_CASE.match(text, end))
    return bool(speaks)


def _of_a_person(text: str, start: int, end: int) -> bool:
    """Whether the name is a judge's, counsel's or a witness's, or stands before a number ("Regulation 33")."""
    if _OFFICE.match(text, start) or _NO_CASE_AFTER.match(text, end):
        return True
    return _PERSON.search(text, max(0, start - 60), end + 80) is not None
