"""Tools of the Neo4j world work on the graph as it stands: neo4j-graphrag's retrievers, and plain Cypher."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j_graphrag.embeddings import Embedder
from neo4j_graphrag.retrievers import HybridCypherRetriever, VectorCypherRetriever, VectorRetriever
from neo4j_graphrag.types import RawSearchResult, RetrieverResult

from kg.build.build import build
from kg.server.server import Running
from kg.stores.neo4j.indexes import TEXT_INDEX, VECTOR_INDEX
from tests.support.cli_runs import LANDMARKS, ROOT
from tests.support.kg_engines import connect, emptied
from tests.support.word_embedder import WordEmbedder

QUESTION = "procedure established by law must be fair, just and reasonable to impound a passport"
TO_SOURCE = "MATCH (node)-[:FROM_DOCUMENT]->(c) RETURN node.id AS chunk, node.text AS text, c.id AS source, score"
EXAMPLES = re.findall(r"```cypher\n(.*?)```", (ROOT / "docs" / "graph.md").read_text("utf-8"), re.DOTALL)


class Words(Embedder):
    """The tests' embedder as neo4j-graphrag asks for it."""

    def embed_query(self, text: str) -> list[float]:
        return [float(value) for value in WordEmbedder().encode([text])[0]]


@pytest.fixture(scope="module")
def driver(neo4j_server: Running, constitution: Path) -> Iterator[Driver]:
    """A connection to the graph of the landmarks and the Constitution, with embeddings."""
    with pytest.MonkeyPatch.context() as patch:
        connect(neo4j_server, patch)
        store = emptied(neo4j_server)
        report = build(store, [constitution, LANDMARKS], embedder=WordEmbedder())
        store.close()
        assert not report.failed
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.username, neo4j_server.password)) as opened:
        yield opened


def sources(found: RetrieverResult | RawSearchResult) -> list[str]:
    assert isinstance(found, RetrieverResult)
    return [re.findall(r"source='([^']+)'", str(item.content))[0] for item in found.items]


def test_hybrid_cypher_retriever_finds_chunks_with_their_case(driver: Driver) -> None:
    retriever = HybridCypherRetriever(driver, VECTOR_INDEX["Chunk"], TEXT_INDEX["Chunk"], TO_SOURCE, embedder=Words())
    found = sources(retriever.search(query_text=QUESTION, top_k=5))
    assert "maneka-gandhi-v-union-of-india-1978" in found


def test_vector_retriever_finds_our_chunks(driver: Driver) -> None:
    retriever = VectorRetriever(
        driver, VECTOR_INDEX["Chunk"], embedder=Words(), return_properties=["id", "text", "document"]
    )
    found = retriever.search(query_text=QUESTION, top_k=5)
    assert len(found.items) == 5
    assert all("'text':" in str(item.content) and "'document':" in str(item.content) for item in found.items)


def test_vector_cypher_retriever_walks_on_to_the_cases_that_a_passage_names(driver: Driver) -> None:
    walk = "MATCH (node)-[:MENTIONS]->(named:Case) RETURN node.id AS chunk, named.id AS source, score"
    retriever = VectorCypherRetriever(driver, VECTOR_INDEX["Chunk"], walk, embedder=Words())
    assert sources(retriever.search(query_text="Maneka Gandhi v. Union of India followed", top_k=20))


@pytest.mark.parametrize("cypher", EXAMPLES, ids=[example.splitlines()[0][3:] for example in EXAMPLES])
def test_every_query_of_the_graph_page_runs_and_finds_something(driver: Driver, cypher: str) -> None:
    found = driver.execute_query(cypher, database_="neo4j")
    assert found.records
    assert not [note for note in found.summary.gql_status_objects if note.is_notification], "nothing unknown is named"


def test_the_page_has_queries() -> None:
    assert len(EXAMPLES) >= 5
