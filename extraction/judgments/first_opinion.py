"""Where the first opinion begins, by whom it is: a judge's name before a sign, after "per", or "delivered by"."""

import re
from collections.abc import Iterator, Sequence

from extraction.judgments.judges import SEAT, full_name, judge_names
from extraction.judgments.opinions.openings import openings

_OPENS = re.compile(
    r"^[ \t]*(?P<per>(?i:(?:(?:judge?ment|order)[ \t]*[:–—-]?[ \t]*)?\(?per\b[ \t:]*)?)"
    r"(?P<style>(?i:(?:(?:the|hon.?ble|honou?rable|mr|mrs|ms|smt|shri|sri|sh|dr|justice)\b[.\s]*)*))"
    r"(?P<judge>[A-Z][A-Za-z.’' \t-]{2,40}?(?:,?[ \t]+" + SEAT + r"|,[ \t]*[JA]\.?M\.?)?)[ \t]*"
    r"(?P<sign>[.:]?[—–]|:-?|\.?-(?=[A-Z\s])|)[ \t]*(?P<rest>(?<=[:—–-])[^\n]*|\)|)$",
    re.MULTILINE,
)
_PER = re.compile(
    r"\bper\b\s*[:;]?\s*(?:hon\W?ble\s+)?(?P<judge>[A-Z][A-Za-z.’' -]{2,40}?),?\s*(?:A?C\.?\s?J|J)\b", re.IGNORECASE
)
_OPENING_REACH = 300  # characters from the body's start to "X, J.—"
_OPINION = re.compile(r"^[^\n]{120,}|^[ \t]*\d{1,2}[ \t]*[.)](?=[ \t])", re.MULTILINE)
"""A judge's name and style are shorter and not numbered: this is the opinion."""
_DELIVERED = re.compile(
    r"judgment\s+of\s+the\s+court\s+was\s+delivered\s+by\s+(?P<judge>[A-Z][A-Za-z.’' -]{2,40}?),?\s*(?:A?C\.\s?J|J)\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"(?:^|,)\s*(?P<judge>[A-Z][A-Za-z.’' -]{2,40}?),?\s*(?:A?C\.?\s?J|J)\b[.,]*\s*"
    r"(?:has\s+)?(?:delivered|made|passed|pronounced)\s+the\s+following",
    re.IGNORECASE | re.MULTILINE,
)
_BY = re.compile(
    r"^[ \t(]*(?:(?:judge?ment|order)[ \t]*)?(?:delivered|authored)[ \t]+by[ \t]*:?[ \t]*"
    r"(?P<judge>(?:[A-Z][A-Za-z.’']*[ \t]+){1,6}?[A-Z][A-Za-z.’']+),?[ \t]*(?:\(|" + SEAT + r"|A?C\.?\s?J\b|J\b|$)",
    re.MULTILINE | re.IGNORECASE,
)
"""As tribunals head it: "Delivered by Justice A. Nair (Judicial Member)"."""
_DELIVERED_REACH = 20_000  # characters of a headnote before it


def opening_of(text: str, start: int, end: int, bench: Sequence[str]) -> re.Match[str] | None:
    """The first line of text[start:end] in which one of the bench begins: his name before a sign, or bare and alone."""
    for match in _OPENS.finditer(text, start, end):
        name = next(iter(judge_names(match["judge"], None)), None)
        before = text[: match.start()].rstrip(" \t")
        alone = not match["style"] and not match["rest"] and (not before or before.endswith("\n\n"))
        if name and full_name(name, bench) in bench and (match["sign"] or match["per"] or alone):
            return match
    return None


def opening_judge(text: str, start: int, year: int | None, bench: Sequence[str]) -> tuple[str, ...]:
    """The judge whose name opens the opinion ("SARKARIA, J.: ...", "JUDGMENT (PER A.R. JOSHI, J.)", "Lord X.—")."""
    reach = min(len(text), start + _OPENING_REACH)
    top = _OPINION.search(text, start, reach)
    end = top.end() if top else reach
    for found in _openings(text, start, end, bench):
        if found and (names := judge_names(found["judge"], year)):
            return names[:1]
    return ()


def _openings(text: str, start: int, end: int, bench: Sequence[str]) -> Iterator[re.Match[str] | None]:
    """What may name the judge who wrote, the surest first; the opinion's first words end at `end`."""
    reach = min(len(text), start + _OPENING_REACH)
    yield next(openings(text, start, end), None)
    yield _PER.search(text, start, reach)
    yield opening_of(text, start, end, bench)
    yield _BY.search(text, start, reach)
    yield _FOLLOWING.search(text, 0, start)
    yield _DELIVERED.search(text, start, start + _DELIVERED_REACH)
