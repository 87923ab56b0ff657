"""Whether a text is a decision at all: the signs that speak for it, weighed against those of another kind of text."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from extraction.citations.courts import opens_with_court
from extraction.judgments.court_head import read_court_head
from extraction.judgments.headers import is_case_title
from extraction.judgments.labelled_head import read_labels
from extraction.judgments.opinions.closing import signs
from extraction.judgments.opinions.openings import openings

_REACH = 3_000  # characters at either end in which a text says what it is
_FEWEST = 2  # marks that name another kind of text: decisions have one or the other ("University of Delhi v. ...")
_MARK = 2  # what a mark of another kind weighs: as much as most signs of a decision
_ENOUGH = 4  # what signs weigh together, one of them an act, where nothing names another kind
_HEADED = 4  # what a head weighs that is a decision's without any act
_SPACED = re.compile(r"\b[A-Z](?: {1,3}[A-Z]\b){3,}")
"""A heading printed with spaces between its letters."""
_CODE = re.compile(
    r"[ \t]*(?:(?:def|class|import|from|return|function|const|let|var|public|private|static|using|package|elif|else)\b"
    r"[^.]{0,80}|#include\b.*|//.*|@\w+.*|<\w+[^>]*>.*|.*[{}]|[^;]*[=(][^;]*;|\"?[\w-]+\"?\s*[:=]\s*[\"'\[{\d].*)",
)
_CODE_LINES = 0.4  # of the lines: more are a program's or a data file's
_VOICE = re.compile(
    r"\b(?:appellants?|respondents?|petitioners?|applicants?|plaintiffs?|defendants?|complainants?|accused|assessees?"
    r"|workm[ae]n|prosecution|impugned|learned (?:\w+ )?(?:counsel|judges?|advocate)|contended|PW[- ]?\d+)\b",
    re.IGNORECASE,
)
_VOICED = 4 / 1_000  # of the words: nine in ten judgments have more without their head, other texts seldom over 2
_FEWEST_VOICED = 8  # such words: a short text has a few by chance
_LISTED = 4  # lines of the head that name cases: more are a list of them
_COURT_LINES = 12  # lines of a head in which its court stands


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    marks: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign of a decision: what its head says of the case, or that somebody acted on it."""

    name: str
    about: Literal["head", "act"]
    weight: int
    marks: tuple[re.Pattern[str], ...]


def reason_against(text: str) -> str | None:
    """Why a text is taken for no decision, in one line; None where it may be one.

    To refuse a real order is worse than to take what is none: only a text that says of itself that it is something
    else, and shows less of a decision, is refused, or one that shows nothing of a decision.
    """
    found = list(_found(text))
    head, act = (sum(sign.weight for sign in found if sign.about == about) for about in ("head", "act"))
    kind, mark, marks = _other_kind(text)
    if kind and (not act or head + act < _MARK * marks):
        return f"it reads as {kind} (“{mark}”) and not as a judgment or an act; leave it out"
    if not (head and act) and _is_code(text):
        return "it reads as source code or data and not as a judgment or an act; leave it out"
    headed = head >= _HEADED or any(sign.name == "parties" for sign in found)
    if headed or (act and head + act >= _ENOUGH) or _speaks_as_court(text):
        return None
    return "neither parties nor a court, a judge or a decision stand in it: it is no judgment and no act; leave it out"


def _found(text: str) -> Iterator[_Sign]:
    """The signs of a decision that a text shows."""
    top = _SPACED.sub(lambda spaced: spaced.group().replace(" ", ""), text[:_REACH])
    ends = f"{top}\n{text[max(_REACH, len(text) - _REACH) :]}"
    for sign in _signs():
        within = top if sign.about == "head" else ends
        if any(mark.search(within) for mark in sign.marks) or (sign.name in _READ and _READ[sign.name](text)):
            yield sign


def _names_court(text: str) -> bool:
    lines = [line.strip() for line in text[:_REACH].split("\n") if line.strip()]
    return any(opens_with_court(line) for line in lines[:_COURT_LINES])


def _names_parties(text: str) -> bool:
    """Whether the head sets one party against another: as a court prints it, under labels, or in a title alone."""
    lines = [line.strip() for line in text[:_REACH].split("\n") if line.strip()]
    titles = [line for line in lines[:40] if is_case_title(line)]
    labels = read_labels(text)
    labelled = labels is not None and bool(labels.first("title") or labels.first("petitioner"))
    return read_court_head(text) is not None or labelled or 0 < len(titles) <= _LISTED


def _is_signed(text: str) -> bool:
    """Whether a judge's signature stands at either end: a file may go on with notes and annexures."""
    lines = [line.strip() for line in f"{text[:_REACH]}\n{text[-_REACH:]}".split("\n") if line.strip()]
    return any(signs(lines, at) for at in range(len(lines)))


def _opens_opinion(text: str) -> bool:
    return any(o["sign"] and o["judge"].isupper() for o in openings(text, 0, min(len(text), _REACH)))


_READ: dict[str, Callable[[str], bool]] = {
    "forum": _names_court,
    "parties": _names_parties,
    "signed": _is_signed,
    "opening": _opens_opinion,
}
"""Signs that are read, besides the words of the table."""


def _speaks_as_court(text: str) -> bool:
    """Whether a text without a head or an end tells of parties, counsel and courts as only decisions do."""
    voiced = len(_VOICE.findall(text))
    return voiced >= _FEWEST_VOICED and voiced > _VOICED * len(text.split())


def _other_kind(text: str) -> tuple[str, str, int]:
    """The kind of text that a text says it is, the words that say so, and how often; empty where it says nothing."""
    ends = f"{text[:_REACH]}\n{text[max(_REACH, len(text) - _REACH) :]}"
    best = ("", "", _FEWEST - 1)
    for kind in _kinds():
        marks = [match.group().strip() for pattern in kind.marks if (match := pattern.search(ends))]
        if len(marks) > best[2]:
            best = (kind.name, " ".join(marks[0].split()), len(marks))
    return best


def _is_code(text: str) -> bool:
    lines = [line for line in text[:20_000].split("\n") if line.strip()]
    return len(lines) > 2 and sum(bool(_CODE.fullmatch(line)) for line in lines) > _CODE_LINES * len(lines)


@cache
def _signs() -> tuple[_Sign, ...]:
    rows = _table("decisions.toml")["sign"]
    return tuple(_Sign(row["name"], row["about"], row["weight"], _compiled(row["marks"])) for row in rows)


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(_Kind(row["name"], _compiled(row["marks"])) for row in _table("other_texts.toml")["kind"])


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("extraction") / "data" / name).read_text(encoding="utf-8"))


def _compiled(marks: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(mark, re.IGNORECASE | re.MULTILINE) for mark in marks)
