"""Mentions and passages of a judgment that has pages know on which they stand."""

import hashlib
from pathlib import Path

import pytest

from extraction.extracting import extract
from extraction.judgments.pinpoints import with_pages
from extraction.records import Judgment, SourceDocument
from tests.support.judgments import judgment

TEXT = judgment(
    "Ratan Mills v State of Gujarat",
    "4 March 1990",
    "See Ram Lal v. State of Bihar, AIR 1960 SC 27.",
    "Section 302 of the Indian Penal Code is not in point.",
    "See Mohan Das v. State of Assam, AIR 1970 SC 41, and again AIR 1960 SC 27.",
)


@pytest.fixture(scope="module")
def said() -> Judgment:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    made = extract(SourceDocument(name="doc", path=Path("doc.txt"), text=TEXT, digest=digest, format="judgment"))
    assert isinstance(made, Judgment)
    return made


def paged(said: Judgment, *breaks: str) -> Judgment:
    """The judgment with a new page at each of these words."""
    return with_pages(said, [(0, 1), *((TEXT.index(words), n) for n, words in enumerate(breaks, 2))])


def test_a_text_without_pages_has_no_pinpoints(said: Judgment) -> None:
    plain = with_pages(said, [])
    assert plain == said
    assert {m.page for r in plain.references for m in r.mentions} == {None}


def test_every_mention_knows_its_page(said: Judgment) -> None:
    found = paged(said, "2. Section", "3. See Mohan")
    pages = {r.title: [m.page for m in r.mentions] for r in found.references}
    assert pages == {"Ram Lal v. State of Bihar": ["1", "3"], "Mohan Das v. State of Assam": ["3"]}
    assert [p.page for p in found.provisions] == ["2"]


def test_a_passage_over_a_break_has_both_pages(said: Judgment) -> None:
    found = paged(said, "is not in point")
    assert [chunk.pages for chunk in found.chunks if "302" in chunk.text] == [("1", "2")]
    assert [chunk.pages for chunk in found.chunks if "Mohan" in chunk.text] == [("2",)]


def test_a_page_begins_with_its_first_character(said: Judgment) -> None:
    at = TEXT.index("Section 302")
    assert [p.page for p in with_pages(said, [(0, 1), (at, 2)]).provisions] == ["2"]
    assert [p.page for p in with_pages(said, [(0, 1), (at + 1, 2)]).provisions] == ["1"]


def test_pages_count_as_the_document_numbers_them(said: Judgment) -> None:
    found = with_pages(said, [(0, 617), (TEXT.index("2. Section"), 618)])
    assert [p.page for p in found.provisions] == ["618"]


def test_nothing_else_changes(said: Judgment) -> None:
    found = paged(said, "2. Section")
    assert (found.title, found.date, found.fingerprint) == (said.title, said.date, said.fingerprint)
    assert [c.text for c in found.chunks] == [c.text for c in said.chunks]
