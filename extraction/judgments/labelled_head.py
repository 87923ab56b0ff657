"""Preambles that label what they say: "Bench: ...", "DATE OF JUDGMENT: ...", and front matter."""

import re
from dataclasses import dataclass, field

from extraction.text.web_furniture import FRONT_MATTER

_MORE = r"(?:\(?s\)?)?(?:\s*/\s*[a-z]+(?:\(?s\)?)?)*"
_LABELS = {
    "title": ("title",),
    "court": ("court",),
    "citations": ("equivalent citations?", "citations?"),
    "decided": ("date of (?:the )?(?:judge?ment|decision)", "decided on", "dated?(?: of judge?ment)?"),
    "case_number": ("case(?: number| no)?", "appeal no", "petition no"),
    "strength": ("bench strength",),
    "bench": ("bench", "coram", r"(?:hon['’]?ble )?judges?\s*/\s*coram"),
    "author": ("author",),
    "aliases": ("also known as",),
    "petitioner": (rf"(?:petitioner|appellant|applicant|revisionist|plaintiff|complainant){_MORE}",),
    "respondent": (rf"(?:respondent|opposite part(?:y|ies)|defendant|accused){_MORE}",),
    "other": (
        *("citator info", "year", "importance", "source", "status", "verdict", "statutes", "summary", "counsels?"),
        *(
            "subject",
            "catch ?words",
            r"acts?\s*/\s*rules?(?:\s*/\s*orders?)?",
            "(?:prior history|disposition|case note)",
        ),
    ),
}
_LABEL = re.compile(
    r"^[ \t]*(?:"
    + "|".join(f"(?P<{name}>{'|'.join(forms)})" for name, forms in _LABELS.items())
    + r")(?:\.?[ \t]*:-?|(?=\d))[ \t]*(?P<value>[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_BODY = re.compile(
    r"^[ \t]*(?:#{2,}[ \t]|(?:ACT|HEADNOTE|JUDGE?MENT|ORDER|AWARD|A W A R D"
    r"|J ?U ?D ?G ?E? ?M ?E ?N ?T|J U D G M E N T|O R D E R)"
    r"[ \t]*:?-?[ \t]*\r?$)",
    re.MULTILINE,
)
_REACH = 20_000  # characters, where no label of the body ends the head before
_SHORT = ("decided", "strength")
"""Labels whose value never goes on below: the next line may be the judgment's first."""
_FEWEST = 2  # different labels: one ("Date: ...") stands in any text


@dataclass(frozen=True, slots=True)
class Labels:
    """The values under each label, as lists of lines, and where the labelled head ends."""

    values: dict[str, list[list[str]]] = field(default_factory=dict)
    end: int = 0

    def lines(self, name: str) -> list[str]:
        """All lines under a label, in order."""
        return [line for value in self.values.get(name, []) for line in value]

    def first(self, name: str) -> str:
        """The first line under a label, or nothing."""
        return next(iter(self.lines(name)), "")


def read_labels(text: str) -> Labels | None:
    """The labelled head of a text, or None where it has none (fewer than two labels before the body)."""
    body = _BODY.search(text, 0, _REACH)
    head_end = body.start() if body else min(len(text), _REACH)
    matches = list(_LABEL.finditer(text, 0, head_end))
    if len({match.lastgroup and _name(match) for match in matches} - {"other"}) < _FEWEST:
        return None
    values: dict[str, list[list[str]]] = {}
    end = 0
    for match, bound in zip(matches, [*(m.start() for m in matches[1:]), head_end], strict=True):
        lines, end = _value(text, match, bound)
        values.setdefault(_name(match), []).append(lines)
    front = FRONT_MATTER.match(text)
    end = body_start(text, head_end) if body else max(end, front.end() if front else 0)
    return Labels(values, end)


def without_labels(head: str) -> str:
    """A head with its labelled lines left blank: what it says without labels."""
    return _LABEL.sub("", head)


def body_start(text: str, marker: int) -> int:
    """Where the body begins at a marker line: at a heading itself, after a bare JUDGMENT or ORDER line."""
    match = _BODY.match(text, marker)
    while match and "#" not in match.group():
        marker = match.end()
        blank = re.compile(r"\s*").match(text, marker)
        match = _BODY.match(text, blank.end() if blank else marker)
    return marker


def find_body(text: str) -> int | None:
    """Where a marker line (JUDGMENT, ORDER, HEADNOTE, a second-level heading) opens the body, near the top."""
    body = _BODY.search(text, 0, _REACH)
    return body_start(text, body.start()) if body else None


def _name(match: re.Match[str]) -> str:
    return next(name for name in _LABELS if match[name])


def _value(text: str, match: re.Match[str], bound: int) -> tuple[list[str], int]:
    """The value beside a label, or else the lines under it up to a blank line or the next label."""
    beside = match["value"].strip().strip("\"'")
    lines = [beside] if beside else []
    end = match.end()
    if beside and _name(match) in _SHORT:
        return lines, end
    for line in re.finditer(r"\n([^\n]*)", text[match.end() : bound]):
        stripped = line.group(1).strip()
        if not stripped and (lines or line.start()):
            break
        if stripped.startswith(("[", "#", "---")):
            break
        lines.append(stripped)
        end = match.end() + line.end()
    return [line for line in lines if line], end
