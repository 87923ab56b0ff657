"""What was read from the graph to answer one question: nodes, edges and the passages that carry the answer."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from extraction.records import TREATMENTS
from kg.edges import Cites, CitesProvision, Edge, EdgeKey, FromDocument, Mentions, Quoted
from kg.nodes import Act, Case, Chunk, Court, Description, Documented, Judge, M, N, Node, Provision, of_type
from kg.search.embedding import Embedder
from kg.search.hybrid import embedder_of, hybrid_search
from kg.store import Hit, Store
from qa.answer import Authority, AuthorityKind, Claim, Source, SourceKind
from qa.text import wording

Signal = Literal["graph", "words", "meaning"]
"""What finds evidence: edges from what the question names, passages by their words, passages by their meaning."""
SIGNALS: tuple[Signal, ...] = get_args(Signal)


@dataclass(slots=True)
class Evidence:
    """Grows while a question is answered; everything said later rests on it.

    `complete` holds (case id, "in" or "out") where all citations of that side were read, so that absence means
    something. `told` holds the facts that a model was handed, by their words. `near` are provisions and cases that the
    question may mean instead. `refusal` is the reason why the question is not answered, `about` has the ids of what it
    names. `embedder` gives the model that questions are embedded with, called only where passages are searched.
    `without` are signals switched off, to see what each brings.
    """

    store: Store
    embedder: Callable[[Store], Embedder | None] = embedder_of
    without: frozenset[Signal] = frozenset()
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[EdgeKey, Edge] = field(default_factory=dict)
    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    told: dict[str, Claim] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)
    near: list[Case | Provision] = field(default_factory=list)
    complete: set[tuple[str, str]] = field(default_factory=set)
    refusal: str | None = None
    about: set[str] = field(default_factory=set)

    def search(self, text: str, k: int, within: Sequence[str] | None = None) -> list[Hit[Chunk]]:
        """The `k` passages nearest to a text, by words and by meaning where the graph has embeddings."""
        if "words" in self.without:
            return self.by_meaning(text, k, Chunk, within)
        return hybrid_search(self.store, text, k, self.reader(), within)

    def by_meaning(self, text: str, k: int, type: type[M], within: Sequence[str] | None = None) -> list[Hit[M]]:
        """The `k` nodes of a type nearest in meaning; none where the graph has no embeddings."""
        reader = self.reader()
        return self.store.vector_search(reader.encode([text])[0], k, type, within) if reader else []

    def reader(self) -> Embedder | None:
        """The model that reads questions as the graph's passages were read; None without vectors or without meaning."""
        return None if "meaning" in self.without else self.embedder(self.store)

    def by_words(self, text: str, k: int, type: type[N], within: Sequence[str] | None = None) -> list[Hit[N]]:
        """The `k` best nodes of a type by words alone."""
        return [] if "words" in self.without else self.store.keyword_search(text, k, type, within)

    def read(self, ids: Iterable[str]) -> list[Node]:
        """The nodes with these ids, taken in."""
        wanted = list(dict.fromkeys(ids))
        missing = [i for i in wanted if i not in self.nodes]
        self.take(self.store.nodes(missing) if missing else [])
        return [self.nodes[i] for i in wanted if i in self.nodes]

    def take(self, nodes: Iterable[Node]) -> None:
        """Take in nodes that are at hand."""
        for node in nodes:
            self.nodes.setdefault(node.id, node)

    def link(self, edges: Iterable[Edge]) -> None:
        """Take in edges with the nodes at both ends."""
        fresh = {edge.key: edge for edge in edges}
        self.edges.update(fresh)
        self.read(end for _, source, target in fresh for end in (source, target))

    def case(self, id: str) -> Case:
        """A case that was taken in."""
        [case] = of_type(Case, [self.nodes[id]])
        return case

    def answer_with(self, ids: Iterable[str]) -> None:
        """Add to the set that answers the question, in order, each once."""
        self.answers += [i for i in dict.fromkeys(ids) if i not in self.answers]

    def say(self, text: str, sources: Sequence[str] = ()) -> None:
        """Add a sentence of the graph's own prose with the sources that carry it."""
        self.claims.append(Claim(text, [s for s in sources if s]))

    def cite_edge(self, edge: Edge) -> str:
        """The id of the source that shows `edge`: the sentence of the citing case or provision; "" without one."""
        if not isinstance(edge, Quoted) or not edge.quote:
            return ""
        return self._cite("edge", self.nodes[edge.source], edge.quote, *edge.pinpoint)

    def cite_mention(self, case: Node, target: str) -> str:
        """The id of the source that is the first passage of `case` to name `target`; "" where none does."""
        chunks = [e.source for e in self.store.expand([case.id], [FromDocument], "in")]
        naming = {e.source for e in self.store.expand(chunks, [Mentions], "out") if e.target == target}
        passages = of_type(Chunk, self.store.nodes(sorted(naming)))
        if not passages:
            return ""
        return self.cite_passage(case, min(passages, key=lambda n: (n.ordinal, n.id)))

    def cite_provision(self, node: Node) -> str:
        """The id of the source that is a provision's own text; "" where the graph has no text."""
        text = node.text if isinstance(node, Provision) else None
        return self._cite("provision", node, text) if text else ""

    def cite_words(self, node: Node, quote: str) -> str:
        """The id of the source that is a part of a provision's own text."""
        return self._cite("provision", node, quote)

    def cite_passage(self, node: Node, chunk: Chunk, quote: str = "") -> str:
        """The id of the source that is a passage of `node`: its whole text, or the `quote` made of it."""
        paragraph, page = (next(iter(places), None) for places in (chunk.paragraphs, chunk.pages))
        return self._cite("paragraph", node, quote or chunk.text, paragraph, page)

    def cite_description(self, citing: Node, said: Description) -> str:
        """The id of the source that is what `citing` says of a case."""
        return self._cite("paragraph", citing, said.quote, said.paragraph, said.page)

    def authorities(self) -> list[Authority]:
        """The answer set as the contract gives it."""
        telling = self._telling()
        return [authority(node, telling.get(node.id)) for node in self.read(self.answers)]

    def _telling(self) -> dict[str, Cites | CitesProvision]:
        """By node, the gravest of its citations of what the question is about, else of the citations of it there."""
        found = [
            edge
            for edge in self.edges.values()
            if isinstance(edge, Cites | CitesProvision) and self.about & {edge.source, edge.target}
        ]
        found.sort(key=lambda edge: TREATMENTS.index(edge.effective) if isinstance(edge, Cites) else 0, reverse=True)
        return {edge.target: edge for edge in found} | {edge.source: edge for edge in found}

    def _cite(
        self, kind: SourceKind, node: Node, quote: str, paragraph: str | None = None, page: str | None = None
    ) -> str:
        key = (node.id, quote)
        if key not in self.sources:
            self.take([node])
            self.sources[key] = Source(
                str(len(self.sources) + 1),
                kind,
                node.id,
                wording.title(node),
                wording.best_citation(node),
                documents_of(node),
                paragraph,
                quote,
                page,
            )
        return self.sources[key].id


_KINDS: dict[type[Node], AuthorityKind] = {Case: "case", Act: "act", Judge: "judge", Court: "court"}


def authority(node: Node, telling: Cites | CitesProvision | None = None) -> Authority:
    """A node as an answer set has it, with the citation by which it answers."""
    return Authority(
        node.id,
        _KINDS.get(type(node), "provision"),
        wording.title(node),
        list(node.citations) if isinstance(node, Case) else [],
        documents_of(node),
        year=node.year if isinstance(node, Case | Act) else None,
        treatment=telling.effective if isinstance(telling, Cites) else "",
        paragraph=(telling.pinpoint[0] or "") if telling else "",
    )


def documents_of(node: Node) -> list[str]:
    """The names of the documents that are a node's text."""
    return list(node.documents) if isinstance(node, Documented) else []
