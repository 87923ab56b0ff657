"""The cause title as courts print it: who stands against whom in each matter, between numbers, roles and counsel."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.judgments.coram import is_bench
from extraction.judgments.heads.head_lines import holds_number, is_counsel, is_dating, is_furniture
from extraction.judgments.heads.party_names import first_party, is_item, is_parentage
from extraction.judgments.heads.roles import ROLES, label_of_role
from extraction.judgments.heads.title_columns import in_one_column
from extraction.parties.titles import is_versus

_ROLE = re.compile(
    rf"(?P<before>.*?)(?:\s*(?:\.{{2,}}|…|_{{2,}})[\s.…_]*|[\s,_—–-]*)(?<![A-Za-z]){ROLES}[\s.:;,]*",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.{2,}|…|_{3,})\s*$|(?:\.{2,}|…|_{3,})[\s.…]*\S")
_ENDS_IN_VERSUS = re.compile(rf"(?P<before>.*\S)\s+versus\W*|(?P<role>.*{ROLES}[\s.]*)\svs?\W*", re.IGNORECASE)
_BETWEEN = re.compile(r"[\W_]*between[\W_]*", re.IGNORECASE)
_AND = re.compile(r"[\W_]*and[\W_]*", re.IGNORECASE)
_STOP = re.compile(
    r"[\W_]*(?:with|coram\b.*|present(?:\s*[:-].*)?|before(?:\s*[:-].*)?|title|j\s?u\s?d\s?g\s?e?\s?m\s?e\s?n\s?t|o\s?r\s?d\s?e\s?r|a\s?w\s?a\s?r\s?d|dated?|counsel"
    r"|hon.?ble\b.*|the hon.*|and (?:connected|batch|other connected).*|in the matter of|office notes.*"
    r"|[-=*]{8,}.*)[\W_]*",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:court|tribunal|commission|forum|bench|authority)\b.*|\b(?:JURISDICTION|SIDE)\b", re.IGNORECASE
)
_IDENTITY = re.compile(r"[\[(](?:PAN|CIN|DIN)\b", re.IGNORECASE)
_LAST_RESPONDENT_LINES = 8  # lines after a blank line in a party: an address is no longer
_LONG_PARTY = 12  # words before a role without leaders: more are prose ("... was the appellant")


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of a cause title: the first party of either side, as printed."""

    petitioner: str
    respondent: str


def read_matters(lines: Sequence[str]) -> list[Matter]:
    """The matters of a court's head, in order, each around its "versus"; none where there is no such line."""
    lines = list(_parted(in_one_column(lines)))
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
    return first_party(block)


def _named_lines(lines: Sequence[str]) -> list[str]:
    """The lines from "between" to the party's role, the parentage and address below the name left out."""
    start = next((i + 1 for i, line in enumerate(lines) if _BETWEEN.fullmatch(line)), 0)
    named = [line.strip() for line in lines[start:]]
    for index in range(len(named) - 1, -1, -1):
        before = _role(named[index])
        if before is not None:
            named = [*named[:index], before] if before else named[:index]
            break
    parentage = next((i for i, line in enumerate(named) if i and is_parentage(line)), len(named))
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
        if is_counsel(bare) or _boundary(bare) or (not bare and block and not _role_follows(lines, line)):
            if block:
                break
            continue
        block.append(bare)
    return first_party(block)


def _role_follows(lines: Sequence[str], line: str) -> bool:
    """Whether the role of the party whose name is broken at a blank line comes within the next lines."""
    at = next(i for i, other in enumerate(lines) if other is line)
    for following in lines[at : at + _LAST_RESPONDENT_LINES]:
        if is_counsel(following.strip()) or _STOP.fullmatch(following.strip()):
            return False
        if _role(following) is not None:
            return True
    return False


def _without_counsel(lines: Sequence[str]) -> list[str]:
    """The lines without the last block of counsel: from its first line to the end."""
    for index, line in enumerate(lines):
        if is_counsel(line.strip()):
            return [*lines[:index]]
    return list(lines)


def _role(line: str) -> str | None:
    """What a line has before the role that ends it ("…APPELLANT(S)"); None where it does not end in a role.

    Without leaders the role must be written great, and what stands before it must be short: prose ends in roles too.
    """
    match = _ROLE.fullmatch(line.strip())
    if not match:
        return None
    before = re.sub(r"[\s…_]*\.{2,}[\s.…_]*$|[\s…,_—–:;-]+$", "", match["before"].strip())
    great = line.strip()[len(match["before"]) :].strip(" .…,_—–-:;")[:1].isupper()
    return before if _LEADERS.search(line) or (great and len(before.split()) <= _LONG_PARTY) else None


def _boundary(line: str) -> bool:
    """Whether a line of a head is no part of a party's name: a number, a court, a date, a heading, furniture."""
    if not line or label_of_role(line):
        return False
    return bool(
        _STOP.fullmatch(line)
        or is_furniture(line)
        or _BETWEEN.fullmatch(line)
        or is_bench(line)
        or (line.startswith(("+", "%", "*", "(", "[", "@")) and not is_item(line) and not _IDENTITY.match(line))
        or is_dating(line)
        or holds_number(line)
        or (_COURT.search(line) and re.match(r"\W*(?:in|before|at)\b|.*\b(?:JURISDICTION|SIDE)\b", line, re.IGNORECASE))
    )
