"""Words as both engines compare them: SQLite's tokenizer reads the texts of one engine and, here, of the other."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from importlib.resources import files
from threading import Lock
from typing import Any

from kg.schema import NODE_TYPES

TOKENIZER = "porter unicode61 remove_diacritics 2"
"""Words in lower case, without accents, stemmed by Porter."""

_MOST_WORDS = 1000
_STOP_WORDS = frozenset(files("kg").joinpath("data/stop_words.txt").read_text("utf-8").split())


def question_words(text: str) -> list[str]:
    """The different words of a question, at most 1,000; little words only where there are no others."""
    words = list(dict.fromkeys(re.findall(r"[^\W_]+", text.lower())))
    return ([word for word in words if word not in _STOP_WORDS] or words)[:_MOST_WORDS]


def question_terms(text: str) -> list[str]:
    """The terms of the question's words, one each; a word that the tokenizer would split asks for nothing."""
    return [terms[0] for terms in terms_of(question_words(text)) if len(terms) == 1]


def searched_text(type: str, properties: Mapping[str, Any]) -> str:
    """The text of a node's searched properties, one line each."""
    values = [properties.get(name) or "" for name in NODE_TYPES[type].searched]
    return "\n".join("\n".join(value) if isinstance(value, list) else value for value in values)


class _Tokenizer:
    """A word index in memory that is filled, read out and emptied."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._connection.execute(f"CREATE VIRTUAL TABLE words USING fts5 (body, content='', tokenize='{TOKENIZER}')")
        self._connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab (words, 'instance')")

    def read(self, texts: Sequence[str]) -> list[list[str]]:
        """The terms of each text, in no particular order."""
        found: list[list[str]] = [[] for _ in texts]
        with self._lock:
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT INTO words (rowid, body) VALUES (?, ?)", list(enumerate(texts)))
            for text, terms in self._connection.execute("SELECT doc, group_concat(term, ' ') FROM terms GROUP BY doc"):
                found[text] = terms.split(" ")
            self._connection.execute("ROLLBACK")
        return found


_TOKENIZER = _Tokenizer()


def terms_of(texts: Sequence[str]) -> list[list[str]]:
    """The terms of each text, in no particular order: stemmed words as the embedded engine's index holds them."""
    return _TOKENIZER.read(texts)
