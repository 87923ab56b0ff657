"""The line that opens a judge's opinion: "SARKARIA, J.: ...", "T. DAS, J. (dissenting)", "Per A.R. JOSHI, J."."""

import re
from collections.abc import Iterator

_NAME = r"[A-Z][A-Za-z.’' \t-]{2,40}?"
_OFFICE = r"(?<![A-Za-z])(?:A?C\.?[ \t]?J\.?(?:[ \t]?I\.?)?|J\.|J(?=[ \t,;:(—–-]|$))"
_KIND = r"(?:concurring|dissenting|separate|minority|majority|supplementing)"
_OPENING = re.compile(
    r"^[ \t#*]*(?:\d{1,2}\.[ \t]*)?"
    rf"(?P<before>(?i:(?:{_KIND}[ \t]+)?(?:(?:judge?ment|opinion)[ \t]+(?:of|by|per)|per(?:[ \t]+contra)?(?:[ \t]+by)?)"
    r"\b[ \t]*[:,]?[ \t]*)?)"
    r"(?i:(?:the[ \t]+)?(?:hon.?ble[ \t]+)?(?:(?:mr|ms|mrs|dr)\.?[ \t]+)?(?:justice[ \t]+)?)"
    rf"(?P<judge>{_NAME}),?[ \t]*{_OFFICE},?[ \t]*"
    rf"(?P<style>\([^\n]{{2,150}}?\)(?=\W*$|[ \t]*[:—–-])|(?i:(?:partly[ \t]+|and[ \t]+)*{_KIND}\b)+|)[ \t*]*"
    r"(?P<sign>[:—–]-?|\.?-|)[ \t*]*"
    r"(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
_GIVEN = re.compile(r"(?:has[ \t]+)?(?:delivered|gave|wrote|pronounced)\b[^\n]{0,80}(?:judge?ment|opinion)s?\W*", re.I)


def openings(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Lines of text[start:end] that may open an opinion, in order.

    Groups: `judge`, `style` ("(for himself and ...)"), `before` ("Per"), `sign` (":", "—") and the `rest` of the line,
    which begins with a capital where no sign parts it from the judge.
    """
    for match in _OPENING.finditer(text, start, end):
        rest = match["rest"].strip(" .")
        if match["sign"] or not rest or rest[0].isupper() or _GIVEN.fullmatch(rest):
            yield match


def stands_alone(opening: re.Match[str]) -> bool:
    """Whether nothing but a sign, or that he delivered it, follows the judge in the line."""
    rest = opening["rest"].strip(" .")
    return bool(opening["sign"] or not rest or _GIVEN.fullmatch(rest))
