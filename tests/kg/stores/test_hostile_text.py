"""Text is data: whatever queries it is full of, on either engine nothing but the text itself is stored or found."""

from pathlib import Path

import pytest

from kg.build.build import build
from kg.edges import Cites, FromDocument
from kg.nodes import Case, Chunk, Node, Provision
from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.store import Batch, Between, Store
from qa.ask import ask
from tests.support.judgments import judgment, write_corpus
from tests.support.kg_small_graph import vector

HOSTILE = [
    "'}) DETACH DELETE n //",
    '"}) DETACH DELETE n //',
    "' OR 1=1 WITH 1 AS x MATCH (n) DETACH DELETE n //",
    "`) MATCH (n) DETACH DELETE n //",
    "Case`:Chunk",
    "$ids $rows $0 ${limit}",
    "\\u0027}) DETACH DELETE n //",
    "\\u0060 \\u005C \\",
    "'; DROP TABLE node; --",
    '" OR body:* NEAR(',
    "id:* AND (a -b) ^2 ~ /.*/ [a TO z] {a TO z}",
    "*:*",
    "{value} {0} %s %(ids)s",
]


def contents(store: Store) -> list[object]:
    nodes = [list(store.scan_nodes(t, embeddings=False)) for t in NODE_TYPES.values()]
    return [*nodes, *(list(store.scan_edges(t)) for t in EDGE_TYPES.values()), store.count()]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_ids_and_properties_are_kept_as_they_are(graph: Store, text: str) -> None:
    before = contents(graph)
    case, chunk = (
        Case(text, title=text, citations=(text,), documents=(text,), court=text),
        Chunk(f"{text}#1", text=text, document=text),
    )
    cites = Cites(text, "maneka", quote_page=text, quote=text, paragraphs=(text,))
    home = FromDocument(chunk.id, text)
    graph.write(Batch(nodes=[case, chunk], edges=[cites, home]))
    assert graph.nodes([text, "maneka"])[0] == case
    for name in ("title", "citations", "documents", "court"):
        assert case in graph.find(Case, {name: text})
    assert graph.find(Case, {"title": Between(text, text)}) == [case]
    assert graph.expand([text], [Cites], where={"quote_page": text, "paragraphs": text}) == [cites]
    assert graph.chain(chunk.id, "maneka", [FromDocument, Cites]) == [home, cites]
    graph.write(Batch(drop_edges=[("CITES", text, "maneka")], drop_nodes=[text, chunk.id]))
    assert contents(graph) == before


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_searches_change_nothing(graph: Store, text: str) -> None:
    before, version = contents(graph), graph.version()
    graph.nodes([text])
    graph.find(Case, {"title": text, "citations": text})
    graph.expand([text], [Cites], "both", {"treatment": text})
    graph.chain(text, text + "x", [Cites])
    types: tuple[type[Node], ...] = (Chunk, Case, Provision)
    for searched in types:
        graph.keyword_search(text, 5, searched)
        graph.keyword_search(text, 5, searched, within=[text, "maneka"])
    graph.vector_search(vector(1, 0, 0), 5, Chunk, within=[text])
    assert (contents(graph), graph.version()) == (before, version)


def test_a_hostile_document_is_text_like_any_other(store: Store, tmp_path: Path) -> None:
    paths = write_corpus(tmp_path)
    build(store, [paths["alpha"]])
    evil = tmp_path / "evil ') DETACH DELETE n --.txt"
    evil.write_text(judgment(f"Mallory {HOSTILE[0]} v State of `Gujarat`", "4 March 1971", *HOSTILE))
    before = store.count()
    assert build(store, [evil]).failed == []
    after = store.count()
    assert all(after[type] >= n for type, n in before.items())
    stored = "\n".join(chunk.text for chunk in store.scan_nodes(Chunk))
    assert all(text in stored for text in HOSTILE)
    assert store.find(Case, {"documents": "alpha"})


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_question_changes_nothing(graph: Store, text: str) -> None:
    before, version = contents(graph), graph.version()
    for question in (f"Tell me {text}", f"Which cases overruled {text}?", f"What does article {text} say?"):
        ask(graph, question)
    assert (contents(graph), graph.version()) == (before, version)
