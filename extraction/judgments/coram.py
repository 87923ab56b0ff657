"""The judges whom a head lists before the judgment: after "Coram", "Present" or "Before", or by their style."""

import re
from collections.abc import Sequence

from extraction.judgments.judges import full_name, judge_names

_MARK = re.compile(
    r"[\W_]*(?:coram|present|before|bench|quorum)\b\s*"
    r"(?:[:;.\-–—]+|(?=hon|the hon|mr|smt|[A-Z]\.)|$)[\W_]*(?P<rest>.*)",
    re.IGNORECASE,
)
_STYLE = re.compile(
    r"(?=\b(?:(?:and|&)\s+)?(?:the\s+)?hon(?:['’]?ble|ou?rable)\b)"
    r"|(?<!ble )(?<!able )(?<!mr )(?<!mr\. )(?=\b(?:mr|mrs|ms|dr)\.? justice\b)",
    re.IGNORECASE,
)
_STYLED = re.compile(
    r"[\W_]*(?:and\s+|&\s*)?(?:the\s+)?(?:hon(?:['’]?ble|ou?rable)\b|(?:mr|mrs|ms|dr|smt)\.?\s+justice\b|justice\b)",
    re.I,
)
_PARTED = re.compile(r"[A-Z][A-Za-z.’' ]{2,40};\s*C?JI?\.(?:\s*,\s*[A-Z][A-Za-z.’' ]{2,40};\s*C?JI?\.)*\s*")
_TOGETHER = re.compile(r"\(?(?:BEFORE\s+)?(?P<names>[A-Z][A-Za-z.,’' &-]{4,150}?),?\s+JJ\.?\)?\W*")
"""The bench alone in a line, as reports print it: "S.B. RAWAL AND H.S. BHALLA, JJ."."""
_OVER = re.compile(
    r"[\W_]*(?:dated?\b.*|date\b.*|j\s?u\s?d\s?g.*|o\s?r\s?d\s?e\s?r\b.*|oral\b.*|%.*|\d.*"
    r"|for the\b.*|counsel.*|through.*|appearance.*"
    r"|criminal\b.*|civil\b.*|writ\b.*|w\.?p\.?\b.*|between\b.*|reserved.*|pronounced.*)",
    re.IGNORECASE,
)
COURT_OF = r"[\W_]*(?i:in|before) (?i:the court of)\b"
"""What opens the line that names who sits in a court of one judge."""
_COURT_OF = re.compile(COURT_OF + r"\s*:?\s*(?P<name>(?:sh|shri|smt|ms|mr|mrs|dr)\b\.?.+?)(?:,.*|\W*)", re.IGNORECASE)
_COUNSEL = re.compile(r"\b(?:adv(?:ocate)?s?|counsel)\b", re.IGNORECASE)
_MOST_LINES = 12  # lines of a list of judges: the largest bench had thirteen, as a rule several on a line


def read_coram(head: str, year: int | None) -> tuple[str, ...]:
    """The judges that a head lists as its bench, in their usual form; none where no bench is listed."""
    lines = head.split("\n")
    for index, line in enumerate(lines):
        mark = _MARK.fullmatch(line.strip())
        if mark and not _COUNSEL.search(line):
            names = _listed([mark["rest"], *lines[index + 1 : index + _MOST_LINES]], year)
            if names:
                return names
        if court_of := _COURT_OF.fullmatch(line.strip()):
            return judge_names(court_of["name"], year)
        if together := _TOGETHER.fullmatch(line.strip()):
            return judge_names(together["names"], year)
        if _PARTED.fullmatch(line.strip()):
            return judge_names(line.replace(";", ","), year)
    return _listed([line for line in lines if _STYLED.match(line)], year)


def _listed(lines: Sequence[str], year: int | None) -> tuple[str, ...]:
    """The judges of the lines up to the first that belongs to something else; a name may go on in the next line."""
    block: list[str] = []
    for line in lines:
        bare = line.strip()
        if (bare and _OVER.fullmatch(bare)) or (not bare and any(block)):
            break
        if bare and any(block) and not _goes_on(block, bare):
            break
        block.append(bare)
    text = " ".join(filter(None, block)).strip(" ()[]")
    names = (name for part in _STYLE.split(text) for name in judge_names(part, year))
    return tuple(dict.fromkeys(names))


def _goes_on(block: Sequence[str], line: str) -> bool:
    """Whether a line continues a list of judges: it is styled as one is, or short, or the list is open."""
    open_list = re.search(r"(?:&|\band|,)\s*$", " ".join(block), re.IGNORECASE)
    return bool(_STYLED.match(line) or open_list or re.fullmatch(r"[A-Z][A-Za-z.,’' &-]{1,60}(?:J\.?|JJ\.?)?", line))


def whole_bench(*lists: Sequence[str]) -> tuple[str, ...]:
    """The fullest of several lists of the same bench, and those whom the others name besides; each judge once."""
    fullest = max(lists, key=len, default=())
    return tuple(dict.fromkeys([*fullest, *(full_name(name, fullest) for names in lists for name in names)]))
