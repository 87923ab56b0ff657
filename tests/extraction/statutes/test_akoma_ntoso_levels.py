"""The levels of a provision's text: what is in what, told by how its lines begin."""

from collections.abc import Iterator, Sequence

import pytest

from extraction.statutes.akoma_ntoso.levels import Level, levels


def outline(text: str, parts: Sequence[Level], depth: int = 0) -> Iterator[str]:
    for part in parts:
        words = text[part.start : part.end]
        yield f"{'  ' * depth}{part.kind} {part.number}".rstrip() + (f" | {words}" if words else "")
        yield from outline(text, part.parts, depth + 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A well is dug.", ["alinea | A well is dug."]),
        (
            "(1) A well has—\n(a) a rope:\n(i) of hemp;\n(ii) of coir; and\n(b) a lid.\n(2) It is deep.",
            [
                "subsection (1) | A well has—",
                "  clause (a) | a rope:",
                "    subclause (i) | of hemp;",
                "    subclause (ii) | of coir; and",
                "  clause (b) | a lid.",
                "subsection (2) | It is deep.",
            ],
        ),
        (
            "A well has—\n(h) a rope;\n(i) a lid;\n(j) a wheel.",
            ["alinea | A well has—", "clause (h) | a rope;", "clause (i) | a lid;", "clause (j) | a wheel."],
        ),
        (
            "(1) A well has—\n(a) a lid:\nProvided that a spring has none.\nExplanation.—A pit is no spring.\n(2) Dig.",
            [
                "subsection (1) | A well has—",
                "  clause (a) | a lid:",
                "  proviso | Provided that a spring has none.",
                "  explanation | Explanation.—A pit is no spring.",
                "subsection (2) | Dig.",
            ],
        ),
        (
            "Dig.\nIllustrations\n(a) A digs.\n(b) B digs.\nException.—C.",
            [
                "alinea | Dig.",
                "illustration | Illustrations",
                "  clause (a) | A digs.",
                "  clause (b) | B digs.",
                "exception | Exception.—C.",
            ],
        ),
        ("(1) (a) Dig;\n(b) fill.", ["subsection (1)", "  clause (a) | Dig;", "  clause (b) | fill."]),
        ("(1A) (A) Dig", ["subsection (1A)", "  point (A) | Dig"]),
        ("(1)Dig\n(2)\n\n  (1938) wells", ["alinea | (1)Dig", "alinea | (2)", "alinea | (1938) wells"]),
        ("(aa) Dig\n(xi) Fill", ["clause (aa) | Dig", "  subclause (xi) | Fill"]),
    ],
)
def test_levels(text: str, expected: list[str]) -> None:
    assert list(outline(text, levels(text))) == expected
