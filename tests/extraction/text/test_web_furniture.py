"""Footers of web pages are no part of a text; words of the text that look like one are."""

import pytest

from extraction.text.web_furniture import FRONT_MATTER, body_end

BODY = "3. The appeal is allowed and the conviction set aside.\n" * 20


@pytest.mark.parametrize(
    "footer",
    [
        "Related AI tags, queries and research notes\ntoll, levy\n",
        "Related user Queries\nbail under section 439\n",
        "Translation\nRelated user Queries\nvictim\n",
        "About\nDisclaimer\nPrivacy Policy\n",
    ],
)
def test_a_footer_ends_the_text(footer: str) -> None:
    assert body_end(BODY + footer) == len(BODY)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "",
        f"Related user Queries\n{BODY}",
        f"{BODY}He wrote a note on Related user Queries in the margin.\n",
    ],
)
def test_a_text_without_one_is_whole(text: str) -> None:
    assert body_end(text) == len(text)


def test_front_matter_stands_at_the_head_alone() -> None:
    found = FRONT_MATTER.match("---\ntitle: A v. B\ncourt: Supreme Court\n---\n1. Leave granted.")
    assert found
    assert found["fields"] == "title: A v. B\ncourt: Supreme Court\n"
    assert FRONT_MATTER.match("1. Leave granted.\n---\nnote\n---\n") is None
