"""Small graphs that are searched by meaning, as every graph is that a user builds."""

from dataclasses import replace

from kg.edges import Edge, FromDocument
from kg.nodes import Chunk, Document, Node, Provision
from kg.search.encoder import PackagedEmbedder
from kg.store import Batch, Store


def with_meaning(store: Store) -> Store:
    """The same store, its passages and those of its provisions with vectors, as a build leaves it."""
    nodes: list[Node] = [Document("meant", name="meant", digest=f"0 0/0/{PackagedEmbedder.name}")]
    edges: list[Edge] = []
    nodes += [replace(chunk, embedding=PackagedEmbedder().approximate([chunk.text])[0]) for chunk in store.find(Chunk)]
    for node in store.find(Provision):
        text = "\n".join(filter(None, (node.heading, node.text)))
        nodes.append(Chunk(f"{node.id}#0", text=text, embedding=PackagedEmbedder().encode([text])[0]))
        edges.append(FromDocument(f"{node.id}#0", node.id))
    store.write(Batch(nodes=nodes, edges=edges))
    return store
