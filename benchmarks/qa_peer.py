"""Answers to labelled questions, ours against neo4j-graphrag's GraphRAG over its HybridCypherRetriever.

Run: python -m benchmarks.qa_peer GRAPH.db QUESTIONS.jsonl [--model MODEL]

Both ask one Neo4j server that holds one graph, with one language model, and embed with the model that the graph was
built with; of a graph built with --no-embed the peer's vectors are hashed words (`benchmarks.neo4j_bench.embed`), and
ours searches by words alone. `benchmarks.qa_corpus` cuts a corpus to a size that is soon embedded. The peer's retriever
is given what a graph can add: with each passage its case, and how that case treated others. Two ways to read an answer
set off the peer: the cases and provisions that its passages are of, and those that its model names.
"""

import logging
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np
from neo4j import Driver
from neo4j_graphrag.embeddings import Embedder
from neo4j_graphrag.generation import GraphRAG
from neo4j_graphrag.llm import LLMResponse
from neo4j_graphrag.llm.base import LLMInterfaceV2
from neo4j_graphrag.retrievers import HybridCypherRetriever
from neo4j_graphrag.types import RetrieverResultItem
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.neo4j_bench import embed, server, whole
from benchmarks.qa_latency import fill
from extraction.labels import read_aliases
from kg.edges import Cites
from kg.search.hybrid import embedder_of
from kg.store import Store
from kg.stores.neo4j.indexes import TEXT_INDEX, VECTOR_INDEX
from kg.stores.open import open_store
from qa.ask import ask, gather
from qa.evaluation.scoring import fabricated_names, score
from qa.evidence import Evidence
from qa.labelled import read_questions
from qa.models.interface import LanguageModel, Message
from qa.models.loading import load_model
from training.evaluation.judged import answer_f1, judge

_TOP = 5
_REPLY = 96
_LUCENE_SYNTAX = re.compile(r"[^\w\s.,]")
"""Signs that the peer would take for its index's query language: "u/s 498-A" ends in an error."""

_WITH_CASE = (
    "MATCH (node)-[:FROM_DOCUMENT]->(c)"
    " RETURN coalesce(c.title, c.id) + ': ' + node.text + reduce(told = '', e IN [(c)-[e:CITES]->(d:Case) |"
    " c.title + ' ' + e.treatment + ' ' + d.title + '. '][..5] | told + ' ' + e) AS text, c.id AS source"
)
Judgment = dict[str, Any]


class Vectors(Embedder):
    """Questions embedded as the passages are."""

    def __init__(self, encode: Callable[[Sequence[str]], NDArray[np.float32]]) -> None:
        self._encode = encode

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return [float(x) for x in self._encode([text])[0]]


class Local(LLMInterfaceV2):
    """Our language model as the peer takes one."""

    def __init__(self, model: LanguageModel) -> None:
        super().__init__(model_name=model.name)
        self._model = model

    def invoke(self, input: Sequence[Any], **_: Any) -> LLMResponse:
        """The model's reply to the chat."""
        chat: list[Message] = [{"role": m["role"], "content": m["content"]} for m in input]
        return LLMResponse(content=self._model.write(chat, _REPLY))

    async def ainvoke(self, input: Sequence[Any], **_: Any) -> LLMResponse:
        """The same."""
        return self.invoke(input)


def ours(store: Store, item: Mapping[str, Any], alias: Mapping[str, str], model: LanguageModel) -> Judgment:
    """What is measured of our answer, what the model wrote verified."""
    answer = ask(store, item["question"], model).as_json()
    f1 = score(item, answer, alias).f1 if item["answerable"] else None
    return {"f1": f1, "refused": answer["refused"], "fabricated": len(fabricated_names(answer))}


def theirs(store: Store, rag: GraphRAG, item: Mapping[str, Any], alias: Mapping[str, str]) -> tuple[Judgment, Judgment]:
    """The same of the passages that the peer found, and of what its model wrote over them."""
    plain = _LUCENE_SYNTAX.sub(" ", item["question"])
    result = rag.search(plain, retriever_config={"top_k": _TOP}, return_context=True)
    found = [str((part.metadata or {})["source"]) for part in result.retriever_result.items]  # type: ignore[union-attr]
    evidence = Evidence(store)
    evidence.read(found)
    evidence.link(store.expand(found, [Cites], "out"))
    named = gather(store, item["question"])[0].named_ids()
    own = [i for i in dict.fromkeys(found) if i not in named]
    f1 = answer_f1(item, own, evidence, alias) if item["answerable"] else None
    written = judge(item, result.answer, evidence, named, alias)
    return (
        {"f1": f1, "refused": not own, "fabricated": 0},
        {"f1": written.f1, "refused": written.refused, "fabricated": written.fabricated},
    )


def retriever(driver: Driver, vectors: Vectors) -> HybridCypherRetriever:
    """The peer's retriever over our indexes."""

    def read(record: Any) -> RetrieverResultItem:
        return RetrieverResultItem(content=record["text"], metadata={"source": record["source"]})

    indexes = (VECTOR_INDEX["Chunk"], TEXT_INDEX["Chunk"])
    return HybridCypherRetriever(driver, *indexes, _WITH_CASE, vectors, result_formatter=read)


def row(items: Sequence[Mapping[str, Any]], judged: Sequence[Judgment]) -> list[str]:
    """F1, shares refused of unanswerable and answerable questions, authorities that are nowhere."""
    f1 = [j["f1"] for j in judged if j["f1"] is not None]
    refused = {
        side: [float(j["refused"]) for item, j in zip(items, judged, strict=True) if bool(item["answerable"]) == side]
        for side in (False, True)
    }
    shares = [f"{sum(values) / len(values):.2f}" if values else "-" for values in (f1, refused[False], refused[True])]
    return [*shares, str(sum(j["fabricated"] for j in judged))]


@click.command()
@click.argument("graph")
@click.argument("questions", type=click.Path(exists=True, path_type=Path))
@click.option("--model", default="HuggingFaceTB/SmolLM2-135M-Instruct", show_default=True)
def main(graph: str, questions: Path, model: str) -> None:
    """Print a table of both."""
    logging.disable(logging.WARNING)
    items, alias = read_questions(questions), read_aliases(questions.parent / "aliases.json")
    source = open_store(graph)
    judged: dict[str, list[Judgment]] = {name: [] for name in ("ours", "peer: passages", "peer: its model's answer")}
    embedder, writer = embedder_of(source), load_model(model)
    with server() as (running, driver):
        os.environ.update(NEO4J_USERNAME=running.username, NEO4J_PASSWORD=running.password)
        store = open_store(running.uri, create=True)
        fill(store, whole(source), embedder.name if embedder else "hashed words")
        rag = GraphRAG(retriever(driver, Vectors(embedder.encode if embedder else embed)), Local(writer))
        for item in track(items, "Asking"):
            judged["ours"].append(ours(store, item, alias, writer))
            for name, judgment in zip(list(judged)[1:], theirs(store, rag, item, alias), strict=True):
                judged[name].append(judgment)
        store.close()
    source.close()
    table = Table("", "F1", "unanswerable refused", "answerable refused", "fabricated")
    for name, of_name in judged.items():
        table.add_row(name, *row(items, of_name))
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
