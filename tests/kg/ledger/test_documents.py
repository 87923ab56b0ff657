"""What a document brings along itself: who it is, what was read from it, and its passages."""

from dataclasses import replace

import numpy as np
import pytest

from extraction.records import (
    EXTRACTION,
    ActRecord,
    CaseMention,
    CaseReference,
    Chunk,
    Description,
    Judgment,
    ProvisionRecord,
    Statute,
)
from kg.ledger.documents import (
    Provenance,
    chunk_ids,
    chunk_texts,
    document_nodes,
    passage_ids,
    passages_of,
    registry_node,
)
from kg.nodes import Description as DescriptionNode
from kg.nodes import Document, Extraction, of_type

FROM = Provenance("abc chunks/1000", "/texts/lamp.json")
ACT = ActRecord("lamp-oil-act-1921", "The Lamp Oil Act, 1921", "Lamp Oil Act", None, 1921)


def passage(ordinal: int, text: str) -> Chunk:
    return Chunk(ordinal, text, 10 * ordinal, 10 * ordinal + len(text), ("1",))


def section(number: str, *texts: str) -> ProvisionRecord:
    chunks = tuple(passage(n, text) for n, text in enumerate(texts))
    return ProvisionRecord(f"{ACT.id}/section-{number}", "section", number, "", " ".join(texts), (), chunks)


STATUTE = Statute("lamp", ACT, (section("2", "No lamp", "without oil."), section("3", "A fine.")), ())
JUDGMENT = Judgment(
    name="ram",
    title="Ram Lal v. State of Bihar",
    petitioner="Ram Lal",
    respondent="State of Bihar",
    citations=(),
    court=None,
    date=None,
    year=1960,
    case_number=None,
    bench=(),
    authors=(),
    bench_size=None,
    aliases=(),
    references=(),
    provisions=(),
    acts=(),
    chunks=(passage(0, "The levy is bad."), passage(1, "Allowed.")),
    fingerprint=(),
)


@pytest.mark.parametrize(
    ("said", "ids", "texts"),
    [
        (JUDGMENT, ["ram#0", "ram#1"], ["The levy is bad.", "Allowed."]),
        (STATUTE, ["lamp/section-2#0", "lamp/section-2#1", "lamp/section-3#0"], ["No lamp", "without oil.", "A fine."]),
        (replace(JUDGMENT, chunks=()), [], []),
    ],
)
def test_passages_in_the_order_of_the_text(said: Judgment | Statute, ids: list[str], texts: list[str]) -> None:
    assert chunk_ids(said) == ids
    assert chunk_texts(said) == texts
    assert [(node.id, node.text) for node in passages_of(said, None)] == list(zip(ids, texts, strict=True))


def test_every_passage_gets_its_own_vector() -> None:
    vectors = [np.full(2, n, np.float32) for n in range(3)]
    found = [node.embedding for node in passages_of(STATUTE, vectors)]
    assert [vector.tolist() for vector in found if vector is not None] == [[0, 0], [1, 1], [2, 2]]


@pytest.mark.parametrize(
    ("said", "kind", "subject"),
    [
        (JUDGMENT, "judgment", ""),
        (STATUTE, "statute", "lamp-oil-act-1921"),
        (replace(STATUTE, unplaced="2"), "excerpt", "lamp-oil-act-1921"),
    ],
)
def test_what_a_document_is(said: Judgment | Statute, kind: str, subject: str) -> None:
    [document] = of_type(Document, document_nodes(said, FROM))
    assert (document.name, document.kind, document.subject) == (said.name, kind, subject)
    assert (document.digest, document.origin) == (FROM.digest, FROM.origin)


@pytest.mark.parametrize("said", [JUDGMENT, STATUTE])
def test_what_was_read_is_kept_but_for_the_texts_of_passages(said: Judgment | Statute) -> None:
    [node] = of_type(Extraction, document_nodes(said, FROM))
    kept = EXTRACTION.validate_json(node.record)
    assert chunk_ids(kept) == chunk_ids(said)
    assert set(chunk_texts(kept)) == {""}
    assert kept != said
    assert (kept.name, kept.kind) == (said.name, said.kind)


def test_the_text_of_a_provision_itself_is_kept() -> None:
    [node] = of_type(Extraction, document_nodes(STATUTE, FROM))
    kept = EXTRACTION.validate_json(node.record)
    assert isinstance(kept, Statute)
    assert [provision.text for provision in kept.provisions] == ["No lamp without oil.", "A fine."]


def test_a_courts_list_is_a_document_of_its_own_kind() -> None:
    node = registry_node("list", FROM)
    assert (node.name, node.kind, node.subject) == ("list", "registry", "")
    assert node.id == document_nodes(replace(JUDGMENT, name="list"), FROM)[0].id


def test_descriptions_come_after_the_passages_each_with_its_vector() -> None:
    said = Description("a boat lent for a day may be used for no other purpose", "In A v. B it was held ...")
    mention = CaseMention(0, 6, "A v. B", "full", "4", "cited", "court", "", description=said)
    plain = CaseMention(9, 15, "A v. B", "full", "5", "cited", "court", "")
    judgment = replace(JUDGMENT, references=(CaseReference("A v. B", "A", "B", (), None, None, (plain, mention)),))
    vectors = [np.full(2, n, np.float32) for n in range(3)]
    *_, node = passages_of(judgment, vectors)
    assert passage_ids(judgment) == ["ram#0", "ram#1", "ram@0.1"]
    assert node == DescriptionNode("ram@0.1", text=said.text, quote=said.quote, paragraph="4", document="ram")
    assert node.embedding is not None
    assert node.embedding.tolist() == [2, 2]
