"""When a title, a court, a judge, a citation or a provision of the graph is that of a label.

Rules of the measure and not of reading: they stand still while the reading changes, so that figures can be compared.
"""

import re
from difflib import SequenceMatcher

_UNCOUNTED = frozenset(
    {"the", "of", "and", "ors", "anr", "others", "another", "etc", "through", "its", "his", "lrs", "represented", "by"}
    | {"rep", "m", "s", "mr", "smt", "shri", "dr", "ms", "mrs", "ltd", "limited", "pvt", "private", "co", "company"}
    | {"corporation", "govt", "government"}
)
_VERSUS = re.compile(r"\s+(?:v|vs|versus)\.?\s+", re.IGNORECASE)
_COURTS = (
    (r"supreme court( of india)?", "Supreme Court"),
    (r"(high court of delhi|delhi high court)( at new delhi)?", "Delhi"),
    (r"(high court of kerala|kerala high court)( at ernakulam)?", "Kerala"),
    (
        r"(high court of judicature at bombay|bombay high court|high court of bombay)"
        r"( nagpur bench( nagpur)?)?( bench at nagpur)?",
        "Bombay",
    ),
    (r"(high court of judicature at patna|patna high court|high court of patna)", "Patna"),
    (r"(high court of andhra pradesh|andhra pradesh high court)( at amaravati)?", "Andhra Pradesh"),
    (r"(high court of judicature for rajasthan|rajasthan high court|high court of rajasthan).*", "Rajasthan"),
)
"""The forms of one court that count as the same; of other courts only the same form does."""
_ACTS = (
    (r"penal code|^ipc$", "indian-penal-code-1860"),
    (r"criminal procedure", "code-of-criminal-procedure-1973"),
    (r"constitution", "constitution-of-india"),
    (r"nagarik", "bharatiya-nagarik-suraksha-sanhita-2023"),
    (r"nyaya sanhita", "bharatiya-nyaya-sanhita-2023"),
    (r"sakshya", "bharatiya-sakshya-adhiniyam-2023"),
    (r"civil procedure", "code-of-civil-procedure-1908"),
    (r"arbitration and", "arbitration-and-conciliation-act-1996"),
    (r"evidence", "indian-evidence-act-1872"),
)
_ACT_IDS = frozenset(id for _, id in _ACTS)
_SHARED_OF_SHORTER, _SHARED_OF_LONGER, _LIKE = 0.75, 0.5, 0.85
"""Shares of the words of two parties that make them one, and how alike in letters two are that a misprint parts."""


def same_title(one: str, other: str | None) -> bool:
    """Whether both parties agree, misprints allowed."""
    (first, second), (third, fourth) = _sides(one), _sides(other)
    if not (second and fourth):
        return _same_party(first, third) and not (second or fourth)
    return _same_party(first, third) and _same_party(second, fourth)


def same_court(one: str | None, other: str | None) -> bool:
    """Whether two forms name one court."""
    return _court(one) == _court(other)


def same_judge(one: str, other: str) -> bool:
    """Whether two names are of one judge: the last word, and the first letter where both have more."""
    left, right = _judge(one), _judge(other)
    if not left or not right or left[-1] != right[-1]:
        return False
    return len(left) == 1 or len(right) == 1 or left[0][0] == right[0][0]


def citation_key(citation: str | None) -> str:
    """The letters and figures of a citation, a supplement in one form."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"\bsupp(l|lementary)?\b", "supp", (citation or "").lower()))


def labelled_provision(label: str) -> tuple[str, str]:
    """Act and number of a provision as labels have it: "Indian Penal Code:302"."""
    act, _, number = label.rpartition(":")
    words = _plain(act)
    known = next((id for pattern, id in _ACTS if re.search(pattern, words)), None)
    return known or _act_words(words), _letters(number)


def provision_key(id: str) -> tuple[str, str]:
    """Act and number of a provision by its id in the graph: "indian-penal-code-1860/section-302"."""
    act, _, rest = id.partition("/")
    number = re.sub(r"^[a-z-]*?-(?=\d)", "", rest)
    return act if act in _ACT_IDS else _act_words(_plain(act)), _letters(number)


def _same_party(one: str, other: str) -> bool:
    left, right = _words(one), _words(other)
    if not left or not right:
        return False
    shared, sizes = len({*left} & {*right}), (len({*left}), len({*right}))
    if shared / min(sizes) >= _SHARED_OF_SHORTER and shared / max(sizes) >= _SHARED_OF_LONGER:
        return True
    return SequenceMatcher(None, " ".join(left), " ".join(right)).ratio() >= _LIKE


def _sides(title: str | None) -> tuple[str, str]:
    first, *rest = _VERSUS.split(title or "", maxsplit=1)
    return first, "".join(rest)


def _court(name: str | None) -> str:
    words = re.sub(r"^(in the |the )", "", _plain(name))
    return next((court for pattern, court in _COURTS if re.fullmatch(pattern, words)), words)


def _judge(name: str) -> list[str]:
    return _words(re.sub(r"\b(justice|hon'?ble|j|cj|cji|jj)\b", " ", name.lower()))


def _act_words(words: str) -> str:
    return re.sub(r"\b(act|the|\d{4})\b", "", words).strip()


def _letters(number: str) -> str:
    return re.sub(r"[^0-9a-z]", "", number.lower())


def _words(text: str) -> list[str]:
    return [word for word in _plain(text).split() if word not in _UNCOUNTED]


def _plain(text: str | None) -> str:
    words = re.sub(r"[^a-z0-9 ]", " ", (text or "").lower().replace("&", " and "))
    return " ".join(words.split())
