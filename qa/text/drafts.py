"""The sentences of a draft as it arrives in pieces."""

from collections.abc import Iterable, Iterator

from qa.verification.draft import sentences


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
