"""A line that people type, as words, signs and names in quotation marks that are read from left to right."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from extraction.text.numerals import cardinal
from qa.errors import QueryError

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|“[^”]*”|[()]|,|[^\s()",“]+')
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign or, in quotation marks, a `name`; where it begins."""

    text: str
    start: int
    name: bool = False


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    for found in _TOKEN.finditer(text):
        if text[at : found.start()].strip():
            break
        at = found.end()
        said = found.group()
        if said[0] == '"':
            try:
                yield Token(json.loads(said, strict=False), found.start(), True)
            except json.JSONDecodeError as error:
                raise QueryError(f"character {found.start() + 1}: {said} is not to be read: {error.msg}") from error
        else:
            yield Token(said[1:-1], found.start(), True) if said[0] == "“" else Token(said, found.start())
    if text[at:].strip():
        raise QueryError(f"character {at + 1}: a quotation mark is not closed")


class Line:
    """The words of a line and the place up to which they are read."""

    def __init__(self, text: str) -> None:
        self.tokens = list(_tokens(text))
        self.at = 0

    def number(self, otherwise: int) -> int:
        found = None if self.is_name() else cardinal(self.ahead() or "-")
        self.at += found is not None
        return otherwise if found is None else found

    def name(self) -> str:
        if not self.is_name():
            raise self.wrong('a name in quotation marks, "Maneka Gandhi"')
        self.at += 1
        return self.tokens[self.at - 1].text

    def is_name(self, further: int = 0) -> bool:
        place = self.at + further
        return place < len(self.tokens) and self.tokens[place].name

    def ahead(self, further: int = 0) -> str:
        """The word that comes; "" where none does."""
        place = self.at + further
        return self.tokens[place].text if place < len(self.tokens) and not self.tokens[place].name else ""

    def word(self) -> str:
        found = self.ahead()
        self.at += bool(found)
        return found

    def peek(self, words: str) -> bool:
        return all(self.ahead(further).lower() == word for further, word in enumerate(words.split()))

    def take(self, words: str) -> bool:
        """Whether these words follow; they are passed then."""
        if not self.peek(words):
            return False
        self.at += len(words.split())
        return True

    def take_one(self, *words: str) -> str | None:
        return next((word for word in words if self.take(word)), None)

    def longest(self, phrases: Mapping[str, T]) -> T | None:
        """What the longest of the phrases that follow stands for."""
        for phrase in sorted(phrases, key=len, reverse=True):
            if self.take(phrase):
                return phrases[phrase]
        return None

    def need(self, *words: str) -> str:
        found = self.take_one(*words)
        if found is None:
            raise self.wrong(" or ".join(f"“{word}”" for word in words))
        return found

    def end(self) -> None:
        if self.at < len(self.tokens):
            raise self.wrong("the end, “and” or “or”")

    def wrong(self, expected: str) -> QueryError:
        if self.at >= len(self.tokens):
            return QueryError(f"the query ends too early: after it comes {expected}")
        token = self.tokens[self.at]
        return QueryError(f"character {token.start + 1}: “{token.text}” stands where {expected} should")

    def skip_brackets(self) -> None:
        depth = 0
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            depth += (token.text == "(" and not token.name) - (token.text == ")" and not token.name)
            self.at += 1
            if not depth:
                return
        raise self.wrong("a closing bracket")
