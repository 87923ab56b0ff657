"""The words of a question, as keyword search asks for them."""

import re
from importlib.resources import files

_MOST_WORDS = 300
"""Times the three properties that cases are searched by, this stays below the 1,024 clauses that Lucene takes."""

STOP_WORDS = frozenset(files("kg").joinpath("data/stop_words.txt").read_text("utf-8").split())


def question_words(text: str) -> list[str]:
    """The different words of a question, at most 300; little words only where there are no others."""
    words = list(dict.fromkeys(re.findall(r"[^\W_]+", text.lower())))
    return ([word for word in words if word not in STOP_WORDS] or words)[:_MOST_WORDS]
