"""Questions told as a story of one's own: "I bought a plot in 2011 from Mr. Pankaj of Noida ..."."""

import re
from collections.abc import Sequence

from extraction.parties.titles import has_versus
from qa.query.question import CaseName

_OWN = re.compile(r"\b(?:i|i['’]?m|my|mine|me|we|our|us|he|she|his|her|sir|madam|friend)\b", re.IGNORECASE)
_WORDS = 12  # a shorter question has no room for a story
_OWN_AT_LEAST = 2
_OF_A_CASE = re.compile(r"\W{1,3}(?:s\s+)?(?:case|judge?ment|decision|ruling)\b|\W{0,3}\(?\d{4}\)?", re.IGNORECASE)


def is_story(text: str) -> bool:
    """Whether a question tells what happened to somebody before it asks."""
    return len(text.split()) >= _WORDS and len(_OWN.findall(text)) >= _OWN_AT_LEAST


def named_in_story(text: str, cases: Sequence[CaseName]) -> list[CaseName]:
    """The names in a story that are cases: with both parties, a citation or a number, or called a case and known.

    Other words of it are people, places and things that a case happens to be named by.
    """
    return [case for case in cases if _is_case(text, case)]


def _is_case(text: str, case: CaseName) -> bool:
    if has_versus(case.text) or re.search(r"\d{4}.*\d", case.text):
        return True
    if case.node is None:
        return False
    return case.node.has_text or called_a_case(text, case)


def called_a_case(text: str, case: CaseName) -> bool:
    """Whether a name is followed by "case", "judgment" or a year."""
    return bool(_OF_A_CASE.match(text, case.end))
