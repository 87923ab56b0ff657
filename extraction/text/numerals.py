"""Numbers as texts write them: in words ("nine", "second", "three hundred and seventy"), ordinals, Roman figures."""

import re

_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMERAL = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_FIGURES = re.compile(r"(\d+)(?:st|nd|rd|th)?")


def _ordinal_word(word: str) -> str:
    return _IRREGULAR.get(word) or (f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th")


CARDINALS = {word: n for n, word in enumerate(_UNITS, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
"""The single words for whole numbers: "one" to "nineteen" and the tens."""
ORDINALS = {_ordinal_word(word): n for word, n in CARDINALS.items()}
"""The same as ordinals: "first" to "nineteenth" and the tens."""
CARDINAL = "|".join(sorted(CARDINALS, key=len, reverse=True))
"""A pattern for any of the single words."""
IN_WORDS = rf"(?:{CARDINAL}|hundred)(?:[\s-]+(?:and\s+)?(?:{CARDINAL}|hundred))*"
"""A pattern for a number of several words ("one hundred and forty-four")."""


def cardinal(written: str) -> int | None:
    """A whole number in figures or words ("21", "nine", "three hundred and seventy"); None for anything else."""
    if written.isdecimal():
        return int(written)
    words = [word for word in re.split(r"[\s-]+", written.strip().lower()) if word != "and"]
    if not words or not all(word in CARDINALS or word == "hundred" for word in words):
        return None
    total = 0
    for word in words:
        total = max(total, 1) * 100 if word == "hundred" else total + CARDINALS[word]
    return total


def ordinal(written: str) -> int | None:
    """The place that an ordinal says ("second", "21st", "twenty-first"); None for anything else."""
    figures = _FIGURES.fullmatch(written)
    if figures:
        return int(figures[1])
    tens, _, last = written.strip().lower().rpartition("-")
    if last not in ORDINALS or (tens and tens not in _TENS):
        return None
    return CARDINALS.get(tens, 0) + ORDINALS[last]


def figures_value(figures: str) -> int:
    """The value of Arabic or Roman figures, well formed or not ("14", "XIV", "XIIII")."""
    if figures.isdecimal():
        return int(figures)
    values = [_ROMAN[letter] for letter in figures.lower()]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def whole_number(written: str) -> int | None:
    """The value of Arabic or Roman figures or of an ordinal ("7", "VII", "Seventh", "7th"); None for other words."""
    word = written.strip().strip(".").lower()
    if (place := ordinal(word)) is not None:
        return place
    return figures_value(word) if word and _NUMERAL.fullmatch(word) else None


def in_words(number: int) -> str:
    """A number below a hundred in words ("twenty-one"), any other in figures."""
    if not 0 < number < 100:
        return str(number)
    if number < 20:
        return _UNITS[number - 1]
    tens, rest = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_UNITS[rest - 1]}" if rest else "")
