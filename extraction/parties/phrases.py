"""Phrases that hold a party's name together: who stands for it, what an office is over, what a ship is called by."""

import re
from collections.abc import Iterator

_WHOSE = r"(?:(?:the|its|his|her|their|an?|duly|proposed|next|natural|legal|lawful|constituted|authori[sz]ed)\s){0,3}"
_WHO = (
    r"(?:(?i:(?:general|managing|executive|chief)\s)?(?i:guardian|mother|father|brother|sister|husband|wife|son|uncle|aunt"
    r"|grand(?:father|mother)|friend|power\s(?:of\sattorney\s)?(?:agent|holder)|agent|(?:attorney|GPA|PoA)(?:\sholder)?"
    r"|heirs?|representatives?|L\.\s?Rs?|LRs?|partners?|propriet(?:or|ress|rix)|secretary|manager|director|president"
    r"|chairman|trustees?|shebaits?|mutawall?is?|karta|liquidator|receiver|executors?|administrators?|officer)\b"
    rf"(?:\s(?:and|cum|&)\s{_WHOSE})?)"
)
REPRESENTED = (
    rf"\b(?:(?:represented|rep(?:td|resented)?\.?)\s(?:herein\s)?(?:by|through|thr\.?)\s{_WHOSE}{_WHO}*"
    rf"|(?:by|through|thr\.?)\s{_WHOSE}{_WHO}+|(?:[Tt]hrough|[Tt]hr\.?):?\s(?i:its|his|her|their)\s"
    rf"|and\safter\s(?:him|her|them)\s{_WHOSE}{_WHO}?"
    rf"|(?:a\s)?minors?\s(?:under|through|by|rep\w*\.?\sby)\s(?:the\sguardianship\sof\s)?{_WHOSE}{_WHO}*)"
)
"""The words before the name of who stands for a party ("rep. by his power agent", "by guardian and father")."""
_BODY = r"(?:Association|Campaign|Centre|Committee|Council|Forum|Foundation|Movement|Society)"
_JOINED = re.compile(
    rf"{REPRESENTED}|\b(?:Secretar(?:y|ies)|Advis[eo]r|Assistant|Consultant|Solicitor|Successors?|Heirs?)\sto\s"
    r"|\b[Ff]or\sthe\s[Tt]ime\s[Bb]eing\b|\bOfficer\son\s(?=Special)|\b[Ii]n[\s-][Cc]harge\b|\b[Ii]nterested\sin\s|\bknown\sas\s|\b(?:Persons|People|Children)\swith\s"
    rf"|\b{_BODY}\s(?:for|against)\s(?:(?:[A-Z][\w-]*|of|the|and)\s){{1,6}}?(?:in|on|from|to)\s(?=[A-Z])"
    r"|\b(?:Judicature|Bench|High\sCourt)\sat\s(?=[A-Z])|\((?:since\s)?(?:deceased|dead|died)\)"
    r"|\b(?:(?:[Nn]o|NO)s?\.?|Ward|Circle|Range)\s\d[\w()/-]*"
)
_SHIP = re.compile(
    r"(?:\b(?:[Mm]\.?\s?[VvTt]|[Ss]\.?\s?[Ss])\.?|\b(?:[Vv]essel|[Ss]hip|[Tt]ug|[Bb]arge|[Tt]rawler))\s$"
)


def joined(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where phrases stand of which no word ends a party's name."""
    return (found.span() for found in _JOINED.finditer(text, start, end))


def calls_a_ship(text: str, quote: int) -> bool:
    """Whether what is quoted is the name of a ship: m.v. "Sea Lark"."""
    return _SHIP.search(text, max(0, quote - 12), quote) is not None
