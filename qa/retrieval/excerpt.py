"""What of a passage is quoted: whole sentences, fetched from its neighbours where it begins or ends amid one."""

from dataclasses import dataclass

from extraction.text.sentences import sentence_starts
from extraction.text.spacing import one_line
from kg.nodes import Chunk
from kg.store import Between, Store

LONGEST = 900  # characters of an excerpt: a paragraph of print
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A verbatim `quote`; as `shown` it has "…" where a sentence had to be cut."""

    quote: str
    shown: str


def excerpt(store: Store, chunk: Chunk) -> Excerpt:
    """The sentences of a passage, whole as far as its paragraph and `LONGEST` characters allow."""
    text, start, end = surroundings(store, chunk)
    bounds = [*sentence_starts(text), len(text)]
    first = max(b for b in bounds if b <= start)
    last = min(b for b in bounds if b >= end)
    inner = [b for b in bounds if start <= b <= end]
    if first == 0 and start > 0 and not _opens(text) and inner[:-1]:
        first = inner[0]
    if last - first > LONGEST:
        whole = [b for b in bounds if first < b <= first + LONGEST]
        last = whole[-1] if whole else text.rfind(" ", first, first + LONGEST)
    elif last == len(text) and not _closes(text) and len(inner) > 1 and inner[-2 if inner[-1] == last else -1] > first:
        last = inner[-2 if inner[-1] == last else -1]
    quote = text[first:last].strip()
    opened = "" if first > 0 or _opens(text) else f"{ELLIPSIS} "
    closed = "" if last in bounds[:-1] or _closes(quote) else f" {ELLIPSIS}"
    return Excerpt(quote, f"{opened}{one_line(quote)}{closed}")


def surroundings(store: Store, chunk: Chunk) -> tuple[str, int, int]:
    """The passage joined with its neighbours of the same paragraph, and where in that it stands."""
    joined, start, end = chunk.text, chunk.start, chunk.end
    at = start
    for other in store.find(
        Chunk, {"document": chunk.document, "ordinal": Between(chunk.ordinal - 1, chunk.ordinal + 1)}
    ):
        if other.start < start < other.start + len(other.text):
            joined, at = other.text[: start - other.start] + joined, other.start
        elif start < other.start < end:
            joined += other.text[end - other.start :]
    return joined, start - at, start - at + len(chunk.text)


def _opens(text: str) -> bool:
    """Whether a text begins as a sentence does."""
    lead = text.lstrip(" \t\n\"'“‘([")
    return not lead or lead[0].isupper() or lead[0].isdigit()


def _closes(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip(" \t\n\"'”’)]").endswith((".", "?", "!", ":", ";"))
