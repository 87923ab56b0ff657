"""One document in, one record out: whole, the same each time, and JSON there and back."""

import json
from pathlib import Path

import pytest

from extraction import EXTRACTION, Judgment, Statute, extract, load

DIGEST = """# Roe v. State of Kerala

Court: Supreme Court of India
Citations: AIR 1975 SC 100; (1975) 1 SCC 10
Date: 24 April 1974
Bench: A.N. Ray, C.J., K.K. Mathew, J.
Author: K.K. Mathew, J.

## Facts

1. Roe was convicted under Section 302 of the Indian Penal Code, 1860.

## Treatment of earlier cases

2. The Court followed A.K. Gopalan v. State of Madras, AIR 1950 SC 27, on Article 21 of the Constitution.
"""


@pytest.fixture
def digest(tmp_path: Path) -> Judgment:
    path = tmp_path / "1974_roe.md"
    path.write_text(DIGEST)
    read = extract(load(path, "1974_roe"))
    assert isinstance(read, Judgment)
    return read


def test_a_judgment_says_who_when_and_what_it_cites(digest: Judgment) -> None:
    assert (digest.name, digest.title, digest.year) == ("1974_roe", "Roe v. State of Kerala", 1974)
    assert [reference.title for reference in digest.references] == ["A.K. Gopalan v. State of Madras"]
    assert {mention.provision for mention in digest.provisions} == {
        "indian-penal-code-1860/section-302",
        "constitution-of-india/article-21",
    }
    assert {act.id for act in digest.acts} >= {"indian-penal-code-1860", "constitution-of-india"}


def test_offsets_are_of_the_documents_text(digest: Judgment) -> None:
    assert all(chunk.text == DIGEST[chunk.start : chunk.end] for chunk in digest.chunks)
    assert [chunk.paragraphs for chunk in digest.chunks] == [("1",), ("2",)]
    mentions = [mention for reference in digest.references for mention in reference.mentions]
    assert all(mention.text == DIGEST[mention.start : mention.end] for mention in mentions)
    assert all(mention.text == DIGEST[mention.start : mention.end] for mention in digest.provisions)
    assert {mention.paragraph for mention in mentions} == {"2"}


def test_json_there_and_back(digest: Judgment) -> None:
    assert EXTRACTION.validate_json(EXTRACTION.dump_json(digest)) == digest


def test_an_act_is_a_statute(tmp_path: Path) -> None:
    path = tmp_path / "toll.json"
    texts = {
        1: "This Act may be called the Toll Act, 1950.",
        2: "Whoever evades toll due under section 1 shall pay it.",
    }
    path.write_text(json.dumps([{"section": n, "title": f"T{n}", "description": text} for n, text in texts.items()]))
    read = extract(load(path, "toll"))
    assert isinstance(read, Statute)
    assert [provision.id for provision in read.provisions] == ["toll-act-1950/section-1", "toll-act-1950/section-2"]
    assert [mention.provision for mention in read.provisions[1].mentions] == ["toll-act-1950/section-1"]
    assert EXTRACTION.validate_json(EXTRACTION.dump_json(read)) == read


def test_chunks_are_of_the_size_asked(shared_data: Path) -> None:
    document = load(shared_data / "judgments" / "aila2019" / "C10.txt", "C10")
    small = extract(document, size=200, overlap=20)
    assert max(len(chunk.text) for chunk in small.chunks) <= 200  # type: ignore[union-attr]
    assert extract(document, size=200, overlap=20) == small
    with pytest.raises(ValueError, match="overlap"):
        extract(document, size=100, overlap=50)
