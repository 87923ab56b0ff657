"""What the shape of the citation graph says: authority, communities, co-citation."""

from collections import Counter

import networkx as nx
import numpy as np

from kg.cache import per_version
from kg.edges import Cites
from kg.nodes import Case
from kg.store import Store

_DAMPING = 0.85  # as PageRank was published (Brin and Page 1998)
_ROUNDS = 100  # enough: 0.85 to the 100th is beneath 1e-7
_PRECISION = 1e-9  # the summed change of a round at which ranks stand still


def citation_graph(store: Store) -> nx.DiGraph:
    """Cases by id with an edge from each citing to each cited case; `weight` is how often it cites it."""
    graph = nx.DiGraph()
    graph.add_nodes_from(node.id for node in store.scan_nodes(Case))
    for edge in store.scan_edges(Cites):
        graph.add_edge(edge.source, edge.target, weight=edge.count)
    return graph


@per_version
def authority(store: Store) -> dict[str, float]:
    """PageRank of every case, summing to 1: a case weighs much when weighty cases cite it often."""
    graph = citation_graph(store)
    ids = sorted(graph)
    if not ids:
        return {}
    row = {id: i for i, id in enumerate(ids)}
    source = np.array([row[a] for a, _ in graph.edges], np.intp)
    target = np.array([row[b] for _, b in graph.edges], np.intp)
    weight = np.array([w for _, _, w in graph.edges(data="weight")], np.float64)
    total = np.bincount(source, weight, len(ids))
    share = weight / total[source]
    rank = np.full(len(ids), 1 / len(ids))
    for _ in range(_ROUNDS):
        flow = np.bincount(target, rank[source] * share, len(ids)) + rank[total == 0].sum() / len(ids)
        following = _DAMPING * flow + (1 - _DAMPING) / len(ids)
        moved = np.abs(following - rank).sum()
        rank = following
        if moved < _PRECISION:
            break
    return dict(zip(ids, rank.tolist(), strict=True))


def communities(store: Store) -> list[list[str]]:
    """Groups of cases that cite each other more than others (Louvain), the largest first, ids sorted."""
    graph = citation_graph(store)
    ids = sorted(graph)
    row = {id: i for i, id in enumerate(ids)}
    undirected = nx.Graph()
    undirected.add_nodes_from(range(len(ids)))
    for source, target, weight in sorted(graph.edges(data="weight")):
        before = undirected.get_edge_data(row[source], row[target], {"weight": 0})["weight"]
        undirected.add_edge(row[source], row[target], weight=before + weight)
    groups = nx.community.louvain_communities(undirected, weight="weight", seed=0)
    return sorted((sorted(ids[i] for i in group) for group in groups), key=lambda group: (-len(group), group))


def co_cited(store: Store, case_id: str, limit: int = 10) -> list[tuple[str, int]]:
    """Cases most often cited together with `case_id`: id and by how many judgments, the most first."""
    citing = [edge.source for edge in store.expand([case_id], [Cites], "in")]
    together = Counter(edge.target for edge in store.expand(citing, [Cites]) if edge.target != case_id)
    return sorted(together.items(), key=lambda item: (-item[1], item[0]))[:limit]
