"""The judges whom a head lists before the judgment: after "Coram", "Present" or "Before", or by their style."""

import re
from collections.abc import Sequence

from extraction.judgments.judges import SEAT, full_name, judge_names
from extraction.text.spacing import one_line

_MARK = re.compile(
    r"[\W_]*(?:(?:single|division|full)\s+(?=bench)|)"
    r"(?:c\s?o\s?r\s?a\s?m|p\s?r\s?e\s?s\s?e\s?n\s?t|before|bench|quorum|presided over by)\b\s*"
    r"(?:[:;.\-–—]+|(?=hon|the hon|justice|(?:mr|mrs|ms|smt|sh|sir|lord|shri|sri|dr|km)\b|[A-Z]\.)|$)"
    r"[\W_]*(?P<rest>.*)",
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
_PEER = r"(?i:lord|sir|viscount|earl|lady|baroness)(?i:\s+(?:justice|chief justice))?(?:\s+[A-Z][A-Za-z.’'-]+){1,4}"
_PEERS = re.compile(rf"[\W_]*(?:{_PEER}(?:\s*[,;]\s*|\s*[,;]?\s+(?i:and|&)\s+|\W*$)){{2,}}")
"""The board of the Privy Council alone in a line."""
_PARTED = re.compile(r"[A-Z][A-Za-z.’' ]{2,40};\s*C?JI?\.(?:\s*,\s*[A-Z][A-Za-z.’' ]{2,40};\s*C?JI?\.)*\s*")
_TOGETHER = re.compile(r"[\[(]?(?:BEFORE\s+)?(?P<names>[A-Z][A-Za-z.,;’' &-]{4,250}?),?\s+JJ\.?[\])]?\W*")
"""The bench alone in a line, or in brackets over several, as reports print it: "S.B. RAWAL AND H.S. BHALLA, JJ."."""
_OVER = re.compile(
    r"[\W_]*(?:dated?\b.*|date\b.*|j\s?u\s?d\s?g.*|o\s?r\s?d\s?e\s?r\b.*|oral\b.*|%.*|\d.*"
    r"|for\b.*|whether\b.*|(?:cav|common|ex parte)\b.*|[(]?per\b.*|counsel.*|through.*|appearance.*"
    r"|criminal\b.*|civil\b.*|writ\b.*|w\.?p\.?\b.*|between\b.*|reserved.*|pronounced.*)",
    re.IGNORECASE,
)
COURT_OF = r"[\W_]*(?i:in|before) (?i:the court of)\b"
"""What opens the line that names who sits in a court of one judge."""
_SEATED = re.compile(rf"[A-Z][A-Za-z.’' ]{{2,40}}\s*:\s*{SEAT}\W*")
_COURT_OF = re.compile(COURT_OF + r"\s*:?\s*(?P<name>(?:sh|shri|smt|ms|mr|mrs|dr)\b\.?.+?)(?:,.*|\W*)", re.IGNORECASE)
_COUNSEL = re.compile(r"\b(?:adv(?:ocate)?s?|counsel)\b", re.IGNORECASE)
_IN_BRACKETS = 4  # lines of a bench in brackets: five judges of a report took two
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
        if alone := _alone(lines, index):
            return judge_names(alone, year)
    return _listed([line for line in lines if _STYLED.match(line)], year)


def is_bench(line: str) -> bool:
    """Whether a line of a head is the bench alone, without any mark."""
    return _alone([line], 0) is not None


def _alone(lines: Sequence[str], index: int) -> str | None:
    """The bench that has a line to itself without any mark, as reports print it; in brackets it goes on below."""
    line = lines[index].strip()
    if line.startswith(("(", "[")) and not line.endswith((")", "]")):
        line = one_line(" ".join([line, *lines[index + 1 : index + _IN_BRACKETS]]))
        line = re.split(r"(?<=[)\]])", line)[0]
    if together := _TOGETHER.fullmatch(line):
        return together["names"]
    if _PARTED.fullmatch(line):
        return line.replace(";", ",")
    return line if _PEERS.fullmatch(line) else None


def _listed(lines: Sequence[str], year: int | None) -> tuple[str, ...]:
    """The judges of the lines up to the first that belongs to something else; a name may go on in the next line."""
    block: list[str] = []
    parted = False
    for line in lines:
        bare = line.strip()
        if (bare and _OVER.fullmatch(bare)) or _COUNSEL.search(bare):
            break
        if bare and any(block) and not (_styled(bare) if parted else _goes_on(block, bare)):
            break
        parted = any(block) and not bare
        block.append(f"{bare};" if _SEATED.fullmatch(bare) else bare)
    else:
        bare = ""
    if _COUNSEL.search(bare) and not any(map(_styled, block)):
        return ()
    text = " ".join(filter(None, block)).strip(" ()[]")
    names = (name for part in _STYLE.split(text) for name in judge_names(part, year))
    return tuple(dict.fromkeys(names))


def _styled(line: str) -> bool:
    """Whether a line names a judge by his style, or joins one to the next."""
    return bool(_STYLED.match(line) or re.fullmatch(r"\W*(?:and|&)?\W*", line, re.IGNORECASE))


def _goes_on(block: Sequence[str], line: str) -> bool:
    """Whether a line continues a list of judges: it is styled as one is, or short, or the list is open."""
    open_list = re.search(r"(?:&|\band|,)\s*$", " ".join(block), re.IGNORECASE)
    return bool(
        _styled(line)
        or open_list
        or re.fullmatch(r"[A-Z][A-Za-z.,’' &-]{1,60}(?:J\.?|JJ\.?)?", line)
        or _SEATED.fullmatch(line)
    )


def whole_bench(*lists: Sequence[str]) -> tuple[str, ...]:
    """The fullest of several lists of the same bench, and those whom the others name besides; each judge once."""
    fullest = max(lists, key=len, default=())
    return tuple(dict.fromkeys([*fullest, *(full_name(name, fullest) for names in lists for name in names)]))
