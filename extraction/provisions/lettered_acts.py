"""Acts named by letters alone right after their provisions: "Section 13 HMA", "section 18 of MSMED"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extraction.provisions.act_mentions import ActMention
from extraction.provisions.acts import all_aliases
from extraction.provisions.grammar import ProvisionGroup

_BETWEEN = r"[\s,(]{0,8}(?:(?:of|under|in)\s)?(?:the\s)?"
_LETTERS = re.compile(r"[A-Z]{3,9}")
_TITLED = re.compile(r"(?:Act|Code|Constitution|Ordinance|Rules|Regulations|Sanhita|Adhiniyam)$")


def with_letters(text: str, groups: Sequence[ProvisionGroup], acts: Sequence[ActMention]) -> list[ActMention]:
    """The acts of a text with those that go by letters: by which they are known, or which the text gave to them."""
    named = {act.nickname.removesuffix(" Act") for act in acts if act.nickname}
    given = {name for name in named if not _TITLED.search(name) and any(letter.isupper() for letter in name[1:])}
    taken = {act.start for act in acts}
    found = [act for act in _after(text, groups, given) if act.start not in taken]
    return sorted([*acts, *found], key=lambda act: act.start)


def _after(text: str, groups: Sequence[ProvisionGroup], given: set[str]) -> Iterator[ActMention]:
    patterns = [_known(), *([_pattern(map(re.escape, given))] if given else [])]
    for group in groups:
        match = next((match for pattern in patterns if (match := pattern.match(text, group.end))), None)
        if match:
            yield ActMention(*match.span("name"), match["name"].rstrip("."), "abbreviation")


@cache
def _known() -> re.Pattern[str]:
    return _pattern(r"\.?".join(alias) for alias in all_aliases() if _LETTERS.fullmatch(alias))


def _pattern(names: Iterator[str]) -> re.Pattern[str]:
    spelled = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"{_BETWEEN}(?P<name>(?:{spelled})\b\.?)")
