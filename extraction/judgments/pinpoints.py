"""Page pinpoints: on which page of its document each mention and each passage of a judgment stands."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extraction.records import Judgment


def with_pages(judgment: Judgment, pages: Sequence[tuple[int, int]]) -> Judgment:
    """The judgment with pages to its mentions and chunks; `pages` are (offset, page number) where a page begins."""
    if not pages:
        return judgment
    starts = [offset for offset, _ in pages]

    def place(offset: int) -> int:
        return max(0, bisect_right(starts, offset) - 1)

    def page(offset: int) -> str:
        return str(pages[place(offset)][1])

    def spanned(start: int, end: int) -> tuple[str, ...]:
        numbers = {number for _, number in pages[place(start) : place(end - 1) + 1]}
        return tuple(map(str, sorted(numbers)))

    return replace(
        judgment,
        references=tuple(
            replace(r, mentions=tuple(replace(m, page=page(m.start)) for m in r.mentions)) for r in judgment.references
        ),
        provisions=tuple(replace(p, page=page(p.start)) for p in judgment.provisions),
        chunks=tuple(replace(c, pages=spanned(c.start, c.end)) for c in judgment.chunks),
    )
