"""Names of judges: split, freed of titles, and in one form however they are printed."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.fuzz import ratio

from extraction.parties.titles import readable_case
from extraction.text.spacing import one_line

SEAT = (
    r"(?i:(?:(?:puisne|retired|(?:additional|addl\.?|principal)\s+district|district|sessions?|civil)\s+)*judge"
    r"|(?:(?:presiding|accountant|judicial|technical|administrative|expert|non-judicial)\s+)*members?"
    r"|(?:vice[\s-]*)?(?:president|chair(?:man|person))|presiding\s+officer|(?:additional\s+)?judicial\s+commissioner)\b"
    r"(?:\s*\([A-Za-z. ]{1,20}\))?"
)
"""What sits in a court or tribunal: "K. Anand, Member (Judicial)" names one."""
_OFFICE = re.compile(
    r"[,\s]*(?:\b(?:Acting|Ag\.)\s+)?(?:\bC\.?\s?J\.?(?:\s?I\.?)?|(?<=[,\s])J\s?J?\.?|\((?:C\.?J\.?I?\.?|J\.?)\)"
    r"|(?<=[,\s])A?\.?\s?J\.\s?C\.?|(?<=,\s)(?:[JA]\.?M|V\.?P)\.?|(?<=[,\s])" + SEAT + r")"
    r"(?=[\s.]*(?:[,;:)&-]|and\b|$))"
)
_BEFORE = re.compile(
    r"\b(?:The|Sh|Hon['’]?ble|Honou?rable|Mr|Mrs|Ms|Miss|Dr|Shri|Smt|Chief\s+Justice(?:\s+of\s+India)?|Justice"
    r"|Acting|Per(?=\s*:|\s+\S))\b\.?\s*",
    re.IGNORECASE,
)
_SRI = re.compile(r"^\W*Sri\b\.?\s*", re.IGNORECASE)
"""A title where it leads, and elsewhere a name: Pamidighantam Sri Narasimha."""
_NEXT = re.compile(r"(?<=[A-Za-z])([.,]?)\s+(?=(?:and\s+|the\s+)?hon['’]?(?:ble|ourable)\b)", re.IGNORECASE)
_SURNAME_FIRST = re.compile(r"(?P<surname>[A-Z][A-Z' -]+),\s*(?P<given>[A-Z][A-Z. ]*[A-Z.])\s*(?:\((?:CJI?|J)\))?\s*")
_NOT_NAMES = {"", "others", "court", "per curiam", "bench", "n/a", "order of court", "by court"}
_NO_NAME = re.compile(
    r"[?!/\d]|(?i:\b(?:chief|judges?|members?|president|chair(?:man|person)|presiding|judge?ments?|orders?|oral|cav|coram|bench"
    r"|advocates?|counsel|appellants?|petitioners?|respondents?|applicants?|appearances?|versus|whether|approved|report(?:ing|able)"
    r"|heard|date[sd]?|reserved|pronounced|delivered|appeals?|petitions?|applications?|jurisdiction|court|tribunal|commissioner"
    r"|registrar|officer|curiam|for|by|in|on|with|from|against|of|is|was|not)\b)"
)
"""What no judge's name holds: furniture of heads, offices, and the small words of sentences."""
_ALIKE = 90.0  # about one slip in ten letters of a judge's name, whose initials are the same


@dataclass(frozen=True, slots=True)
class KnownJudge:
    """A judge of the Supreme Court; `forms` are the words of the name and of its other forms."""

    name: str
    since: int
    until: int
    forms: tuple[tuple[str, ...], ...]


def judge_names(printed: str, year: int | None) -> tuple[str, ...]:
    """The judges named in a list ("A. N. Ray, C.J., K. K. Mathew and M. H. Beg, JJ."), in their usual form."""
    if turned := _surname_first(printed, year):
        return (turned,)
    parts = re.split(r"[;,&\n]|(?i:\band\b)", _OFFICE.sub(";", _NEXT.sub(r"\1; ", printed)))
    names = (judge_name(part, year) for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))


def judge_name(printed: str, year: int | None) -> str | None:
    """One judge's name in its usual form ("V. R. Krishnaiyer, J." is "V.R. Krishna Iyer"); None if it names nobody.

    A bare surname is completed where one judge of that name sat in `year`.
    """
    bare = _SRI.sub("", _BEFORE.sub(" ", _OFFICE.sub("", printed))).strip(" \t\r\n.:,;-–—\"'*[]()")
    words = _words(bare)
    if _NO_NAME.search(bare):
        return None
    if one_line(bare.lower()) in _NOT_NAMES or len("".join(words)) < 3 or len(words) > 6:
        return None
    return _known(words, year) or _tidy(bare)


def full_name(name: str, bench: Sequence[str]) -> str:
    """The name as the bench has it: "Mehta" is "Sandeep Mehta" where one Mehta sits; else as it is."""
    return _one_of(_words(name), [KnownJudge(judge, 0, 0, (_words(judge),)) for judge in bench]) or name


def _surname_first(printed: str, year: int | None) -> str | None:
    match = _SURNAME_FIRST.fullmatch(printed.strip())
    if not match or re.fullmatch(r"C?\.?JJ?\.?I?\.?", match["given"].replace(" ", "")):
        return None
    name = f"{match['given']} {match['surname']}"
    return judge_name(name, year) if "." in match["given"] or _known(_words(name), year) else None


@lru_cache(maxsize=4096)
def _known(words: tuple[str, ...], year: int | None) -> str | None:
    in_office = tuple(judge for judge in _table() if year is not None and judge.since <= year <= judge.until)
    return _one_of(words, in_office) or _one_of(words, _table())


def _one_of(words: tuple[str, ...], judges: Sequence[KnownJudge]) -> str | None:
    """The only one of the judges whose name `words` can be, by the strictest test that any meets."""
    for test in (_same, _same_initials, _ends_with, _alike):
        names = {judge.name for judge in judges if any(test(words, form) for form in judge.forms)}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


@lru_cache(maxsize=1)
def _table() -> tuple[KnownJudge, ...]:
    data = tomllib.loads(files("extraction").joinpath("data/judges.toml").read_text("utf-8"))
    return tuple(
        KnownJudge(row["name"], row["since"], row["until"], tuple(map(_words, [row["name"], *row.get("also", [])])))
        for row in data["judges"]
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z]+", name.lower().replace("'", "")))


def _same(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    return "".join(words) == "".join(form) or sorted(words) == sorted(form)


def _same_initials(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """One surname, and given names that agree word by word as far as they are spelt out."""
    if len(words) != len(form) or len(words) < 2 or words[-1] != form[-1]:
        return False
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(words[:-1], form[:-1], strict=True))


def _ends_with(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    ends = ("".join(form[-count:]) for count in range(1, len(form)))
    return len(words[-1]) > 1 and "".join(words) in ends


def _alike(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Misprints: nearly the same letters, with the same initials."""
    if len(words) < 2 or [w[0] for w in words] != [w[0] for w in form]:
        return False
    return ratio("".join(words), "".join(form)) >= _ALIKE


def _tidy(name: str) -> str:
    name = re.sub(r"\b([A-Za-z])\.?\s+(?=[A-Za-z]\b\.?)", r"\1.", f"{name} ").strip()
    name = re.sub(r"\b([A-Z])(?:\.\s*|\s+)(?=\S{2})", r"\1. ", name)
    name = re.sub(r"(?<=\.)\s+(?=[A-Z]\.)", "", one_line(name))
    return readable_case(name)
