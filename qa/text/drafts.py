"""The sentences of a draft as it arrives in pieces."""

import re
from collections.abc import Iterable, Iterator

from extraction.text.sentences import sentence_starts


def arriving(pieces: Iterable[str]) -> Iterator[str]:
    """Each sentence, with the source markers behind it, as soon as the next one has begun; the last at the end."""
    draft, given = "", 0
    for piece in pieces:
        draft += piece
        found = sentences(draft)
        begun = len(found) - (2 if found and found[-1].startswith("[") else 1)
        yield from found[given : max(given, begun)]
        given = max(given, begun)
    yield from sentences(draft)[given:]


MARKER = re.compile(r"\s*\[\s*\d+(?:\s*[,;]\s*\d+)*\s*\]")


def sentences(draft: str) -> list[str]:
    """The sentences of a draft, with the source markers that follow them; blank ones left out."""
    ends = [*sentence_starts(draft)[1:], len(draft)]
    lines = [
        line for start, end in zip(sentence_starts(draft), ends, strict=True) for line in draft[start:end].split("\n")
    ]
    pieces = [line.strip(" \t-*•") for line in lines]
    joined: list[str] = []
    for piece in pieces:
        marker = MARKER.match(" " + piece)
        if marker and joined:
            joined[-1] += marker[0]
            piece = (" " + piece)[marker.end() :].strip()
        if piece:
            joined.append(piece)
    return joined
