"""What of a passage is quoted: whole sentences, fetched from its neighbours where it begins or ends amid one."""

from dataclasses import dataclass

from extraction.text.sentences import sentence_starts
from kg.store import Between, Condition, Node, Store
from qa import labels

LONGEST = 900
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A verbatim `quote`; as `shown` it has "…" where a sentence had to be cut."""

    quote: str
    shown: str


def excerpt(store: Store, chunk: Node) -> Excerpt:
    """The sentences of a passage, whole as far as its paragraph and `LONGEST` characters allow."""
    text, start, end = _surroundings(store, chunk)
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
    return Excerpt(quote, f"{opened}{labels.one_line(quote)}{closed}")


def _surroundings(store: Store, chunk: Node) -> tuple[str, int, int]:
    """The passage joined with its neighbours of the same paragraph, and where in that it stands."""
    text, start, end = (chunk.properties.get(key) for key in ("text", "start", "end"))
    ordinal = chunk.properties.get("ordinal")
    text = labels.text(text)
    if not isinstance(start, int) or not isinstance(end, int) or not isinstance(ordinal, int):
        return text, 0, len(text)
    near: dict[str, Condition] = {
        "document": labels.text(chunk.properties.get("document")),
        "ordinal": Between(ordinal - 1, ordinal + 1),
    }
    joined, at = text, start
    for other in store.find("Chunk", near):
        other_text, other_start = labels.text(other.properties.get("text")), other.properties.get("start")
        if not isinstance(other_start, int) or other.id == chunk.id:
            continue
        if other_start < start < other_start + len(other_text):
            joined, at = other_text[: start - other_start] + joined, other_start
        elif start < other_start < end:
            joined += other_text[end - other_start :]
    return joined, start - at, start - at + len(text)


def _opens(text: str) -> bool:
    """Whether a text begins as a sentence does."""
    lead = text.lstrip(" \t\n\"'“‘([")
    return not lead or lead[0].isupper() or lead[0].isdigit()


def _closes(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip(" \t\n\"'”’)]").endswith((".", "?", "!", ":", ";"))
