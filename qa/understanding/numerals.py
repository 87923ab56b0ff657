"""Numbers of provisions written in words: "section ninety", "article three hundred and seventy"."""

import re

_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: n for n, word in enumerate(_WORDS.split(), 1)}
_VALUES |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)}
_WORD = rf"(?:{'|'.join(_VALUES)}|hundred)"
_WRITTEN = re.compile(rf"\b((?:sections?|articles?)\s+)({_WORD}(?:[\s-]+(?:and\s+)?{_WORD})*)\b", re.IGNORECASE)


def in_figures(text: str) -> str:
    """The text with these numbers in figures: "section ninety" becomes "section 90"."""
    return _WRITTEN.sub(lambda found: found[1] + str(_value(found[2])), text)


def _value(words: str) -> int:
    total = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        total = max(total, 1) * 100 if word == "hundred" else total + _VALUES.get(word, 0)
    return total
