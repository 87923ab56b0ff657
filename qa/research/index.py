"""All that is computed of a graph before the first query, and the folder where it is kept for the next one."""

import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.cache import per_version
from kg.folders import FOLDERS
from kg.nodes import Document
from kg.store import Store
from qa.research.corpus import Corpus, read_corpus
from qa.research.text_index import Floats, TextIndex, holding, rarity, telling, text_index, unit_rows

_FORM = 1
"""Grows with every change to what is kept or how it is read."""
_SMOOTHING = 1.0  # of the ridge regression: keeps it solvable where cases are alike
_LANDMARKS = 6000  # cases: the regression's matrix is square in them
_SELDOM = 2  # cases: what stands in one alone links no two
_KEPT = 4  # older indexes that are kept on disk
_DATED = re.compile(r"-\d{4}/")


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """A corpus with its indexes.

    `texts` has a column for each case, `passages` for each passage, `citing` for each passage that names a case
    (`mentions`). `rows` are the cases' texts at length one under `weight`; `learned` says how much each case's
    likeness to a query counts for each family: shape (cases, families), empty for a corpus too large for it.
    A family is one number in all versions of an act (`family` by provision), since judgments often leave the year
    out; `families` says which case applies which.
    """

    corpus: Corpus
    texts: TextIndex
    passages: TextIndex
    citing: TextIndex
    weight: Floats
    rows: sparse.csr_matrix
    learned: Floats
    between: sparse.csr_matrix
    cited: Floats
    family: NDArray[np.intp]
    families: sparse.csr_matrix


@per_version
def model_of(store: Store) -> Model:
    """The model of a graph, computed once for each of its versions and kept on disk by what the graph was built of."""
    path = _kept_at(store)
    if path and (kept := _load(path)):
        return _complete(*kept)
    corpus = read_corpus(store)
    learned = _learn(corpus)
    if path:
        _save(path, corpus, learned)
    return _complete(corpus, learned)


def _complete(corpus: Corpus, learned: Floats) -> Model:
    words = by_case(corpus)
    searched = telling(words)
    weight = _weight(words)
    between = _between(corpus)
    family, families = _families(corpus)
    return Model(
        corpus,
        text_index(words, corpus.vocabulary, searched),
        text_index(corpus.counts, corpus.vocabulary, searched),
        text_index(corpus.counts[corpus.mentions[0]], corpus.vocabulary, searched),
        weight,
        unit_rows(words, weight),
        learned,
        between,
        np.asarray(between.sum(axis=0), np.float32).ravel(),
        family,
        families,
    )


def by_case(corpus: Corpus) -> sparse.csr_matrix:
    """The words of each case."""
    ones = (np.ones(len(corpus.owner), np.float32), (corpus.owner, np.arange(len(corpus.owner))))
    whole = sparse.csr_matrix(ones, shape=(len(corpus.cases), len(corpus.owner))) @ corpus.counts
    return sparse.csr_matrix(whole)


def _weight(words: sparse.csr_matrix) -> Floats:
    """Rarity, but nothing for words of one case alone and for those that most cases have."""
    weights: Floats = np.where(telling(words) & (holding(words) >= _SELDOM), rarity(words), 0).astype(np.float32)
    return weights


def _between(corpus: Corpus) -> sparse.csr_matrix:
    """Which case of the corpus cites which."""
    row = {case: i for i, case in enumerate(corpus.cases)}
    inside = [(j, row[id]) for j, id in enumerate(corpus.authorities) if id in row]
    places = ([j for j, _ in inside], [i for _, i in inside])
    ones = sparse.csr_matrix((np.ones(len(inside), np.float32), places), shape=(len(corpus.authorities), len(row)))
    return sparse.csr_matrix(corpus.cites @ ones)


def _families(corpus: Corpus) -> tuple[NDArray[np.intp], sparse.csr_matrix]:
    """The family of each provision, and which case applies which family."""
    number: dict[str, int] = {}
    names = [_DATED.sub("/", id) for id in corpus.provisions]
    family = np.array([number.setdefault(name, len(number)) for name in names], np.intp)
    ones = (np.ones(len(family), np.float32), (np.arange(len(family)), family))
    applied = corpus.applies @ sparse.csr_matrix(ones, shape=(len(family), len(number)))
    return family, sparse.csr_matrix(applied.minimum(1))


def _learn(corpus: Corpus) -> Floats:
    """Kernel ridge regression of what a case applies on its text: weights (cases, families).

    Families that a single case applies learn nothing. (Saunders, Gammerman and Vovk 1998.)
    """
    size = len(corpus.cases)
    if not 0 < size <= _LANDMARKS:
        return np.zeros((size, 0), np.float32)
    words = by_case(corpus)
    rows = unit_rows(words, _weight(words))
    kernel = (rows @ rows.T).toarray() + _SMOOTHING * np.eye(size, dtype=np.float32)
    applied = _families(corpus)[1].toarray()
    often = applied.sum(axis=0) >= _SELDOM
    learned = np.zeros(applied.shape, np.float32)
    learned[:, often] = np.linalg.solve(kernel, (applied - applied.mean(axis=0))[:, often])
    return learned


def _kept_at(store: Store) -> Path | None:
    """Where the model of a graph is kept: by all its documents and how they were read; None where it has none."""
    documents = sorted(f"{n.name} {n.digest}" for n in store.scan_nodes(Document))
    if not documents:
        return None
    counts = json.dumps(store.count(), sort_keys=True)
    digest = hashlib.sha256("\n".join([str(_FORM), counts, *documents]).encode()).hexdigest()
    return FOLDERS.user_cache_path / f"retrieval-{digest[:32]}.npz"


_MATRICES = ("counts", "cites", "applies")
_NAMES = ("cases", "passages", "authorities", "provisions")
_ARRAYS = ("years", "owner", "mentions")


def _save(path: Path, corpus: Corpus, learned: Floats) -> None:
    """Write all at once or nothing; a folder that cannot be written to only costs time the next time."""
    arrays: dict[str, Any] = {"learned": learned} | {name: getattr(corpus, name) for name in _ARRAYS}
    for name in _MATRICES:
        matrix = getattr(corpus, name)
        arrays |= {f"{name}.{part}": getattr(matrix, part) for part in ("data", "indices", "indptr", "shape")}
    for name in (*_NAMES, "vocabulary"):
        arrays[name] = np.frombuffer("\n".join(getattr(corpus, name)).encode(), np.uint8)
    draft = path.with_suffix(f".{os.getpid()}.npz")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(draft, **arrays)
        draft.replace(path)
        for old in sorted(path.parent.glob("retrieval-*.npz"), key=lambda p: p.stat().st_mtime)[:-_KEPT]:
            old.unlink()
    except OSError:
        draft.unlink(missing_ok=True)


def _load(path: Path) -> tuple[Corpus, Floats] | None:
    try:
        with np.load(path, allow_pickle=False) as kept:
            return _unpacked(kept), kept["learned"]
    except (OSError, KeyError, ValueError, BadZipFile):
        return None


def _unpacked(kept: Any) -> Corpus:
    def names(key: str) -> tuple[str, ...]:
        text = kept[key].tobytes().decode()
        return tuple(text.split("\n")) if text else ()

    def matrix(key: str) -> sparse.csr_matrix:
        data, indices, indptr, shape = (kept[f"{key}.{part}"] for part in ("data", "indices", "indptr", "shape"))
        return sparse.csr_matrix((data, indices, indptr), shape=tuple(shape))

    return Corpus(
        names("cases"),
        kept["years"],
        names("passages"),
        kept["owner"],
        {word: i for i, word in enumerate(names("vocabulary"))},
        matrix("counts"),
        names("authorities"),
        matrix("cites"),
        names("provisions"),
        matrix("applies"),
        kept["mentions"],
    )
