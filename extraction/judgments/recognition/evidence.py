"""Whether a text is a judgment at all: what speaks for it in its head and at its end, and what it says of itself."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extraction.citations.courts import opens_with_court
from extraction.judgments.court_head import read_court_head
from extraction.judgments.headers import is_case_title
from extraction.judgments.labelled_head import read_labels
from extraction.judgments.preamble import read_preamble

_REACH = 3_000  # characters at either end in which a text says what it is
_HEAD = 1_500  # characters in which a judgment gives its number and who delivered it
_FEWEST = 2  # marks that name another kind of text: judgments have one or the other ("University of Delhi v. ...")
_DELIVERED = re.compile(r"\b(?:judge?ments?|orders?)\b.{0,40}\b(?:was|were|is) (?:delivered|made|pronounced)\b", re.I)
_NUMBER = re.compile(
    r"\b(?:appeal|petition|suit|revision|application|reference|jurisdiction|w\.?\s?p|s\.?l\.?p|c\.?\s?a|cr\w*\.?\s?a)\b"
    r"[^\n]{0,40}?\d{1,6}[^\n]{0,12}?(?:of|/)\s?(?:18|19|20)\d\d",
    re.IGNORECASE,
)
_DISPOSED = re.compile(
    r"\b(?:appeals?|petitions?|suit|revision|applications?|reference|writ|rule|bail|conviction|order)\b"
    r"[^.\n]{0,120}?\b(?<!\bbe )"
    r"(?:dismissed|allowed|disposed of|rejected|granted|refused|quashed|set aside|decreed|discharged|fails?|succeeds?)"
    r"|\bno order as to costs\b|\bordered accordingly\b|\b(?:dismiss|allow)(?:s|ed)? (?:the|this|these)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^[ \t]*[1-3][.)]?[ \t]+\S", re.MULTILINE)
_CODE = re.compile(
    r"[ \t]*(?:(?:def|class|import|from|return|function|const|let|var|public|private|static|using|package|elif|else)\b"
    r"[^.]{0,80}|#include\b.*|//.*|@\w+.*|<\w+[^>]*>.*|.*[{}]|[^;]*[=(][^;]*;|\"?[\w-]+\"?\s*[:=]\s*[\"'\[{\d].*)",
)
_CODE_LINES = 0.4  # of the lines: more are a program's or a data file's
_LISTED = 4  # lines of the head that name cases: more are a list of them


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    marks: tuple[re.Pattern[str], ...]


def reason_against(text: str) -> str | None:
    """Why a text is taken for no judgment, in one line; None where it is one."""
    speaks = _facts(text)
    if _is_decided(speaks):
        return None
    kind, mark = _other_kind(text)
    if kind:
        return f"it reads as {kind} (“{mark}”) and not as a judgment or an act; leave it out"
    if _is_code(text):
        return "it reads as source code or data and not as a judgment or an act; leave it out"
    if "parties" in speaks or ({"court", "number"} <= speaks and len(speaks) > 2):
        return None
    return "neither parties nor a court, a judge or a decision stand in it: it is no judgment and no act; leave it out"


def _is_decided(speaks: set[str]) -> bool:
    """Whether a text has what only a judgment has: that it was delivered, or a judge who decides a numbered case."""
    judged = "judge" in speaks and {"parties", "court", "number"} & speaks
    whole = {"parties", "court", "disposed"} <= speaks and {"number", "numbered"} & speaks
    return "delivered" in speaks or bool(whole) or bool(judged and {"disposed", "numbered"} & speaks)


def _facts(text: str) -> set[str]:
    """What of a judgment a text has."""
    preamble = read_preamble(text, "")
    head, tail = text[:_HEAD], text[-_REACH:]
    lines = [line.strip() for line in text[:_REACH].split("\n") if line.strip()]
    found = {
        "parties": _names_parties(text, lines),
        "judge": bool(preamble.bench or preamble.authors),
        "court": any(opens_with_court(line) for line in lines[:12]),
        "number": bool(preamble.case_number or _NUMBER.search(head)),
        "delivered": bool(_DELIVERED.search(head)),
        "disposed": bool(_DISPOSED.search(tail)),
        "numbered": len({m.group().strip() for m in _NUMBERED.finditer(text)}) > 1,
    }
    return {name for name, there in found.items() if there}


def _names_parties(text: str, lines: list[str]) -> bool:
    """Whether the head sets one party against another: as a court prints it, under labels, or in a title alone."""
    titles = [line for line in lines[:40] if is_case_title(line)]
    labels = read_labels(text)
    labelled = labels is not None and bool(labels.first("title") or labels.first("petitioner"))
    return read_court_head(text) is not None or labelled or 0 < len(titles) <= _LISTED


def _other_kind(text: str) -> tuple[str, str]:
    """The kind of text that a text says it is, and the words that say so; empty where it says nothing."""
    ends = f"{text[:_REACH]}\n{text[max(_REACH, len(text) - _REACH) :]}"
    best: tuple[int, str, str] = (_FEWEST - 1, "", "")
    for kind in _kinds():
        marks = [match.group().strip() for pattern in kind.marks if (match := pattern.search(ends))]
        if len(marks) > best[0]:
            best = (len(marks), kind.name, " ".join(marks[0].split()))
    return best[1], best[2]


def _is_code(text: str) -> bool:
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    return len(lines) > 2 and sum(bool(_CODE.fullmatch(line)) for line in lines) > _CODE_LINES * len(lines)


@cache
def _kinds() -> tuple[_Kind, ...]:
    raw = tomllib.loads((files("extraction") / "data" / "other_texts.toml").read_text(encoding="utf-8"))
    return tuple(
        _Kind(kind["name"], tuple(re.compile(mark, re.IGNORECASE | re.MULTILINE) for mark in kind["marks"]))
        for kind in raw["kind"]
    )
