"""The cause title as courts print it: who stands against whom in each matter, between numbers, roles and counsel."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.parties.titles import is_versus
from extraction.text.dates import find_date

_ROLE_WORD = (
    r"(?:petitioner|appellant|applicant|plaintiff|complainant|claimant|revisionist|assessee|caveator|non-applicant"
    r"|respondent|defendant|opposite part(?:y|ies)|opponent|accused|contemnor|intervenor"
    r"|(?:operational|financial|corporate) (?:creditor|debtor)|(?:decree[ -]holder|judge?ment[ -]debtor))"
)
_ROLE = re.compile(
    rf"(?P<before>.*?)(?:\s*(?:\.{{2,}}|…|_{{2,}})[\s.…_]*|[\s,_–-]*)(?<![A-Za-z]){_ROLE_WORD}(?:\s?\(?s\)?)?(?:\s*(?:no|nos)\.?\s*[\d,&\s-]+)?"
    rf"(?:\s*(?:/|and|&)\s*{_ROLE_WORD}(?:\s?\(?s\)?)?)*[\s.:;,]*",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.{2,}|…|_{3,})\s*$|(?:\.{2,}|…|_{3,})[\s.…]*\S")
_ENDS_IN_VERSUS = re.compile(
    rf"(?P<before>.*\S)\s+versus\W*|(?P<role>.*{_ROLE_WORD}(?:\(?s\)?)?[\s.]*)\svs?\W*", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\W_]*between[\W_]*", re.IGNORECASE)
_AND = re.compile(r"[\W_]*and[\W_]*", re.IGNORECASE)
_COUNSEL = re.compile(
    r"[\W_]*(?:through|thro|by (?:adv(?:ocate)?s?\b|mr|sri|shri|ms|smt)|(?:for|counsel for|advocates? for) the\b"
    r"|(?:mr|ms|mrs|shri|sri|smt|dr)\.?\s.{0,80}\badv(?:ocate|s|\.|,|$)|appearance)\b",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[\W_]*(?:with|coram\b.*|present(?:\s*[:-].*)?|before(?:\s*[:-].*)?|title|j\s?u\s?d\s?g\s?e?\s?m\s?e\s?n\s?t|o\s?r\s?d\s?e\s?r|a\s?w\s?a\s?r\s?d|dated?|counsel"
    r"|hon.?ble\b.*|the hon.*|and (?:connected|batch|other connected).*|in the matter of|office notes.*|-{8,}.*)[\W_]*",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"[\W_]*(?:judge?ment|order|award|date[ds]?|decided|reserved|pronounced|delivered|heard|filed)\b", re.I
)
_NUMBER = re.compile(
    r"\bnos?\b\s*[.:(]|\bno\s*:|\bn0\b"
    r"|\b(?:[A-Z]{1,6}\.?\s?){1,4}(?:\([A-Z]+\.?\)\s?)?(?:no\.?\s?)?\d+(?:\s?[-–&,]\s?\d+)*\s?(?:/|of)\s?(?:19|20)?\d\d\b"
    r"|\b(?:arising|out of) .*\b(?:slp|petition|appeal)|\b(?:19|20)\d\d\s*\)?\]?\s*$",
    re.IGNORECASE,
)
_NO_CASE = re.compile(
    r"\W*(?:FIR|crime|gali|house|plot|road|p\.?s\.?)\b|.*\bon \d{1,2} [A-Z][a-z]+,? \d{4}$|[A-Z][a-z]+,? \d{4}$", re.I
)
_COURT = re.compile(
    r"\b(?:court|tribunal|commission|forum|bench|authority)\b.*|\b(?:JURISDICTION|SIDE)\b", re.IGNORECASE
)
_FURNITURE = re.compile(
    r"[\W_]*(?:(?:non[\s-]*)?reportable|corrected|revised|not? for (?:publication|reporting)|afr|nafr|\$~\w*"
    r"|in re|ex parte|\[\d+\]|page \d+.*|\d+|neutral citation.*|[A-Z]{4}\d{10,}"
    r"|\d{4} INSC \d+.*|\d{4}:[A-Z-]+:\d+.*)[\W_]*",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(
    r",?\s+(?:[swdc]/[so]\b|r/o\b|(?:son|wife|daughter|widow|resident|residing) of\b|aged?\b|having its\b|a company\b"
    r"|occ(?:upation)?\b|through its\b|hindu\b|adult\b|rep(?:resented)?\.? by\b).*",
    re.IGNORECASE | re.DOTALL,
)
_ITEM = re.compile(r"^\W*(?:\(?\d{1,3}[.)\]]|\[\d{1,3}\])\s*")
_NEXT_ITEM = re.compile(r"\s\(?[2-9][.)]\s")
_LAST_RESPONDENT_LINES = 8  # lines after a blank line in a party: an address is no longer
_LONG_PARTY = 12  # words before a role without leaders: more are prose ("... was the appellant")


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of a cause title: the first party of either side, as printed."""

    petitioner: str
    respondent: str


def read_matters(lines: Sequence[str]) -> list[Matter]:
    """The matters of a court's head, in order, each around its "versus"; none where there is no such line."""
    lines = list(_parted(lines))
    signs = _signs(lines)
    matters: list[Matter] = []
    for start, sign, end in zip([0, *(s + 1 for s in signs)], signs, [*signs[1:], len(lines)], strict=False):
        petitioner = _above(lines[start:sign])
        respondent = _below(lines[sign + 1 : end])
        if petitioner and respondent:
            matters.append(Matter(petitioner, respondent))
    return matters


def parts_sides(line: str) -> bool:
    """Whether a line parts the sides of a cause title: a bare "versus", be it behind a role or a party's counsel."""
    return is_versus(line) or bool(_ENDS_IN_VERSUS.fullmatch(line.strip()))


def parties_end(text: str) -> int | None:
    """Where the parties of a cause title are all named: behind its last role, or its first "versus" without one."""
    end: int | None = None
    between = False
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        line = match.group().strip()
        between = between or bool(_BETWEEN.fullmatch(line))
        parted = parts_sides(line) or (between and bool(_AND.fullmatch(line)))
        if parted or (end is not None and _role(line) is not None):
            end = match.end()
    return end


def is_number(line: str) -> bool:
    """Whether a line of a head gives the number of a case."""
    bare = line.strip()
    other = (_COUNSEL, _DATED, _NO_CASE)
    return bool(_NUMBER.search(bare)) and not any(p.match(bare) for p in other) and not _FURNITURE.fullmatch(bare)


def _parted(lines: Sequence[str]) -> Iterator[str]:
    """The lines, a "versus" that ends a line on a line of its own."""
    for line in lines:
        match = _ENDS_IN_VERSUS.fullmatch(line.strip())
        yield from (match["before"] or match["role"], "versus") if match else (line,)


def _signs(lines: Sequence[str]) -> list[int]:
    """Where one side ends and the other begins: a bare "versus", or an "and" after "between"."""
    signs: list[int] = []
    between = False
    for index, line in enumerate(lines):
        between = between or bool(_BETWEEN.fullmatch(line))
        if is_versus(line):
            signs.append(index)
        elif between and _AND.fullmatch(line):
            signs.append(index)
            between = False
    return signs


def _above(lines: Sequence[str]) -> str:
    """The party above a "versus": after "between", over its role and address, or else the last block of lines."""
    lines = _named_lines(_without_counsel(lines))
    block: list[str] = []
    for line, boundary in zip(reversed(lines), reversed(_boundaries(lines)), strict=True):
        if block and (boundary or not line):
            break
        if not boundary and line:
            block.insert(0, line)
    return _first_party(block)


def _named_lines(lines: Sequence[str]) -> list[str]:
    """The lines from "between" to the party's role, the parentage and address below the name left out."""
    start = next((i + 1 for i, line in enumerate(lines) if _BETWEEN.fullmatch(line)), 0)
    named = [line.strip() for line in lines[start:]]
    for index in range(len(named) - 1, -1, -1):
        before = _role(named[index])
        if before is not None:
            named = [*named[:index], before] if before else named[:index]
            break
    parentage = next((i for i, line in enumerate(named) if i and _DESCRIPTION.match(f" {line}")), len(named))
    return named[:parentage]


def _boundaries(lines: Sequence[str]) -> list[bool]:
    """For each line whether it is no part of a name; a bracket that such a line opens goes on to where it is closed."""
    found: list[bool] = []
    depth = 0
    for line in lines:
        inside = depth > 0
        boundary = inside or _boundary(line)
        found.append(boundary)
        depth = max(0, depth + line.count("(") - line.count(")")) if boundary else 0
    return found


def _below(lines: Sequence[str]) -> str:
    """The party below a "versus": the lines down to its role, or to a blank line, counsel or the next heading."""
    block: list[str] = []
    for line in lines:
        bare = line.strip()
        named = _role(bare)
        if named is not None:
            block.extend([named] if named else [])
            break
        if _COUNSEL.match(bare) or _boundary(bare) or (not bare and block and not _role_follows(lines, line)):
            if block:
                break
            continue
        block.append(bare)
    return _first_party(block)


def _role_follows(lines: Sequence[str], line: str) -> bool:
    """Whether the role of the party whose name is broken at a blank line comes within the next lines."""
    at = next(i for i, other in enumerate(lines) if other is line)
    for following in lines[at : at + _LAST_RESPONDENT_LINES]:
        if _COUNSEL.match(following.strip()) or _STOP.fullmatch(following.strip()):
            return False
        if _role(following) is not None:
            return True
    return False


def _without_counsel(lines: Sequence[str]) -> list[str]:
    """The lines without the last block of counsel: from its first line to the end."""
    for index, line in enumerate(lines):
        if _COUNSEL.match(line.strip()):
            return [*lines[:index]]
    return list(lines)


def _role(line: str) -> str | None:
    """What a line has before the role that ends it ("…APPELLANT(S)"); None where it does not end in a role.

    Without leaders the role must be written great, and what stands before it must be short: prose ends in roles too.
    """
    match = _ROLE.fullmatch(line.strip())
    if not match:
        return None
    before = re.sub(r"[\s…_]*\.{2,}[\s.…_]*$|[\s…,_–:;-]+$", "", match["before"].strip())
    great = line.strip()[len(match["before"]) :].strip(" .…,_–-:;")[:1].isupper()
    return before if _LEADERS.search(line) or (great and len(before.split()) <= _LONG_PARTY) else None


def _boundary(line: str) -> bool:
    """Whether a line of a head is no part of a party's name: a number, a court, a date, a heading, furniture."""
    if not line:
        return False
    return bool(
        _STOP.fullmatch(line)
        or _FURNITURE.fullmatch(line)
        or _BETWEEN.fullmatch(line)
        or (line.startswith(("+", "%", "*", "(", "[", "@")) and not _ITEM.match(line))
        or (_DATED.match(line) and find_date(line))
        or _NUMBER.search(line)
        or (_COURT.search(line) and re.match(r"\W*(?:in|before|at)\b|.*\b(?:JURISDICTION|SIDE)\b", line, re.IGNORECASE))
    )


def _first_party(block: Sequence[str]) -> str:
    """The first party of a side, without its number, address and parentage."""
    name = _ITEM.sub("", " ".join(line for line in block if line))
    name = re.split(r"-{4,}", _NEXT_ITEM.split(name)[0])[0]
    return re.sub(r"\s*(?:\.\s?){2,}$", "", _DESCRIPTION.sub("", f" {name}").strip(" …,_–-:;"))
