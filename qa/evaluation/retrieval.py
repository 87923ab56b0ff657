"""Measures retrieval on anyone's queries and relevance judgments, over a folder of candidates."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import ir_measures
import numpy as np
from ir_measures import AP, RR, Bpref, P
from scipy import stats

from extraction.documents.files import DocumentError, find_documents, load
from extraction.labels import LabelError
from extraction.progress import Progress, unheard
from extraction.records import SourceDocument
from kg.nodes import Case, Provision
from kg.store import Store
from qa.research.precedents import facts_of
from qa.research.rank import rank_cases, rank_provisions
from qa.research.signals import Facts
from qa.research.text_index import Floats, counted, telling, text_index

Qrels = dict[str, dict[str, int]]
MEASURES = {"map": AP, "p_at_10": P @ 10, "bpref": Bpref, "recip_rank": RR}
_RESAMPLES = 100_000  # of the test of significance: p is told to about 0.001
_BATCH = 1000  # resamples drawn at once: bounds memory


@dataclass(frozen=True, slots=True)
class RetrievalMeasured:
    """The measures as trec_eval defines them, means over the queries with a relevant document.

    `bm25` has the same for BM25 over the candidates' texts; `p_value` is of a paired randomisation test between
    the average precisions of the two. `missing` are candidates that the graph does not have: they come last.
    """

    figures: dict[str, float]
    bm25: dict[str, float]
    p_value: float
    queries: int
    candidates: int
    missing: list[str]
    predictions: list[dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """The figures as one object of plain JSON types."""
        counts = {"queries": self.queries, "candidates": self.candidates, "missing": self.missing}
        return {**self.figures, "bm25": self.bm25, "p_value": self.p_value, **counts}


def measure_retrieval(
    store: Store,
    queries: Path,
    qrels: Path,
    pool: Path,
    without: Collection[str] = (),
    progress: Progress = unheard,
) -> RetrievalMeasured:
    """Rank all documents of `pool` for each query and compare with the judgments.

    `queries` has lines "id||text", `qrels` lines "query 0 document grade"; ids are file stems. Raises LabelError
    where one of them cannot be read, or the graph has none of the candidates.
    """
    asked, judged = read_queries(queries), read_qrels(qrels)
    if not asked.keys() & judged.keys():
        raise LabelError(f"{qrels}: it judges none of the queries in {queries}; their ids are to be the same")
    candidates = _candidates(pool)
    nodes = _nodes_of(store, candidates)
    missing = [name for name in candidates if not nodes.get(name)]
    if len(missing) == len(candidates):
        raise LabelError(f"the graph has none of the documents of {pool}; build them first: lawgraph build {pool}")
    vocabulary: dict[str, int] = {}
    counts = counted((document.text for document in candidates.values()), vocabulary)
    plain = text_index(counts, vocabulary, telling(counts))
    run: dict[str, list[str]] = {}
    baseline: dict[str, list[str]] = {}
    for done, (query, text) in enumerate(asked.items(), 1):
        scores = _scores(facts_of(store, text), nodes, list(candidates), without)
        run[query] = _ordered(candidates, scores)
        baseline[query] = _ordered(candidates, plain.scores(text))
        progress(done, len(asked), query)
    ours, theirs = _average_precisions(judged, run), _average_precisions(judged, baseline)
    return RetrievalMeasured(
        _measured(judged, run),
        _measured(judged, baseline),
        paired_p(ours, theirs),
        len(ours),
        len(candidates),
        missing,
        [{"id": query, "ranking": ranking} for query, ranking in run.items()],
    )


def read_queries(path: Path) -> dict[str, str]:
    """Queries by id, from lines "id||text". Raises LabelError, naming the line that is wrong."""
    asked: dict[str, str] = {}
    for number, line in _lines(path):
        query, parted, text = line.partition("||")
        if not parted or not query.strip() or not text.strip():
            raise LabelError(f"{path}, line {number}: it needs an id and a text, as in Q1||The appellant was …")
        asked[query.strip()] = text.strip()
    return asked


def read_qrels(path: Path) -> Qrels:
    """Grades by query and document, from lines "query 0 document grade". Raises LabelError, naming the line."""
    judged: Qrels = {}
    for number, line in _lines(path):
        parts = line.split()
        if len(parts) != 4 or not re.fullmatch(r"-?[0-9]{1,6}", parts[3]):
            raise LabelError(f"{path}, line {number}: it needs query, 0, document and grade, as in Q1 0 C14 1")
        judged.setdefault(parts[0], {})[parts[2]] = int(parts[3])
    return judged


def _lines(path: Path) -> list[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"{path}: it cannot be read as text ({error})") from error
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        raise LabelError(f"{path}: there is nothing in it")
    return lines


def _candidates(pool: Path) -> dict[str, SourceDocument]:
    """The documents of the folder by stem, in the order of their contents."""
    read: list[SourceDocument] = []
    for file in find_documents([pool]).files:
        try:
            read.append(load(file.path, file.path.stem))
        except DocumentError as error:
            raise LabelError(str(error)) from error
    if not read:
        raise LabelError(f"{pool}: there is no document in it; name the folder of the candidates")
    return {document.name: document for document in sorted(read, key=lambda d: d.digest)}


def _nodes_of(store: Store, candidates: Collection[str]) -> dict[str, list[str]]:
    """The cases and provisions that were read from each candidate."""
    found: dict[str, list[str]] = {}
    for node in chain(store.scan_nodes(Case), store.scan_nodes(Provision)):
        for name in node.documents:
            stem = name.rpartition("/")[2]
            if stem in candidates:
                found.setdefault(stem, []).append(node.id)
    return found


def _scores(facts: Facts, nodes: Mapping[str, Sequence[str]], names: Sequence[str], without: Collection[str]) -> Floats:
    """What speaks for each candidate: the most that speaks for a case or provision of it."""
    corpus = facts.model.corpus
    worth = dict(zip(corpus.cases, rank_cases(facts, without).scores, strict=True))
    worth |= dict(zip(corpus.provisions, rank_provisions(facts), strict=True))
    return np.array(
        [max((worth.get(id, -1.0) for id in nodes.get(name, ())), default=-np.inf) for name in names], np.float32
    )


def _ordered(candidates: Mapping[str, SourceDocument], scores: Floats) -> list[str]:
    """The best first; equal ones in the order of their contents."""
    names = list(candidates)
    return [names[i] for i in np.argsort(-scores, kind="stable")]


def _as_run(rankings: Mapping[str, Sequence[str]]) -> dict[str, dict[str, float]]:
    return {
        query: {name: float(len(names) - place) for place, name in enumerate(names)}
        for query, names in rankings.items()
    }


def _measured(judged: Qrels, rankings: Mapping[str, Sequence[str]]) -> dict[str, float]:
    found = ir_measures.calc_aggregate(list(MEASURES.values()), judged, _as_run(rankings))
    return {name: round(float(found[measure]), 4) for name, measure in MEASURES.items()}


def _average_precisions(judged: Qrels, rankings: Mapping[str, Sequence[str]]) -> dict[str, float]:
    return {m.query_id: float(m.value) for m in ir_measures.iter_calc([AP], judged, _as_run(rankings))}


def paired_p(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    """Two-sided p-value of a paired randomisation test (Smucker, Allan and Carterette 2007); 1 where none differs."""
    apart = np.array([ours[query] - theirs[query] for query in sorted(ours)])
    if not apart.any():
        return 1.0
    tested = stats.permutation_test(
        (apart,),
        np.mean,
        permutation_type="samples",
        n_resamples=_RESAMPLES,
        batch=_BATCH,
        rng=np.random.default_rng(0),
    )
    return float(tested.pvalue)
