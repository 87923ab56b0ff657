"""How an answer is scored against a value that the label gives, or facts that it wants mentioned."""

import re
from collections.abc import Mapping
from typing import Any

from extraction.parties.titles import VERSUS_WORDS

VALUE_KINDS = frozenset({"fact", "count", "open"})
_SPOKEN = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight"),
    *("nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"),
)
_NUMBER = re.compile(r"(?<![\w.])\d{1,5}(?![\w.]*\d)")
_MENTIONED, _STATED = 0.6, 0.75
"""Shares of the words of a fact, and of a value, that are enough."""
_UNCOUNTED = frozenset(
    {"the", "of", "and", "in", "others", "ors", "another", "anr", "etc", "case", "union"}
    | {"india", "state"}
    | VERSUS_WORDS
)

Record = Mapping[str, Any]


def words(text: str) -> set[str]:
    """The words and numbers of a text that tell it from others."""
    return {w for w in re.findall(r"[a-z0-9]+", text.lower()) if w not in _UNCOUNTED and len(w) > 1}


def value_score(gold: Record, answer: Record) -> float:
    """1 or 0 for a value that the answer states; for `must_mention` the share of its facts that it mentions."""
    said = answer.get("answer")
    if answer.get("refused") or not said:
        return 0.0
    if gold.get("must_mention"):
        quoted = words(said).union(*(words(source.get("quote", "")) for source in answer.get("sources", [])))
        facts = [words(fact if isinstance(fact, str) else fact.get("fact", "")) for fact in gold["must_mention"]]
        return sum(len(fact & quoted) >= _MENTIONED * max(1, len(fact)) for fact in facts) / len(facts)
    values = gold.get("answer_value")
    tolerance = float(gold.get("tolerance") or 0)
    return float(any(_states(said, str(v), tolerance) for v in (values if isinstance(values, list) else [values])))


def _states(said: str, value: str, tolerance: float) -> bool:
    number = re.fullmatch(r"\s*(\d+)\s*", value)
    if number:
        numbers = [int(figures) for figures in _NUMBER.findall(said)]
        numbers += [n for n, word in enumerate(_SPOKEN) if re.search(rf"\b{word}\b", said.lower())]
        return any(abs(n - int(number[1])) <= tolerance for n in numbers)
    wanted = words(value)
    return bool(wanted) and len(wanted & words(said)) >= _STATED * len(wanted)
